#include "base/cpu_time.h"
#include "base/pieces.h"
#include "bench/check_wish.h"
#include "bench/evidence.h"
#include "bench/jobs.h"
#include "bench/journal.h"
#include "check/look.h"
#include "decode/decode.h"
#include "office/trusted_list.h"
#include "scan/print_words.h"
#include "system/file.h"
#include "system/folder.h"
#include "verify/history.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>

namespace temsao::bench {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_files = 100'000;

struct Gathered {
    std::vector<fs::path> files;
    std::vector<std::string> left_out; // in folders, and no pictures
    std::vector<std::string> closed;   // folders in folders that may not be entered
};

// The first bytes of a file; what cannot be opened is told when it is read.
std::string start_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string start(1024, '\0');
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, in.gcount())));
    return start;
}

// Notes that macOS leaves beside files on foreign disks: AppleDouble, RFC 1740, appendix B.
bool is_leftover_of_macos(const fs::path& file, std::string_view start) {
    using namespace std::string_view_literals;
    return file.filename().string().starts_with("._") && start.starts_with("\0\x05\x16\x07"sv);
}

// Notes that file managers keep in folders of pictures.
bool is_note_of_folder(const fs::path& file, std::string_view start) {
    constexpr std::array<std::string_view, 4> names{".ds_store", "thumbs.db", "ehthumbs.db", "desktop.ini"};
    const auto name = lower(file.filename().string());
    return std::find(names.begin(), names.end(), name) != names.end() && !decode::looks_like_picture(start);
}

bool is_named_like_picture(const fs::path& file) {
    constexpr std::array<std::string_view, 13> endings{
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".hif", ".avif", ".tif", ".tiff", ".pdf"};
    return std::find(endings.begin(), endings.end(), ending_of(file)) != endings.end();
}

// Every file among these, the content of a folder, and in the folders among them; one that may not be entered is left
// out, and told.
Outcome
each_file(const std::vector<fs::path>& content, Gathered& all, const std::function<Outcome(const fs::path&)>& take) {
    for (const auto& path : content) {
        std::error_code unknown;
        if (fs::is_directory(fs::symlink_status(path, unknown))) {
            if (const auto inside = content_of(path))
                TRY(each_file(*inside, all, take));
            else
                all.closed.push_back(path.string());
        } else if (fs::is_regular_file(path, unknown)) {
            TRY(take(path));
        }
    }
    return done;
}

// Files as named; folders with every picture in them, by its content, in the order of names. What is named like a
// picture but is not one is tried as well, and reported. Error verify.too_many {folder, most}.
Result<Gathered> gather(const std::vector<std::string>& named) {
    Gathered all;
    for (const auto& name : named) {
        std::error_code failed;
        if (!fs::is_directory(name, failed)) {
            all.files.emplace_back(name);
            continue;
        }
        std::vector<fs::path> inside;
        TRY(each_file(TRY(content_of(name)), all, [&](const fs::path& file) -> Outcome {
            const auto start = start_of(file);
            if (is_leftover_of_macos(file, start) || is_note_of_folder(file, start)) return done;
            if (!decode::looks_like_picture(start) && !is_named_like_picture(file)) {
                all.left_out.push_back(file.string());
                return done;
            }
            if (inside.size() == most_files)
                return error(Cause::usage, "verify.too_many", {name, std::to_string(most_files)});
            inside.push_back(file);
            return done;
        }));
        std::sort(inside.begin(), inside.end());
        all.files.insert(all.files.end(), inside.begin(), inside.end());
    }
    std::sort(all.left_out.begin(), all.left_out.end());
    return all;
}

void judge(check::CheckedFile& file, const verify::Grounds& grounds, Date date) {
    const double start = cpu_ms();
    check::judge_photo(file, grounds, date);
    file.cpu_ms += cpu_ms() - start;
}

// Every file, and every page of a file, is a photo.
void compare_across_photos(check::CheckedRun& run) {
    std::vector<verify::Verdict*> verdicts;
    std::vector<const verify::Claim*> claims;
    std::vector<std::size_t> photos;
    for (std::size_t photo = 0; photo < run.files.size(); ++photo)
        for (auto& label : run.files[photo].labels) {
            verdicts.push_back(&label.verdict);
            claims.push_back(&label.claim);
            photos.push_back(photo);
        }
    verify::compare_across_photos(verdicts, claims, photos);
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

Result<std::optional<trace::SecretKey>> evidence_key(const CheckWish& wish, const job::Surroundings& around) {
    if (!wish.evidence) return std::optional<trace::SecretKey>();
    auto key = TRY(office::KeyFolder(around.home).unlock(wish.evidence->key, wish.evidence->passphrase, around.lang));
    return std::optional(std::move(key));
}

// What each file shows. An error when not one of them can be read.
Result<std::vector<check::CheckedFile>>
look(const std::vector<fs::path>& files, const CheckWish& wish, const Progress& progress) {
    if (wish.print_words) TRY(scan::find_print_reader());
    const LookPlan plan{.effort = wish.effort,
                        .thumbnails = wish.report_form() == ".html",
                        .crops = wish.evidence.has_value(),
                        .print = wish.print_words};
    std::unique_ptr<Journal> journal;
    if (wish.journal) journal = TRY(Journal::open(*wish.journal, plan));
    auto seen = look_at_all(files, plan, journal.get(), progress);
    const auto is_unreadable = [](const check::CheckedFile& file) { return file.trouble.has_value(); };
    if (std::all_of(seen.begin(), seen.end(), is_unreadable)) return *seen.front().trouble;
    return seen;
}

EvidenceGrounds grounds_of(const CheckWish& wish,
                           const check::CheckedRun& run,
                           const office::ListInUse& use,
                           const trace::KnownHosts& hosts) {
    return {.date = run.date,
            .date_given = wish.date_given,
            .list = run.list,
            .list_sha256 = use.list ? list_digest(*use.list) : "",
            .hosts = hosts.names,
            .place = wish.sightings.place,
            .inspector = wish.sightings.inspector};
}

job::Report report_of(const check::CheckedRun& run, const office::ListInUse& use, Lang lang) {
    job::Report report;
    report.words = check::check_words(run, lang);
    report.json = check::check_json(run, lang);
    report.exit_status = check::exit_status_of(run.word);
    report.remarks = use.remarks;
    return report;
}

void tell_left_out(job::Report& report, const Gathered& gathered, Lang lang) {
    auto all = gathered.closed;
    all.insert(all.end(), gathered.left_out.begin(), gathered.left_out.end());
    if (all.empty()) return;
    std::vector<std::string> lines;
    for (const auto& folder : gathered.closed)
        lines.push_back(say({"verify.closed", {folder}}, lang));
    for (const auto& file : gathered.left_out)
        lines.push_back(say({"verify.left_out", {file}}, lang));
    job::append_first(report.remarks, lines, "verify.more_left_out", lang);
    report.json["left_out"] = all;
    if (report.exit_status == 0) report.exit_status = check::exit_status_of(verify::Word::inconclusive);
}

// Two reports have the same number only when they are of the same photos and day: "20261130-3F2A9C".
std::string number_of(const check::CheckedRun& run) {
    constexpr std::size_t digits = 6;
    std::string photos;
    for (const auto& file : run.files)
        photos += trace::sodium::hex(file.photo.sha256);
    auto number = run.date.iso() + "-" + trace::sodium::hex(trace::sodium::sha256(photos)).substr(0, digits);
    std::erase_if(number, [&, first = 0](char c) mutable { return c == '-' && first++ < 2; });
    std::transform(number.begin(), number.end(), number.begin(), [](char c) {
        return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return number;
}

// What the paper says beside the verdicts.
void head_report(const CheckWish& wish, const office::ListInUse& use, check::CheckedRun& run) {
    constexpr std::size_t mark_digits = 16;
    if (use.list) run.list_mark = list_digest(*use.list).substr(0, mark_digits);
    run.place = wish.sightings.place;
    run.inspector = wish.sightings.inspector;
    run.number = wish.number.empty() ? number_of(run) : wish.number;
}

// `verify --json` with what the paper says beside it.
std::string report_json(const check::CheckedRun& run, const job::Report& report) {
    auto json = report.json;
    json["number"] = run.number;
    json["place"] = run.place;
    json["inspector"] = run.inspector;
    json["list_mark"] = run.list_mark;
    return job::dump(json);
}

Outcome write_report(const CheckWish& wish, const check::CheckedRun& run, const job::Report& report, Lang lang) {
    if (!wish.report) return done;
    const auto form = wish.report_form();
    const auto text = form == ".csv"    ? check::check_csv(run, lang)
                      : form == ".html" ? check::check_html(run, lang)
                                        : report_json(run, report);
    return write_file(*wish.report, text);
}

} // namespace

Result<job::Report> verify_files(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_check_wish(request, around));
    const auto use = TRY(office::list_in_use(around));
    std::optional<catalog::ListIndex> index;
    if (use.list) index.emplace(*use.list);
    verify::Grounds grounds{index ? &*index : nullptr,
                            use.keys ? &*use.keys : nullptr,
                            {{job::default_host}},
                            use.lots ? &*use.lots : nullptr,
                            &use.revoked_here};
    if (wish.host) grounds.hosts.names.push_back(*wish.host);
    const auto gathered = TRY(gather(wish.files));
    const auto& files = gathered.files;
    if (files.empty()) return error(Cause::missing, "verify.no_files", {wish.files.front()});
    const auto key = TRY(evidence_key(wish, around));

    check::CheckedRun run{
        .files = TRY(look(files, wish, around.progress)), .word = verify::Word::valid, .date = wish.date, .list = {}};
    if (use.list) run.list = use.list->header;
    head_report(wish, use, run);
    for (auto& file : run.files)
        judge(file, grounds, wish.date);
    TRY(compare_and_record(wish.sightings, around.home, run));
    compare_across_photos(run);
    for (const auto& file : run.files)
        run.word = std::max(run.word, file.word);

    if (key)
        TRY(write_all_evidence(
            run, grounds_of(wish, run, use, grounds.hosts), wish.evidence->folder, *key, around.lang));
    auto report = report_of(run, use, around.lang);
    tell_left_out(report, gathered, around.lang);
    TRY(write_report(wish, run, report, around.lang));
    return report;
}

} // namespace temsao::bench
