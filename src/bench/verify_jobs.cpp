#include "base/cpu_time.h"
#include "bench/evidence.h"
#include "bench/jobs.h"
#include "bench/look.h"
#include "bench/sightings.h"
#include "job/read_options.h"
#include "office/key_folder.h"
#include "office/trusted_list.h"
#include "scan/print_words.h"
#include "system/file.h"

#include <algorithm>
#include <array>

namespace temsao::bench {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_files = 100'000;

bool looks_readable(const fs::path& file) {
    auto extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    constexpr std::array<std::string_view, 10> readable{
        ".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff", ".pdf"};
    return std::find(readable.begin(), readable.end(), extension) != readable.end();
}

// Files as named, folders with what is in them, in the order of names. Error verify.too_many {folder, most}.
Result<std::vector<fs::path>> gather(const std::vector<std::string>& named) {
    std::vector<fs::path> files;
    for (const auto& name : named) {
        std::error_code failed;
        if (!fs::is_directory(name, failed)) {
            files.emplace_back(name);
            continue;
        }
        std::vector<fs::path> inside;
        for (fs::recursive_directory_iterator at(name, fs::directory_options::skip_permission_denied, failed), end;
             at != end;
             at.increment(failed))
            if (!failed && at->is_regular_file(failed) && looks_readable(at->path())) {
                if (inside.size() == most_files)
                    return error(Cause::usage, "verify.too_many", {name, std::to_string(most_files)});
                inside.push_back(at->path());
            }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

void judge_all(check::CheckedFile& file, const verify::Grounds& grounds, Date date) {
    const double start = cpu_ms();
    for (auto& label : file.labels)
        label.verdict = verify::judge(label.claim, grounds, date);
    file.word = check::deciding_word(file.labels);
    file.cpu_ms += cpu_ms() - start;
}

// A signed record of each check; all of them in place before the job ends.
Outcome write_all_evidence(const check::CheckedRun& run,
                           const EvidenceGrounds& grounds,
                           const fs::path& folder,
                           const trace::SecretKey& key,
                           Lang lang) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return error(Cause::io, "file.unwritable", {folder.string(), failed.message()});
    for (const auto& file : run.files)
        if (!file.trouble) TRY(write_file(folder / evidence_name(file), write_evidence(file, grounds, key, lang)));
    return done;
}

Result<scan::Effort> effort_of(const job::Request& request) {
    const auto word = request.text("effort");
    if (word.empty() || word == "normal") return scan::Effort::normal;
    if (word == "fast") return scan::Effort::fast;
    if (word == "max") return scan::Effort::max;
    return error(Cause::usage, "verify.effort", {word});
}

} // namespace

Result<job::Report> verify_files(const job::Request& request, const job::Surroundings& around) {
    const auto date = TRY(job::date_option(request, "date", around.today));
    const fs::path report_file = request.text("report");
    const auto form = report_file.extension().string();
    if (request.has("report") && form != ".csv" && form != ".html" && form != ".json")
        return error(Cause::usage, "verify.report_form", {report_file.string()});
    const auto use = office::list_in_use(around);
    if (!use) return use.error();
    std::optional<catalog::ListIndex> index;
    if (use->list) index.emplace(*use->list);

    check::CheckedRun run{.files = {}, .word = verify::Word::valid, .date = date, .list = {}};
    if (use->list) run.list = use->list->header;
    verify::Grounds grounds{index ? &*index : nullptr, use->keys ? &*use->keys : nullptr, {{job::default_host}}};
    if (request.has("host")) grounds.hosts.names.push_back(request.text("host"));
    const auto files = TRY(gather(request.options.at("file")));
    if (files.empty()) return error(Cause::missing, "verify.no_files", {request.text("file")});
    std::optional<trace::SecretKey> evidence_key;
    if (request.has("evidence")) {
        if (!request.has("key")) return error(Cause::usage, "evidence.key_needed");
        auto key = TRY(office::KeyFolder(around.home).unlock(request.text("key"), request, around));
        evidence_key.emplace(std::move(key));
    }
    const auto place = TRY(name_option(request, "place"));
    const auto inspector = TRY(name_option(request, "inspector"));
    const auto effort = TRY(effort_of(request));
    if (request.has("ocr")) TRY(scan::find_print_reader());
    const LookPlan plan{
        .effort = effort, .thumbnails = form == ".html", .crops = request.has("evidence"), .print = request.has("ocr")};
    std::unique_ptr<Journal> journal;
    if (request.has("journal")) {
        auto opened = TRY(Journal::open(request.text("journal"), plan));
        journal = std::move(opened);
    }
    run.files = look_at_all(files, plan, journal.get(), around.progress);
    for (auto& file : run.files)
        judge_all(file, grounds, date);
    const bool all_unreadable = std::all_of(
        run.files.begin(), run.files.end(), [](const check::CheckedFile& file) { return file.trouble.has_value(); });
    if (all_unreadable) return *run.files.front().trouble;
    TRY(compare_sightings(request, around, run));
    for (const auto& file : run.files)
        run.word = std::max(run.word, file.word);

    if (evidence_key) {
        const EvidenceGrounds behind{.date = date,
                                     .date_given = request.has("date"),
                                     .list = run.list,
                                     .list_sha256 = use->list ? list_digest(*use->list) : "",
                                     .hosts = grounds.hosts.names,
                                     .place = place,
                                     .inspector = inspector};
        TRY(write_all_evidence(run, behind, request.text("evidence"), *evidence_key, around.lang));
    }

    job::Report report;
    report.words = check::check_words(run, around.lang);
    report.json = check::check_json(run, around.lang);
    report.exit_status = check::exit_status_of(run.word);
    report.remarks = use->remarks;
    if (request.has("report")) {
        const auto text = form == ".csv"    ? check::check_csv(run, around.lang)
                          : form == ".html" ? check::check_html(run, around.lang)
                                            : job::dump(report.json);
        TRY(write_file(report_file, text));
    }
    return report;
}

} // namespace temsao::bench
