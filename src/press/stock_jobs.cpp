#include "job/json.h"
#include "job/read_options.h"
#include "page/test_sheet.h"
#include "press/jobs.h"
#include "press/known_printers.h"
#include "press/paper_file.h"
#include "press/stock_facts.h"
#include "press/stocks.h"
#include "system/file.h"

#include <algorithm>
#include <charconv>

namespace temsao::press {
namespace {

constexpr auto default_stock = "a4-60x40"; // plain A4
constexpr Mm longest_measure{1500};

// The sheet as people see it: a circle for a free sticker, a dot where one is gone.
std::string picture(const page::Stock& stock, const page::FreePositions& free) {
    std::string text;
    for (int position = 1; position <= stock.positions(); ++position) {
        text += (position - 1) % stock.columns == 0 ? "  " : " ";
        text += std::binary_search(free.begin(), free.end(), position) ? "○" : "·";
        if (position % stock.columns == 0) text += "\n";
    }
    return text;
}

// "20,4 20,1 19,8", "20.4; 20.1" or "20.4, 20.1": a comma within a number is a decimal one unless a blank follows.
Result<std::vector<Mm>> read_measures(const std::string& text) {
    std::string separated;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool listing = text[i] == ';' || (text[i] == ',' && (i + 1 == text.size() || text[i + 1] == ' '));
        separated += listing ? ' ' : text[i] == ',' ? '.' : text[i];
    }
    std::vector<Mm> measures;
    const auto* at = separated.data();
    const auto* const end = at + separated.size();
    for (;;) {
        at = std::find_if(at, end, [](char c) { return c != ' '; });
        if (at == end) return measures;
        double value = 0;
        const auto [read_to, failed] = std::from_chars(at, end, value, std::chars_format::fixed);
        if (failed != std::errc{} || (read_to != end && *read_to != ' ') ||
            !(value >= 0 && value <= longest_measure.value))
            return error(Cause::usage, "printer.measures", {text});
        measures.push_back({value});
        at = read_to;
    }
}

std::string decimal(double value, const char* format) {
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

// Print a test sheet (--out), or store what was measured on one (--measured).
struct CalibrationWish {
    std::optional<std::filesystem::path> out;
    std::string measured;
    std::optional<std::string> printer, stock;
    std::optional<int> dpi;
    Date date;
};

Result<CalibrationWish> read_calibration_wish(const job::Request& request, const job::Surroundings& around) {
    if (request.has("out") == request.has("measured")) return error(Cause::usage, "calibrate.which");
    const auto date = TRY(job::date_option(request, "date", around.today));
    CalibrationWish wish{.out = job::text_option(request, "out"),
                         .measured = request.text("measured"),
                         .printer = job::text_option(request, "printer"),
                         .stock = job::text_option(request, "stock"),
                         .dpi = {},
                         .date = date};
    if (request.has("dpi")) wish.dpi = TRY(job::number_option(request, "dpi", 0, 72, 2400));
    return wish;
}

Result<job::Report>
print_test_sheet(const CalibrationWish& wish, const job::Surroundings& around, const page::TestSheet& sheet) {
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    const auto& out = *wish.out;
    const auto resolution = Resolution::from_dpi(wish.dpi.value_or(300));
    const auto command = std::string("temsao stock calibrate --printer ") + wish.printer.value_or("MAY-IN") +
                         (wish.stock ? " --stock " + *wish.stock : "") + " --measured \"" +
                         (sheet.is_small() ? "a c" : "a b c d e") + "\"";
    const auto drawing = std::make_shared<const label::Drawing>(sheet.draw(command, *fonts));
    const auto bytes =
        TRY(paper_bytes(drawing, out, resolution, {.title = drawing->title, .created = wish.date}, *fonts));
    TRY(write_file(out, bytes));
    job::Report report;
    report.words = say({"calibrate.made", {out.string(), command}}, around.lang) + "\n";
    report.json = {{"file", out.string()}};
    return report;
}

Result<job::Report>
store_measures(const CalibrationWish& wish, const job::Surroundings& around, const page::TestSheet& sheet) {
    const auto name = wish.printer.value_or("");
    const auto dpi = wish.dpi.value_or(0);
    if (!is_printer_name(name)) return error(Cause::usage, "printer.name", {name});
    const auto measures = TRY(read_measures(wish.measured));
    const auto correction = TRY(sheet.correction(measures));
    TRY(change_printer(around, name, [&](KnownPrinter& printer) -> Outcome {
        printer.correction = correction;
        printer.dpi = printer.connection && dpi == 0 ? printer.dpi : dpi; // what it said itself stays
        return done;
    }));
    job::Report report;
    report.words = say({"calibrate.stored",
                        {name,
                         decimal(correction.right.value, "%+.2f"),
                         decimal(correction.down.value, "%+.2f"),
                         decimal(correction.across_scale * 100, "%.2f"),
                         decimal(correction.down_scale * 100, "%.2f"),
                         decimal(correction.turn_degrees, "%+.2f")}},
                       around.lang) +
                   "\n";
    report.json = {{"printer", name},
                   {"right_mm", correction.right.value},
                   {"down_mm", correction.down.value},
                   {"across_scale", correction.across_scale},
                   {"down_scale", correction.down_scale},
                   {"turn_degrees", correction.turn_degrees},
                   {"dpi", dpi}};
    return report;
}

} // namespace

Result<job::Report> list_stock(const job::Request&, const job::Surroundings& around) {
    job::Report report;
    job::Json all = job::Json::array();
    for (const auto& facts : TRY(stock_facts(around))) {
        const auto& stock = facts.stock;
        report.words += job::padded(stock.id, 14) + job::padded(stock.words, 36);
        if (!facts.used.empty()) {
            std::size_t free = 0;
            for (const auto& sheet : facts.used)
                free += sheet.size();
            report.words +=
                say({"stock.used", {std::to_string(facts.used.size()), std::to_string(free)}}, around.lang) + " ";
        }
        report.words += (stock.is_measured ? "" : say({"stock.measure_first", {}}, around.lang)) + "\n";
        all.push_back(to_json(facts));
    }
    report.json = {{"stocks", all}};
    return report;
}

Result<job::Report> show_sheets(const job::Request& request, const job::Surroundings& around) {
    const auto stock = TRY(find_stock(around, request.text("stock")));
    const bool changes = request.has("clear") || request.has("free");
    std::optional<RecordFile> held; // to look needs no writing
    if (changes) held.emplace(TRY(hold_used_sheets(around)));
    auto used = TRY(load_used_sheets(around));
    auto& sheets = used[stock.id];
    if (request.has("clear")) sheets.clear();
    if (request.has("free")) {
        auto free = TRY(read_positions(request.text("free"), stock.positions()));
        sheets.push_back(std::move(free));
        if (sheets.size() > most_used_sheets) sheets.erase(sheets.begin());
    }
    if (changes) {
        auto changed = used;
        if (sheets.empty()) changed.erase(stock.id);
        TRY(held->replace(used_sheets_bytes(changed)));
    }
    job::Report report;
    for (const auto& free : sheets)
        report.words += say({"stock.sheet", {std::to_string(free.size()), write_positions(free)}}, around.lang) + "\n" +
                        picture(stock, free);
    if (sheets.empty()) report.words = say({"stock.no_sheets", {stock.id}}, around.lang) + "\n";
    report.json = to_json(StockFacts{stock, sheets});
    return report;
}

Result<job::Report> calibrate_printer(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_calibration_wish(request, around));
    const auto stock = TRY(find_stock(around, wish.stock.value_or(default_stock)));
    const page::TestSheet sheet(stock.sheet);
    return wish.out ? print_test_sheet(wish, around, sheet) : store_measures(wish, around, sheet);
}

} // namespace temsao::press
