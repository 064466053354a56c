// Which column means what, by our own reading and by what a person says.
#include "catalog/columns.h"

#include "catalog/csv.h"
#include "catalog/import.h"
#include "catch.h"

using namespace temsao;
using namespace temsao::catalog;

namespace {

Table table_of(const std::string& headings) {
    const auto table = read_csv(headings + "\nMật ong,HTX Mẫu,4 sao,12/QĐ-UBND,15/10/2025,khô ráo\n", "a.csv");
    REQUIRE(table.ok());
    return *table;
}

HeadingMap said(std::initializer_list<const char*> texts, bool is_kept = false) {
    HeadingMap map;
    for (const auto* text : texts) {
        map.push_back(*read_said_meaning(text));
        map.back().is_kept = is_kept;
    }
    return map;
}

} // namespace

TEST_CASE("a heading that nobody knows is read as a person says, whatever case it is in") {
    const auto table = table_of("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,HDBQ");
    CHECK_FALSE(find_columns(table, "a.csv")->has("storage"));
    for (const auto* text : {"HDBQ=storage", "hdbq = storage"}) {
        const auto columns = find_columns(table, "a.csv", said({text}));
        REQUIRE(columns.ok());
        CHECK(columns->place.at("storage") == 5);
        CHECK(columns->all.at(5).is_said);
        CHECK_FALSE(columns->all.at(0).is_said);
    }
    CHECK(import_table(table, "a.csv", {}, said({"HDBQ=storage"}))->products.at(0).facts.at("storage") == "khô ráo");
}

TEST_CASE("what a person says goes before our own reading, and may leave a column out") {
    const auto table = table_of("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Bảo quản");
    const auto turned = find_columns(table, "a.csv", said({"Tên sản phẩm=producer", "Chủ thể=name", "Bảo quản="}));
    REQUIRE(turned.ok());
    CHECK(turned->place.at("name") == 1);
    CHECK(turned->place.at("producer") == 0);
    CHECK_FALSE(turned->has("storage"));
    CHECK(turned->all.at(5).meaning.empty());
}

TEST_CASE("a list whose headings are all foreign is found by what a person says") {
    const auto table = table_of("A1,B1,C1,D1,E1,F1");
    CHECK(find_columns(table, "a.csv").error().what.id == "columns.missing");
    const auto columns =
        find_columns(table, "a.csv", said({"A1=name", "B1=producer", "C1=stars", "D1=decision", "E1=issued"}));
    REQUIRE(columns.ok());
    CHECK(columns->place.size() == 5);
}

TEST_CASE("of two columns that could be meant a person chooses one") {
    const auto table = table_of("Tên sản phẩm,Chủ thể,Hạng sao,Ngày ký QĐ,Ngày QĐ,Ngày quyết định");
    CHECK(find_columns(table, "a.csv").error().what.id == "columns.two");
    CHECK(find_columns(table, "a.csv", said({"Ngày quyết định=", "Ngày ký QĐ="}))->place.at("issued") == 4);
}

TEST_CASE("a heading that the file lacks is refused when it is said now, and passed over when it was said before") {
    const auto table = table_of("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,HDBQ");
    const auto refused = find_columns(table, "a.csv", said({"Cách dùng=usage"}));
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().what.id == "columns.map_heading");
    CHECK(refused.error().what.facts.at(1) == "Cách dùng");
    CHECK(find_columns(table, "a.csv", said({"Cách dùng=usage"}, true)).ok());
}

TEST_CASE("a mapping has a heading, an equals sign and a field that there is") {
    CHECK(read_said_meaning("Giá = bán=net_quantity")->heading == "Giá = bán");
    for (const auto* wrong : {"", "HDBQ", "=storage", "HDBQ=nonsense", "HDBQ=Storage"})
        CHECK(read_said_meaning(wrong).error().what.id == "columns.map");
}

TEST_CASE("a kept field that there is not says nothing, and our own reading counts") {
    const auto table = table_of("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Bảo quản");
    const HeadingMap damaged = {{.heading = "Bảo quản", .meaning = "stprage", .is_kept = true}};
    const auto columns = find_columns(table, "a.csv", damaged);
    REQUIRE(columns.ok());
    CHECK(columns->place.at("storage") == 5);
    CHECK_FALSE(columns->all.at(5).is_said);
}
