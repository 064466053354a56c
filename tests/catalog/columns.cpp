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

TEST_CASE("a day, an office or an end beside another paper is not the certificate's") {
    for (const auto* paper : {"Giấy ATTP",
                              "Số GCN ATTP",
                              "Số CCCD",
                              "Số ĐKKD",
                              "Chứng nhận VietGAP",
                              "Mã số thuế",
                              "Chứng nhận Halal",
                              "Số tự công bố",
                              "Giấy phép kinh doanh"})
        for (const auto* its : {"Ngày cấp", "Nơi cấp", "Cơ quan cấp", "Có giá trị đến", "Ngày hết hạn", "Ngày ký"}) {
            INFO(paper << " | " << its);
            const auto table = *read_csv(std::string("Tên sản phẩm,Chủ thể,Hạng sao,") + paper + "," + its +
                                             ",Nơi cấp,Quyết định,Ngày QĐ\nA,B,3,1,01/01/2020,S,1/QĐ-UBND,15/10/2025\n",
                                         "a.csv");
            const auto columns = find_columns(table, "a.csv");
            REQUIRE(columns.ok());
            CHECK(columns->all[4].meaning.empty());
            CHECK(columns->all[5].meaning.empty());
            CHECK(columns->place.at("decision") == 6);
            CHECK(columns->place.at("issued") == 7);
        }
    // After a column of the certificate, and in the heading that names it, they are the certificate's.
    const auto table =
        *read_csv("Tên sản phẩm,Chủ thể,Hạng sao,Số GCN ATTP,Số QĐ,Ngày cấp,Nơi cấp,Có giá trị đến\n", "a.csv");
    const auto columns = find_columns(table, "a.csv");
    REQUIRE(columns.ok());
    CHECK(columns->place.at("issued") == 5);
    CHECK(columns->place.at("issuer") == 6);
    CHECK(columns->place.at("valid_to") == 7);
    const auto named = find_columns(*read_csv("Tên sản phẩm,Chủ thể,Hạng sao,Số CCCD,Ngày cấp QĐ\n", "a.csv"), "a.csv");
    CHECK(named->place.at("issued") == 4);
    // "GCN" is the word for either paper, where both are called so.
    const auto either = [](const std::string& paper) {
        return *find_columns(
            *read_csv("Tên sản phẩm,Chủ thể,Hạng sao,Quyết định," + paper + ",Ngày cấp GCN\n", "a.csv"), "a.csv");
    };
    CHECK_FALSE(either("Số GCN ATTP").has("issued"));
    CHECK(either("Giấy ATTP").place.at("issued") == 5);
}

TEST_CASE("a heading in brackets that names a language is that of the text in it") {
    const auto meaning = [](const std::string& heading) {
        const auto table = *read_csv("\"" + heading + "\",Tên sản phẩm,Chủ thể,Hạng sao,Ngày QĐ\n", "a.csv");
        const auto columns = find_columns(table, "a.csv");
        REQUIRE(columns.ok());
        CHECK(columns->place.at("name") == 1);
        return columns->all.front().meaning;
    };
    CHECK(meaning("Tên sản phẩm (tiếng Anh)") == "name_en");
    CHECK(meaning("Product name (English)") == "name_en");
    CHECK(meaning("Tên SP (EN)") == "name_en");
    CHECK(meaning("Thành phần (tiếng Anh)") == "ingredients_en");
    CHECK(meaning("Bảo quản (English)") == "storage_en");
    CHECK(meaning("Tên sản phẩm (tiếng Trung)").empty());
    CHECK(meaning("Địa chỉ (tiếng Anh)").empty());
}

TEST_CASE("how a producer is doing is no status, and its group is no group of products") {
    for (const auto* heading :
         {"Tình trạng sản xuất", "Tình trạng hoạt động", "Trạng thái kinh doanh", "Nhóm chủ thể", "Nhóm nợ"}) {
        const auto table = *read_csv(std::string("Tên sản phẩm,Chủ thể,Hạng sao,Ngày QĐ,") + heading + "\n", "a.csv");
        CHECK(find_columns(table, "a.csv")->all.back().meaning.empty());
    }
}
