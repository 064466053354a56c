// Tables of stocks, as people write them.
#include "page/stock.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::page;

namespace {

using Row = std::vector<std::string>;

const Row headings{"id",
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
const Row sheet{"L7160",
                "Avery",
                "sheet",
                "210",
                "297",
                "63,5",
                "38.1",
                "7.21",
                "15.15",
                "66.04",
                "38.1",
                "3",
                "7",
                "",
                "yes",
                "Avery",
                "2026-11-23"};
const Row roll{
    "roll-2", "Cuộn", "roll", "77", "", "35", "22", "2.5", "", "37", "", "2", "", "2", "no", "đo", "2026-11-23"};

Row with(Row row, const std::string& heading, const std::string& value) {
    for (std::size_t i = 0; i < headings.size(); ++i)
        if (headings[i] == heading) row[i] = value;
    return row;
}

} // namespace

TEST_CASE("a sheet and a roll are read, decimal commas and empty rows allowed") {
    const auto stocks = read_stocks({{}, headings, sheet, {"", ""}, roll}, "own.csv");
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
        {with(sheet, "id", "L 7160"), "stock.cell", {"own.csv", "3", "id", "L 7160", "A-Z a-z 0-9 . _ -, 1..40"}},
        {with(sheet, "kind", "tờ"), "stock.cell", {"own.csv", "3", "kind", "tờ", "sheet | roll"}},
        {with(sheet, "left", "7.2mm"), "stock.cell", {"own.csv", "3", "left", "7.2mm", "0.00..1500.00 mm"}},
        {with(sheet, "left", "nan"), "stock.cell", {"own.csv", "3", "left", "nan", "0.00..1500.00 mm"}},
        {with(sheet, "sheet_width", "1501"), "stock.cell", {"own.csv", "3", "sheet_width", "1501", "1.00..1500.00 mm"}},
        {with(sheet, "rows", "0"), "stock.cell", {"own.csv", "3", "rows", "0", "1..1000"}},
        {with(sheet, "across", ""), "stock.cell", {"own.csv", "3", "across", "", "1.00..1500.00 mm"}},
        {with(sheet, "gap", "2"), "stock.cell", {"own.csv", "3", "gap", "2", "–"}},
        {with(sheet, "date", "23/11/2026"), "stock.cell", {"own.csv", "3", "date", "23/11/2026", "2026-11-24"}},
        {with(sheet, "measured", "maybe"), "stock.cell", {"own.csv", "3", "measured", "maybe", "no | yes"}},
        {with(roll, "gap", "26"), "stock.cell", {"own.csv", "3", "gap", "26", "0.00..25.40 mm"}},
        {with(roll, "rows", "4"), "stock.cell", {"own.csv", "3", "rows", "4", "–"}},
        {with(sheet, "columns", "4"), "stock.grid_outside", {"own.csv", "3", "L7160", "58.83", "→"}},
        {with(sheet, "top", "31"), "stock.grid_outside", {"own.csv", "3", "L7160", "0.70", "↓"}},
        {with(sheet, "down", "37.9"), "stock.grid_overlap", {"own.csv", "3", "L7160", "↓"}},
        {roll, "stock.twice", {"own.csv", "3", "roll-2"}},
    };
    for (const auto& [row, id, facts] : cases) {
        CAPTURE(id, facts);
        const auto stocks = read_stocks({headings, roll, row}, "own.csv");
        REQUIRE_FALSE(stocks.ok());
        CHECK(stocks.error().what.id == id);
        CHECK(stocks.error().what.facts == facts);
    }
    auto odd = headings;
    odd[7] = "lề";
    CHECK(read_stocks({odd, sheet}, "own.csv").error().what.facts == Row{"own.csv", "lề"});
    auto fewer = headings;
    fewer[7] = "";
    CHECK(read_stocks({fewer, sheet}, "own.csv").error().what.facts == Row{"own.csv", "left"});
    CHECK(read_stocks({}, "own.csv").error().what.id == "stock.empty");
    std::vector<Row> many{headings};
    for (std::size_t i = 0; i <= most_stocks; ++i)
        many.push_back(with(sheet, "id", "s" + std::to_string(i)));
    CHECK(read_stocks(many, "own.csv").error().what.id == "stock.too_many");
}
