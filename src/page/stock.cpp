#include "page/stock.h"

#include "base/date.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace temsao::page {
namespace {

constexpr std::string_view headings[] = {"id",
                                         "name",
                                         "kind",
                                         "sheet_width",
                                         "sheet_height",
                                         "sticker_width",
                                         "sticker_height",
                                         "left",
                                         "top",
                                         "across",
                                         "down",
                                         "columns",
                                         "rows",
                                         "gap",
                                         "measured",
                                         "source",
                                         "date"};
constexpr std::size_t longest_id = 40, longest_words = 80, longest_source = 200;
constexpr Mm grace{0.05}; // makers round
constexpr Mm widest_gap{25.4};

using Rows = std::vector<std::vector<std::string>>;

// One row of the table while it becomes a stock. The first cell that is wrong ends it.
class RowReader {
public:
    RowReader(const std::vector<std::string>& cells, const std::map<std::string, std::size_t>& columns)
        : cells_(cells),
          columns_(columns) {}

    const std::string& text(const std::string& heading) const {
        static const std::string none;
        const auto column = columns_.at(heading);
        return column < cells_.size() ? cells_[column] : none;
    }

    std::string words(const std::string& heading, std::size_t longest) {
        const auto& value = text(heading);
        if (value.empty() || value.size() > longest) wrong(heading, "1.." + std::to_string(longest) + " byte");
        return value;
    }

    std::string id() {
        const auto& value = text("id");
        constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
        if (value.empty() || value.size() > longest_id || value.find_first_not_of(allowed) != value.npos)
            wrong("id", "A-Z a-z 0-9 . _ -, 1..40");
        return value;
    }

    // One of two words: is it the second?
    bool second_of(const std::string& heading, const std::string& first, const std::string& second) {
        const auto& value = text(heading);
        if (value != first && value != second) wrong(heading, first + " | " + second);
        return value == second;
    }

    // Empty gives `otherwise`, where there is one.
    Mm length(const std::string& heading, Mm least, Mm most, std::optional<Mm> otherwise = {}) {
        auto value = text(heading);
        if (value.empty() && otherwise) return *otherwise;
        if (const auto comma = value.find(','); comma != value.npos) value[comma] = '.';
        double number = 0;
        const auto* const end = value.data() + value.size();
        const auto [read_to, failed] = std::from_chars(value.data(), end, number, std::chars_format::fixed);
        if (failed != std::errc{} || read_to != end || !(number >= least.value && number <= most.value))
            wrong(heading, millimetres(least, 2) + ".." + millimetres(most, 2) + " mm");
        return {number};
    }

    int count(const std::string& heading) {
        const auto& value = text(heading);
        int number = 0;
        const auto* const end = value.data() + value.size();
        const auto [read_to, failed] = std::from_chars(value.data(), end, number);
        if (failed != std::errc{} || read_to != end || number < 1 || number > most_positions)
            wrong(heading, "1.." + std::to_string(most_positions));
        return number;
    }

    std::string date() {
        const auto& value = text("date");
        if (!Date::parse_iso(value)) wrong("date", "2026-11-24");
        return value;
    }

    void must_be_empty(const std::string& heading) {
        if (!text(heading).empty()) wrong(heading, "–");
    }

    struct Wrong {
        std::string heading, wanted;
    };

    void wrong(const std::string& heading, std::string wanted) {
        if (!wrong_) wrong_ = {heading, std::move(wanted)};
    }

    const std::optional<Wrong>& wrong() const { return wrong_; }

private:
    const std::vector<std::string>& cells_;
    const std::map<std::string, std::size_t>& columns_;
    std::optional<Wrong> wrong_;
};

Stock read_row(RowReader& row) {
    constexpr Mm least{1};
    Stock stock;
    stock.id = row.id();
    stock.words = row.words("name", longest_words);
    stock.kind = row.second_of("kind", "sheet", "roll") ? Stock::Kind::roll : Stock::Kind::sheet;
    stock.sticker = {row.length("sticker_width", least, largest_sheet),
                     row.length("sticker_height", least, largest_sheet)};
    stock.sheet.width = row.length("sheet_width", least, largest_sheet);
    stock.left = row.length("left", {}, largest_sheet, Mm{});
    stock.columns = row.count("columns");
    stock.across_pitch = row.length(
        "across", least, largest_sheet, stock.columns == 1 ? std::optional(stock.sticker.width) : std::nullopt);
    if (stock.kind == Stock::Kind::roll) {
        for (const auto* heading : {"sheet_height", "top", "down", "rows"})
            row.must_be_empty(heading);
        stock.sheet.height = stock.sticker.height;
        stock.gap = row.length("gap", {}, widest_gap);
        stock.down_pitch = stock.sticker.height + stock.gap;
    } else {
        row.must_be_empty("gap");
        stock.sheet.height = row.length("sheet_height", least, largest_sheet);
        stock.top = row.length("top", {}, largest_sheet, Mm{});
        stock.rows = row.count("rows");
        stock.down_pitch = row.length(
            "down", least, largest_sheet, stock.rows == 1 ? std::optional(stock.sticker.height) : std::nullopt);
    }
    if (stock.columns <= most_positions && stock.rows <= most_positions && stock.positions() > most_positions)
        row.wrong("rows", "1.." + std::to_string(most_positions / stock.columns));
    stock.is_measured = row.second_of("measured", "no", "yes");
    stock.source = row.words("source", longest_source);
    stock.date = row.date();
    return stock;
}

// The stickers lie on the sheet and not on each other.
Outcome check_grid(const Stock& stock, const std::string& file, const std::string& row) {
    struct Direction {
        const char* arrow;
        Mm first, pitch, sticker, sheet;
        int count;
    };

    for (const auto& [arrow, first, pitch, sticker, sheet, count] :
         {Direction{"→", stock.left, stock.across_pitch, stock.sticker.width, stock.sheet.width, stock.columns},
          Direction{"↓", stock.top, stock.down_pitch, stock.sticker.height, stock.sheet.height, stock.rows}}) {
        if (count > 1 && pitch + grace < sticker)
            return error(Cause::data, "stock.grid_overlap", {file, row, stock.id, arrow});
        const Mm over = first + pitch * (count - 1) + sticker - sheet;
        if (over > grace)
            return error(Cause::data, "stock.grid_outside", {file, row, stock.id, millimetres(over, 2), arrow});
    }
    return done;
}

// Where each heading stands.
Result<std::map<std::string, std::size_t>> find_headings(const std::vector<std::string>& cells,
                                                         const std::string& file) {
    std::map<std::string, std::size_t> columns;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty()) continue;
        if (std::find(std::begin(headings), std::end(headings), cells[i]) == std::end(headings))
            return error(Cause::data, "stock.heading_unknown", {file, cells[i]});
        columns[cells[i]] = i;
    }
    for (const auto heading : headings)
        if (!columns.contains(std::string(heading)))
            return error(Cause::data, "stock.heading_missing", {file, std::string(heading)});
    return columns;
}

bool is_empty(const std::vector<std::string>& cells) {
    return std::all_of(cells.begin(), cells.end(), [](const auto& cell) { return cell.empty(); });
}

} // namespace

bool fits(const Stock& stock, SizeMm label) {
    constexpr Mm slack{0.05};
    return label.width <= stock.sticker.width + slack && label.height <= stock.sticker.height + slack;
}

Result<std::vector<Stock>> read_stocks(const Rows& rows, const std::string& file) {
    const auto first = std::find_if_not(rows.begin(), rows.end(), is_empty);
    if (first == rows.end()) return error(Cause::data, "stock.empty", {file});
    const auto columns = TRY(find_headings(*first, file));
    std::vector<Stock> stocks;
    for (auto cells = first + 1; cells != rows.end(); ++cells) {
        if (is_empty(*cells)) continue;
        const auto row = std::to_string(cells - rows.begin() + 1);
        if (stocks.size() == most_stocks)
            return error(Cause::data, "stock.too_many", {file, std::to_string(most_stocks)});
        RowReader reader(*cells, columns);
        auto stock = read_row(reader);
        if (const auto& wrong = reader.wrong())
            return error(
                Cause::data, "stock.cell", {file, row, wrong->heading, reader.text(wrong->heading), wrong->wanted});
        TRY(check_grid(stock, file, row));
        if (std::any_of(stocks.begin(), stocks.end(), [&](const Stock& other) { return other.id == stock.id; }))
            return error(Cause::data, "stock.twice", {file, row, stock.id});
        stocks.push_back(std::move(stock));
    }
    return stocks;
}

} // namespace temsao::page
