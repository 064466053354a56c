#include "press/stocks.h"

#include "catalog/table.h"
#include "job/json.h"
#include "sheet/table_reading.h"
#include "system/file.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace temsao::press {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = 1 << 20;
constexpr std::size_t most_files = 100;

Result<std::vector<page::Stock>> read_stock_file(const fs::path& file) {
    const auto bytes = TRY(read_file(file, most_bytes));
    const auto table = TRY(sheet::read_table(bytes, file.filename().string()));
    std::vector<std::vector<std::string>> rows;
    for (const auto& cells : table.rows) {
        auto& row = rows.emplace_back();
        for (const auto& cell : cells)
            row.push_back(cell.text);
    }
    return page::read_stocks(rows, file.filename().string());
}

std::vector<fs::path> own_stock_files(const job::Surroundings& around) {
    std::vector<fs::path> files;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(around.home / "stocks", failed))
        if (const auto extension = entry.path().extension(); extension == ".csv" || extension == ".xlsx")
            files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.size() > most_files) files.resize(most_files);
    return files;
}

// An object, empty when there is no such file.
Result<job::Json> load_json(const fs::path& file) {
    std::error_code failed;
    if (!fs::exists(file, failed)) return job::Json::object();
    const auto bytes = TRY(read_file(file, most_bytes));
    auto json = job::read_json(bytes);
    if (!json || !json->is_object()) return error(Cause::data, "home.file", {file.string()});
    return *std::move(json);
}

Outcome save_json(const job::Surroundings& around, const fs::path& file, const job::Json& json) {
    std::error_code failed;
    fs::create_directories(around.home, failed);
    return write_file(file, job::dump(json));
}

double number(const job::Json& json, const char* name, double least, double most) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number()) return least - 1;
    const auto value = found->get<double>();
    return value >= least && value <= most ? value : least - 1;
}

std::optional<KnownPrinter> read_printer(const job::Json& json) {
    constexpr double shift = page::largest_shift.value, scale = page::largest_scale_error,
                     turn = page::largest_turn_degrees;
    if (!json.is_object()) return {};
    const double right = number(json, "right_mm", -shift, shift), down = number(json, "down_mm", -shift, shift);
    const double across = number(json, "across_scale", 1 - scale, 1 + scale);
    const double along = number(json, "down_scale", 1 - scale, 1 + scale);
    const double degrees = number(json, "turn_degrees", -turn, turn), dpi = number(json, "dpi", 0, 2400);
    if (right < -shift || down < -shift || across < 1 - scale || along < 1 - scale || degrees < -turn || dpi < 0)
        return {};
    return KnownPrinter{{{right}, {down}, across, along, degrees}, static_cast<int>(dpi)};
}

fs::path printers_file(const job::Surroundings& around) {
    return around.home / "printers.json";
}

std::string size_words(SizeMm size) {
    char text[48];
    std::snprintf(text, sizeof text, "%g × %g mm", size.width.value, size.height.value);
    return text;
}

fs::path sheets_file(const job::Surroundings& around) {
    return around.home / "sheets.json";
}

} // namespace

Result<std::vector<page::Stock>> load_stocks(const job::Surroundings& around) {
    auto stocks = read_stock_file(around.share / "templates" / "stocks.csv");
    if (!stocks) return stocks.error();
    for (const auto& file : own_stock_files(around)) {
        auto own = TRY(read_stock_file(file));
        for (auto& stock : own) {
            const auto same =
                std::find_if(stocks->begin(), stocks->end(), [&](const auto& other) { return other.id == stock.id; });
            if (same == stocks->end())
                stocks->push_back(std::move(stock));
            else
                *same = std::move(stock);
        }
    }
    return stocks;
}

Result<page::Stock> find_stock(const job::Surroundings& around, const std::string& id) {
    const auto stocks = TRY(load_stocks(around));
    std::string ids;
    for (const auto& stock : stocks) {
        if (stock.id == id) return stock;
        ids += (ids.empty() ? "" : ", ") + stock.id;
    }
    return error(Cause::missing, "stock.unknown", {id, ids});
}

Result<page::FreePositions> read_positions(const std::string& text, int most) {
    page::FreePositions positions;
    const auto wrong = error(Cause::usage, "stock.positions", {text, std::to_string(most)});
    const auto* at = text.data();
    const auto* const end = at + text.size();
    const auto take = [&](int& value) {
        const auto [read_to, failed] = std::from_chars(at, end, value);
        at = read_to;
        return failed == std::errc{} && value >= 1 && value <= most;
    };
    do {
        int first = 0;
        if (!take(first)) return wrong;
        int last = first;
        if (at != end && *at == '-' && (++at, !take(last) || last < first)) return wrong;
        for (int position = first; position <= last; ++position)
            if (positions.empty() || position > positions.back())
                positions.push_back(position);
            else
                return wrong;
    } while (at != end && *at++ == ',');
    return at == end && text.back() != ',' ? Result(positions) : wrong;
}

std::string write_positions(const page::FreePositions& positions) {
    std::string text;
    for (std::size_t i = 0; i < positions.size();) {
        auto end = i + 1;
        while (end < positions.size() && positions[end] == positions[end - 1] + 1)
            ++end;
        text += (text.empty() ? "" : ",") + std::to_string(positions[i]);
        if (end - i > 1) text += "-" + std::to_string(positions[end - 1]);
        i = end;
    }
    return text;
}

Result<FileLock> lock_paper(const job::Surroundings& around) {
    std::error_code failed;
    fs::create_directories(around.home, failed);
    return FileLock::take(around.home / "paper.lock", std::chrono::minutes(1));
}

Result<UsedSheets> load_used_sheets(const job::Surroundings& around) {
    const auto json = TRY(load_json(sheets_file(around)));
    UsedSheets sheets;
    for (const auto& [stock, list] : json.items()) {
        const auto wrong = error(Cause::data, "home.file", {sheets_file(around).string()});
        if (!list.is_array()) return wrong;
        for (const auto& sheet : list) {
            if (!sheet.is_string()) return wrong;
            auto free = read_positions(sheet.get<std::string>(), page::most_positions);
            if (!free) return wrong;
            sheets[stock].push_back(*std::move(free));
        }
    }
    return sheets;
}

Outcome save_used_sheets(const job::Surroundings& around, const UsedSheets& sheets) {
    job::Json json = job::Json::object();
    for (const auto& [stock, list] : sheets)
        for (const auto& sheet : list)
            json[stock].push_back(write_positions(sheet));
    return save_json(around, sheets_file(around), json);
}

Result<std::map<std::string, KnownPrinter>> known_printers(const job::Surroundings& around) {
    const auto json = TRY(load_json(printers_file(around)));
    std::map<std::string, KnownPrinter> known;
    for (const auto& [name, values] : json.items()) {
        const auto printer = read_printer(values);
        if (!printer) return error(Cause::data, "home.file", {printers_file(around).string()});
        known.emplace(name, *printer);
    }
    return known;
}

Result<KnownPrinter> find_printer(const job::Surroundings& around, const std::string& name) {
    const auto known = TRY(known_printers(around));
    if (const auto found = known.find(name); found != known.end()) return found->second;
    std::string names;
    for (const auto& [other, printer] : known)
        names += (names.empty() ? "" : ", ") + other;
    return error(Cause::missing, "printer.unknown", {name, names.empty() ? "–" : names});
}

Outcome save_printer(const job::Surroundings& around, const std::string& name, const KnownPrinter& printer) {
    const auto lock = TRY(lock_paper(around));
    auto json = TRY(load_json(printers_file(around)));
    const auto& correction = printer.correction;
    (json)[name] = {{"right_mm", correction.right.value},
                    {"down_mm", correction.down.value},
                    {"across_scale", correction.across_scale},
                    {"down_scale", correction.down_scale},
                    {"turn_degrees", correction.turn_degrees},
                    {"dpi", printer.dpi}};
    return save_json(around, printers_file(around), json);
}

namespace {

// The printer's own fault, and its resolution into the run.
Result<page::Correction> read_correction(const job::Request& request, const job::Surroundings& around, Run& run) {
    if (!request.has("printer")) return page::Correction();
    const auto& name = request.text("printer");
    const auto printer = TRY(find_printer(around, name));
    if (printer.dpi == 0) return printer.correction;
    if (!request.has("dpi")) run.resolution = Resolution::from_dpi(printer.dpi);
    if (printer.dpi != run.resolution.dpi()) { // its dots would not be the code's
        const auto own = Resolution::from_dpi(printer.dpi);
        const auto least = own.whole_dots_above(label::least_module);
        char millimetres[32];
        std::snprintf(millimetres, sizeof millimetres, "%.3f", own.length(least).value);
        return error(Cause::refused,
                     "printer.other_dpi",
                     {name,
                      std::to_string(printer.dpi),
                      std::to_string(run.resolution.dpi()),
                      std::to_string(least.value),
                      millimetres});
    }
    return printer.correction;
}

// Which used sheets to take, out of those known; the rest stays.
Result<std::vector<page::FreePositions>>
take_sheets(const job::Request& request, const page::Stock& stock, std::vector<page::FreePositions>& known) {
    std::vector<page::FreePositions> taken;
    const auto& text = request.text("start");
    if (text.empty()) return taken;
    if (text == "next") {
        taken.swap(known);
        return taken;
    }
    int start = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), start);
    if (failed != std::errc{} || end != text.data() + text.size())
        return error(Cause::usage, "stock.start", {text, std::to_string(stock.positions())});
    auto free = TRY(page::free_from(stock, start));
    if (const auto same = std::find(known.begin(), known.end(), free); same != known.end()) known.erase(same);
    if (start > 1) taken.push_back(std::move(free));
    return taken;
}

} // namespace

Result<Loading> load_printer(const job::Request& request, const job::Surroundings& around, Run& run) {
    const auto correction = TRY(read_correction(request, around, run));
    if (!request.has("stock")) {
        if (request.has("start")) return error(Cause::usage, "stock.start_without");
        return Loading{page::Imposition::one_a_page(correction, run.resolution, run.trimming), {}, {}, {}};
    }
    const auto stock = find_stock(around, request.text("stock"));
    if (!stock) return stock.error();
    TRY(page::has_room(*stock, run.trimming));
    if (run.printer) {
        if (stock->kind != page::Stock::Kind::roll) return error(Cause::refused, "stock.not_roll", {stock->id});
        if (!request.has("gap")) run.printer->settings.gap = stock->gap;
    }
    std::optional<FileLock> lock;
    if (stock->kind == page::Stock::Kind::sheet) {
        auto taken = TRY(lock_paper(around));
        lock.emplace(std::move(taken));
    }
    auto known = TRY(load_used_sheets(around));
    auto kept = (known)[stock->id];
    std::erase_if(kept, [&](const auto& free) { return free.back() > stock->positions(); }); // the stock was changed
    const auto used = TRY(take_sheets(request, *stock, kept));
    return Loading{page::Imposition::on_stock({*stock, used}, correction, run.resolution, run.trimming),
                   *stock,
                   used,
                   std::move(kept),
                   std::move(lock)};
}

Outcome check_fit(const job::Surroundings& around, const Loading& loading, SizeMm label) {
    if (!loading.stock || page::fits(*loading.stock, label)) return done;
    const auto stocks = TRY(load_stocks(around));
    std::string roomy;
    for (const auto& stock : stocks)
        if (stock.kind == loading.stock->kind && page::fits(stock, label))
            roomy += (roomy.empty() ? "" : ", ") + stock.id;
    return error(
        Cause::refused,
        "stock.label_too_large",
        {size_words(label), loading.stock->id, size_words(loading.stock->sticker), roomy.empty() ? "–" : roomy});
}

Outcome remember_sheets(const job::Surroundings& around, const Loading& loading, std::size_t labels) {
    if (!loading.stock || loading.stock->kind == page::Stock::Kind::roll) return done;
    auto known = TRY(load_used_sheets(around));
    auto left = loading.kept;
    for (auto& sheet : loading.imposition.left_after(labels))
        left.push_back(std::move(sheet));
    if (left.size() > most_used_sheets)
        left.erase(left.begin(), left.end() - static_cast<std::ptrdiff_t>(most_used_sheets));
    if (left.empty())
        known.erase(loading.stock->id);
    else
        (known)[loading.stock->id] = std::move(left);
    return save_used_sheets(around, known);
}

} // namespace temsao::press
