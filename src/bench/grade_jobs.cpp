#include "bench/grade_report.h"
#include "bench/jobs.h"
#include "bench/picture.h"
#include "decode/decode.h"
#include "job/read_options.h"
#include "system/file.h"

namespace temsao::bench {
namespace {

constexpr int most_dpi = 9600, usable = 2, margin_modules = 5;

// 1: a print that fails; 2: a weak one, or one that could not be estimated.
int exit_status(const GradedFile& graded) {
    int status = 0;
    for (const auto& symbol : graded.symbols) {
        const bool withheld = symbol.grade.trust == grade::Trust::withheld;
        if (!withheld && symbol.grade.level == 0) return 1;
        if (withheld || symbol.grade.level < usable) status = 2;
    }
    return status;
}

} // namespace

Result<job::Report> grade_scan(const job::Request& request, const job::Surroundings& around) {
    const std::filesystem::path report_file = request.text("report");
    const auto form = report_file.extension().string();
    if (request.has("report") && form != ".html" && form != ".pdf" && form != ".json")
        return error(Cause::usage, "grade.report_form", {report_file.string()});
    const auto dpi = TRY(job::number_option(request, "dpi", 0, 72, most_dpi));
    const std::filesystem::path file = request.text("file");
    const auto bytes = TRY(read_file(file, decode::most_photo_bytes));

    GradedFile graded{file.string(), around.today, {}};
    const auto take = [&](int page, const photo::Photo& photo) {
        for (auto& grade : grade::grade_symbols(photo, dpi > 0 ? std::optional<double>(dpi) : std::nullopt)) {
            auto found = grade::remarks(grade);
            auto picture = form == ".html"
                               ? cut_out_png(photo, grade.reading.corners, margin_modules * grade.pixels_a_module)
                               : std::string();
            graded.symbols.push_back({std::move(grade), std::move(found), page, std::move(picture)});
        }
    };
    TRY(decode::each_picture(file, bytes, take));

    job::Report report;
    report.json = grade_json(graded, around.lang);
    report.words = grade_words(graded, around.lang);
    if (graded.symbols.empty()) {
        report.remarks.push_back(say({"grade.no_symbol", {file.string()}}, around.lang));
        report.exit_status = 2;
        return report;
    }
    report.exit_status = exit_status(graded);
    if (form == ".pdf") {
        const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
        const auto pdf = TRY(grade_pdf(graded, *fonts, around.lang));
        TRY(write_file(report_file, pdf));
    } else if (request.has("report")) {
        const auto text = form == ".html" ? grade_html(graded, around.lang) : job::dump(report.json);
        TRY(write_file(report_file, text));
    }
    return report;
}

} // namespace temsao::bench
