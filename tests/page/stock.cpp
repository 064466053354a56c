// Tables of stocks, as people write them.
#include "page/stock.h"

#include "catch.h"
#include "system/file.h"

#include <algorithm>
#include <sstream>

using namespace temsao;
using namespace temsao::page;

namespace {

using Row = std::vector<std::string>;

// As the shipped table has them: what is tested here is that table, and the reader must know its headings.
const Row& headings() {
    static const Row first = [] {
        const auto table = read_file(std::string(TEMSAO_SOURCE_DIR) + "/templates/stocks.csv", 1 << 20);
        REQUIRE(table.ok());
        std::istringstream line(table->substr(0, table->find('\n')));
        Row cells;
        for (std::string cell; std::getline(line, cell, ',');)
            cells.push_back(cell);
        return cells;
    }();
    return first;
}

Row with(Row row, const std::string& heading, const std::string& value) {
    const auto found = std::find(headings().begin(), headings().end(), heading);
    REQUIRE(found != headings().end());
    row.resize(headings().size());
    row[static_cast<std::size_t>(found - headings().begin())] = value;
    return row;
}

Row row_of(std::initializer_list<std::pair<std::string, std::string>> cells) {
    Row row;
    for (const auto& [heading, value] : cells)
        row = with(row, heading, value);
    return row;
}

Row sheet() {
    return row_of({{"id", "L7160"},
                   {"name", "Avery"},
                   {"kind", "sheet"},
                   {"sheet_width", "210"},
                   {"sheet_height", "297"},
                   {"sticker_width", "63,5"},
                   {"sticker_height", "38.1"},
                   {"left", "7.21"},
                   {"top", "15.15"},
                   {"across", "66.04"},
                   {"down", "38.1"},
                   {"columns", "3"},
                   {"rows", "7"},
                   {"measured", "yes"},
                   {"source", "Avery"},
                   {"date", "2026-11-23"}});
}

Row roll() {
    return row_of({{"id", "roll-2"},
                   {"name", "Cuộn"},
                   {"kind", "roll"},
                   {"sheet_width", "77"},
                   {"sticker_width", "35"},
                   {"sticker_height", "22"},
                   {"left", "2.5"},
                   {"across", "37"},
                   {"columns", "2"},
                   {"gap", "2"},
                   {"measured", "no"},
                   {"source", "đo"},
                   {"date", "2026-11-23"}});
}

} // namespace

TEST_CASE("a sheet and a roll are read, decimal commas and empty rows allowed") {
    const auto stocks = read_stocks({{}, headings(), sheet(), {"", ""}, roll()}, "own.csv");
    REQUIRE(stocks.ok());
    REQUIRE(stocks->size() == 2);
    const auto &first = (*stocks)[0], &second = (*stocks)[1];
    CHECK(first.sticker == SizeMm{{63.5}, {38.1}});
    CHECK(first.positions() == 21);
    CHECK(first.is_measured);
    CHECK(second.kind == Stock::Kind::roll);
    CHECK(second.sheet == SizeMm{{77}, {22}}); // one row of stickers is a page
    CHECK(second.positions() == 2);
    CHECK(second.gap == Mm{2});
    CHECK_FALSE(second.is_measured);
}

TEST_CASE("what is wrong in a table is named by file, row, column and value") {
    struct Case {
        Row row;
        const char* id;
        Row facts;
    };

    const Case cases[] = {
        {with(sheet(), "id", "L 7160"), "stock.cell", {"own.csv", "3", "id", "L 7160", "A-Z a-z 0-9 . _ -, 1..40"}},
        {with(sheet(), "kind", "tờ"), "stock.cell", {"own.csv", "3", "kind", "tờ", "sheet | roll"}},
        {with(sheet(), "left", "7.2mm"), "stock.cell", {"own.csv", "3", "left", "7.2mm", "0.00..1500.00 mm"}},
        {with(sheet(), "left", "nan"), "stock.cell", {"own.csv", "3", "left", "nan", "0.00..1500.00 mm"}},
        {with(sheet(), "sheet_width", "1501"),
         "stock.cell",
         {"own.csv", "3", "sheet_width", "1501", "1.00..1500.00 mm"}},
        {with(sheet(), "rows", "0"), "stock.cell", {"own.csv", "3", "rows", "0", "1..1000"}},
        {with(sheet(), "across", ""), "stock.cell", {"own.csv", "3", "across", "", "1.00..1500.00 mm"}},
        {with(sheet(), "gap", "2"), "stock.cell", {"own.csv", "3", "gap", "2", "–"}},
        {with(sheet(), "date", "23/11/2026"), "stock.cell", {"own.csv", "3", "date", "23/11/2026", "2026-11-24"}},
        {with(sheet(), "measured", "maybe"), "stock.cell", {"own.csv", "3", "measured", "maybe", "no | yes"}},
        {with(roll(), "gap", "26"), "stock.cell", {"own.csv", "3", "gap", "26", "0.00..25.40 mm"}},
        {with(roll(), "rows", "4"), "stock.cell", {"own.csv", "3", "rows", "4", "–"}},
        {with(sheet(), "columns", "4"), "stock.grid_outside", {"own.csv", "3", "L7160", "58.83", "→"}},
        {with(sheet(), "top", "31"), "stock.grid_outside", {"own.csv", "3", "L7160", "0.70", "↓"}},
        {with(sheet(), "down", "37.9"), "stock.grid_overlap", {"own.csv", "3", "L7160", "↓"}},
        {roll(), "stock.twice", {"own.csv", "3", "roll-2"}},
    };
    for (const auto& [row, id, facts] : cases) {
        CAPTURE(id, facts);
        const auto stocks = read_stocks({headings(), roll(), row}, "own.csv");
        REQUIRE_FALSE(stocks.ok());
        CHECK(stocks.error().what.id == id);
        CHECK(stocks.error().what.facts == facts);
    }
    for (std::size_t i = 0; i < headings().size(); ++i) {
        const auto heading = headings()[i];
        CAPTURE(heading);
        auto odd = headings(), fewer = headings();
        odd[i] = "lề";
        CHECK(read_stocks({odd, sheet()}, "own.csv").error().what.facts == Row{"own.csv", "lề"});
        fewer[i] = "";
        CHECK(read_stocks({fewer, sheet()}, "own.csv").error().what.facts == Row{"own.csv", heading});
    }
    CHECK(read_stocks({}, "own.csv").error().what.id == "stock.empty");
    std::vector<Row> many{headings()};
    for (std::size_t i = 0; i <= most_stocks; ++i)
        many.push_back(with(sheet(), "id", "s" + std::to_string(i)));
    CHECK(read_stocks(many, "own.csv").error().what.id == "stock.too_many");
}
