#include "app/cpu_time.h"
#include "app/evidence.h"
#include "app/jobs.h"
#include "app/key_folder.h"
#include "app/look.h"
#include "app/sightings.h"
#include "app/trusted_list.h"
#include "base/file.h"
#include "scan/print_words.h"

#include <algorithm>
#include <array>

namespace temsao::app {
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

void judge_all(CheckedFile& file, const verify::Grounds& grounds, Date date) {
    const double start = cpu_ms();
    for (auto& label : file.labels)
        label.verdict = verify::judge(label.claim, grounds, date);
    file.word = deciding_word(file.labels);
    file.cpu_ms += cpu_ms() - start;
}

// A signed record of each check; all of them in place before the job ends.
Outcome write_all_evidence(const CheckedRun& run,
                           const EvidenceGrounds& grounds,
                           const fs::path& folder,
                           const trace::SecretKey& key,
                           Lang lang) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) return error(Cause::io, "file.unwritable", {folder.string(), failed.message()});
    for (const auto& file : run.files)
        if (!file.trouble)
            if (auto written = write_file(folder / evidence_name(file), write_evidence(file, grounds, key, lang));
                !written)
                return written;
    return done;
}

Result<scan::Effort> effort_of(const Request& request) {
    const auto word = request.text("effort");
    if (word.empty() || word == "normal") return scan::Effort::normal;
    if (word == "fast") return scan::Effort::fast;
    if (word == "max") return scan::Effort::max;
    return error(Cause::usage, "verify.effort", {word});
}

} // namespace

Result<Report> verify_files(const Request& request, const Surroundings& around) {
    const auto date = date_option(request, "date", around.today);
    if (!date) return date.error();
    const fs::path report_file = request.text("report");
    const auto form = report_file.extension().string();
    if (request.has("report") && form != ".csv" && form != ".html" && form != ".json")
        return error(Cause::usage, "verify.report_form", {report_file.string()});
    const auto use = list_in_use(around);
    if (!use) return use.error();
    std::optional<catalog::ListIndex> index;
    if (use->list) index.emplace(*use->list);

    CheckedRun run{.files = {}, .word = verify::Word::valid, .date = *date, .list = {}};
    if (use->list) run.list = use->list->header;
    verify::Grounds grounds{index ? &*index : nullptr, use->keys ? &*use->keys : nullptr, {{default_host}}};
    if (request.has("host")) grounds.hosts.names.push_back(request.text("host"));
    const auto files = gather(request.options.at("file"));
    if (!files) return files.error();
    if (files->empty()) return error(Cause::missing, "verify.no_files", {request.text("file")});
    std::optional<trace::SecretKey> evidence_key;
    if (request.has("evidence")) {
        if (!request.has("key")) return error(Cause::usage, "evidence.key_needed");
        auto key = KeyFolder(around.home).unlock(request.text("key"), request, around);
        if (!key) return key.error();
        evidence_key.emplace(*std::move(key));
    }
    const auto place = name_option(request, "place"), inspector = name_option(request, "inspector");
    if (!place) return place.error();
    if (!inspector) return inspector.error();
    const auto effort = effort_of(request);
    if (!effort) return effort.error();
    if (request.has("ocr"))
        if (auto there = scan::find_print_reader(); !there) return there.error();
    const LookPlan plan{.effort = *effort,
                        .thumbnails = form == ".html",
                        .crops = request.has("evidence"),
                        .print = request.has("ocr")};
    std::unique_ptr<Journal> journal;
    if (request.has("journal")) {
        auto opened = Journal::open(request.text("journal"), plan);
        if (!opened) return opened.error();
        journal = *std::move(opened);
    }
    run.files = look_at_all(*files, plan, journal.get(), around.progress);
    for (auto& file : run.files)
        judge_all(file, grounds, *date);
    const bool all_unreadable = std::all_of(
        run.files.begin(), run.files.end(), [](const CheckedFile& file) { return file.trouble.has_value(); });
    if (all_unreadable) return *run.files.front().trouble;
    if (auto compared = compare_sightings(request, around, run); !compared) return compared.error();
    for (const auto& file : run.files)
        run.word = std::max(run.word, file.word);

    if (evidence_key) {
        const EvidenceGrounds behind{.date = *date,
                                     .date_given = request.has("date"),
                                     .list = run.list,
                                     .list_sha256 = use->list ? list_digest(*use->list) : "",
                                     .hosts = grounds.hosts.names,
                                     .place = *place,
                                     .inspector = *inspector};
        if (auto written = write_all_evidence(run, behind, request.text("evidence"), *evidence_key, around.lang);
            !written)
            return written.error();
    }

    Report report;
    report.words = check_words(run, around.lang);
    report.json = check_json(run, around.lang);
    report.exit_status = exit_status_of(run.word);
    report.remarks = use->remarks;
    if (request.has("report")) {
        const auto text = form == ".csv"    ? check_csv(run, around.lang)
                          : form == ".html" ? check_html(run, around.lang)
                                            : report.json;
        if (auto written = write_file(report_file, text); !written) return written.error();
    }
    return report;
}

} // namespace temsao::app
