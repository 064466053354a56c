#include "app/badge_shape.h"
#include "app/check_report.h"
#include "app/jobs.h"
#include "app/picture.h"
#include "app/trusted_list.h"
#include "base/file.h"

#include <algorithm>
#include <ctime>

namespace temsao::app {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t most_files = 100'000;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

bool looks_readable(const fs::path& file) {
    auto extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return extension == ".jpg" || extension == ".jpeg" || extension == ".png" || extension == ".webp" ||
           extension == ".pdf";
}

// Files as named, folders with what is in them, in the order of names.
std::vector<fs::path> gather(const std::vector<std::string>& named) {
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
            if (!failed && at->is_regular_file(failed) && looks_readable(at->path()) && inside.size() < most_files)
                inside.push_back(at->path());
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

// One run: the list, and what is known of hosts, at hand for every photo.
class Checker {
public:
    Checker(verify::Grounds grounds, Date date, scan::Effort effort, bool thumbnails)
        : grounds_(std::move(grounds)),
          date_(date),
          effort_(effort),
          thumbnails_(thumbnails) {}

    void check(const fs::path& file, std::vector<CheckedFile>& into) const {
        const auto fail = [&](const Error& why) {
            CheckedFile checked;
            checked.file = file.string();
            checked.trouble = why;
            into.push_back(std::move(checked));
        };
        const auto bytes = read_file(file, scan::most_photo_bytes);
        if (!bytes) return fail(bytes.error());
        if (scan::is_pdf(*bytes)) {
            const auto outcome = scan::each_pdf_page(file, [&](int page, const scan::Photo& photo) {
                into.push_back(check_photo(photo, file.string(), page));
            });
            if (!outcome) fail(outcome.error());
            return;
        }
        const auto photo = scan::decode_photo(*bytes, file.string());
        if (!photo) return fail(photo.error());
        into.push_back(check_photo(*photo, file.string(), 0));
    }

private:
    CheckedFile check_photo(const scan::Photo& photo, std::string name, int page) const {
        const double start = cpu_ms();
        CheckedFile checked;
        checked.file = std::move(name);
        checked.page = page;
        auto read = scan::read_symbols(photo, effort_);
        for (auto& reading : read.readings) {
            auto claim = verify::claim_of(reading.text);
            std::optional<scan::Badge> badge;
            if (claim.code) {
                badge = stars_.count(photo, reading);
                if (badge) claim.stars_seen = badge->stars;
                claim.stars_unsure = !claim.stars_seen;
            }
            auto verdict = verify::judge(claim, grounds_, date_);
            checked.labels.push_back({std::move(reading), std::move(claim), std::move(verdict), std::move(badge)});
        }
        checked.passes = std::move(read.passes);
        checked.exif_orientation = photo.exif_orientation;
        checked.is_truncated = photo.is_truncated;
        if (!checked.labels.empty())
            checked.word =
                std::max_element(checked.labels.begin(), checked.labels.end(), [](const auto& a, const auto& b) {
                    return a.verdict.word < b.verdict.word;
                })->verdict.word;
        checked.cpu_ms = cpu_ms() - start;
        checked.width = photo.width;
        checked.height = photo.height;
        if (thumbnails_) checked.thumbnail_png = thumbnail_png(photo);
        return checked;
    }

    verify::Grounds grounds_;
    Date date_;
    scan::Effort effort_;
    bool thumbnails_;
    scan::StarCounter stars_{badge_shape};
};

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
    const auto effort = effort_of(request);
    if (!effort) return effort.error();
    const auto use = list_in_use(around);
    if (!use) return use.error();
    std::optional<catalog::ListIndex> index;
    if (use->list) index.emplace(*use->list);

    CheckedRun run{.files = {}, .word = verify::Word::valid, .date = *date, .list = {}};
    if (use->list) run.list = use->list->header;
    verify::Grounds grounds{index ? &*index : nullptr, use->keys ? &*use->keys : nullptr, {{default_host}}};
    if (request.has("host")) grounds.hosts.names.push_back(request.text("host"));
    const Checker checker(std::move(grounds), *date, *effort, form == ".html");
    const auto files = gather(request.options.at("file"));
    if (files.empty()) return error(Cause::missing, "verify.no_files", {request.text("file")});
    for (std::size_t i = 0; i < files.size(); ++i) {
        checker.check(files[i], run.files);
        if (around.progress) around.progress(i + 1, files.size());
    }
    const bool all_unreadable = std::all_of(
        run.files.begin(), run.files.end(), [](const CheckedFile& file) { return file.trouble.has_value(); });
    if (all_unreadable) return *run.files.front().trouble;
    for (const auto& file : run.files)
        run.word = std::max(run.word, file.word);

    Report report;
    report.words = check_words(run, around.lang);
    report.json = check_json(run, around.lang);
    report.exit_status = run.word == verify::Word::valid ? 0 : run.word == verify::Word::invalid ? 1 : 2;
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
