#include "bench/grade_pdf.h"
#include "bench/jobs.h"
#include "bench/picture.h"
#include "decode/whole.h"
#include "job/read_options.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::bench {
namespace {

constexpr int most_dpi = 9600, usable = 2, margin_modules = 5;

// 1: a print that fails; 2: a weak one, one that asks for something to be done, or one that could not be estimated.
int exit_status(const GradedFile& graded) {
    int status = 0;
    for (const auto& symbol : graded.symbols) {
        const bool withheld = symbol.grade.trust == grade::Trust::withheld;
        if (!withheld && symbol.grade.level == 0) return 1;
        const auto questions = std::count_if(symbol.remarks.begin(), symbol.remarks.end(), [](const Finding& finding) {
            return finding.severity == Severity::check;
        });
        const int on_trust = symbol.grade.trust == grade::Trust::low ? 1 : 0; // that the estimate is rough
        if (withheld || questions > on_trust || symbol.grade.level < usable) status = 2;
    }
    return status;
}

// A scan to be graded.
struct GradeWish {
    std::filesystem::path file;
    std::optional<std::filesystem::path> report; // .html, .pdf or .json
    std::optional<double> dpi;                   // of the scan; else as the file or the symbol tells
    std::optional<int> print_dpi;                // of the printer

    std::string report_form() const { return report ? ending_of(*report) : ""; }
};

Result<GradeWish> read_grade_wish(const job::Request& request) {
    GradeWish wish{request.text("file"), job::text_option(request, "report"), {}, {}};
    const auto form = wish.report_form();
    if (wish.report && form != ".html" && form != ".pdf" && form != ".json")
        return error(Cause::usage, "grade.report_form", {wish.report->string()});
    if (request.has("dpi")) wish.dpi = TRY(job::number_option(request, "dpi", 0, 72, most_dpi));
    if (request.has("print-dpi"))
        wish.print_dpi = static_cast<int>(TRY(job::number_option(request, "print-dpi", 0, 72, most_dpi)));
    return wish;
}

// What red light sees of the photo; nothing when the colours are those of another size.
std::optional<photo::Photo> red_of(const photo::Colours& colours, const photo::Photo& photo) {
    if (colours.width != photo.width || colours.height != photo.height) return {};
    photo::Photo red{photo.width, photo.height, {}};
    red.grey.reserve(photo.grey.size());
    for (std::size_t i = 0; i < colours.rgb.size(); i += 3)
        red.grey.push_back(colours.rgb[i]);
    return red;
}

// Every symbol of the file, page by page; with its picture where the report shows it.
Result<std::vector<GradedSymbol>> grade_symbols_of(const GradeWish& wish) {
    const auto bytes = TRY(read_file(wish.file, decode::most_photo_bytes));
    std::vector<GradedSymbol> symbols;
    const auto take = [&](int page, const photo::Photo& photo) {
        std::optional<photo::Colours> colours;
        const auto red = [&] {
            colours = decode::whole_in_colour(wish.file, bytes, page, 1);
            auto picture = colours ? red_of(*colours, photo) : std::nullopt;
            if (!picture) colours.reset();
            return picture;
        };
        for (auto& grade : grade::grade_symbols({photo, red}, wish.dpi)) {
            auto found = grade::remarks(grade, wish.print_dpi);
            auto picture = wish.report_form() == ".html" ? cut_out_png(photo,
                                                                       colours ? &*colours : nullptr,
                                                                       grade.reading.corners,
                                                                       margin_modules * grade.pixels_a_module)
                                                         : std::string();
            symbols.push_back({std::move(grade), std::move(found), page, std::move(picture)});
        }
    };
    TRY(decode::each_picture(wish.file, bytes, take));
    return symbols;
}

Outcome write_report(const GradeWish& wish,
                     const GradedFile& graded,
                     const job::Report& report,
                     const job::Surroundings& around) {
    if (!wish.report) return done;
    const auto form = wish.report_form();
    if (form == ".html") return write_file(*wish.report, grade_html(graded, around.lang));
    if (form == ".json") return write_file(*wish.report, job::dump(report.json));
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    const auto pdf = TRY(grade_pdf(graded, *fonts, around.lang));
    return write_file(*wish.report, pdf);
}

} // namespace

Result<job::Report> grade_scan(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_grade_wish(request));
    auto symbols = TRY(grade_symbols_of(wish));
    const GradedFile graded{wish.file.string(), around.today, std::move(symbols)};
    job::Report report;
    report.json = grade_json(graded, around.lang);
    report.words = grade_words(graded, around.lang);
    if (graded.symbols.empty()) {
        report.remarks.push_back(say({"grade.no_symbol", {wish.file.string()}}, around.lang));
        report.exit_status = 2;
        return report;
    }
    report.exit_status = exit_status(graded);
    TRY(write_report(wish, graded, report, around));
    return report;
}

} // namespace temsao::bench
