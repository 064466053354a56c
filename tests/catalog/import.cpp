#include "catalog/import.h"

#include "catalog/list_rows.h"
#include "catalog/match.h"
#include "catalog/read_cells.h"
#include "catalog/rules.h"
#include "catch.h"
#include "sheet/table_reading.h"
#include "system/file.h"

#include <algorithm>
#include <iconv.h>

using namespace temsao;
using namespace temsao::catalog;
using temsao::sheet::read_table;

namespace {

ImportReport import(const std::string& bytes, const char* name = "a.csv") {
    const auto table = read_table(bytes, name);
    REQUIRE(table.ok());
    auto report = import_table(*table, name);
    REQUIRE(report.ok());
    return *report;
}

std::string sample(const std::string& name) {
    auto bytes = read_file(std::string(TEMSAO_SOURCE_DIR) + "/samples/ha-tinh/" + name, most_table_bytes);
    REQUIRE(bytes.ok());
    return *bytes;
}

const std::string head = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Mã vạch\n";

std::string tcvn3(std::string text) {
    std::string out(text.size(), '\0');
    auto* in = text.data();
    auto* to = out.data();
    std::size_t left = text.size(), room = out.size();
    const auto converter = iconv_open("TCVN", "UTF-8");
    REQUIRE(iconv(converter, &in, &left, &to, &room) != static_cast<std::size_t>(-1));
    iconv_close(converter);
    out.resize(out.size() - room);
    return out;
}

} // namespace

TEST_CASE("both forms of the sample list give the same 159 products, and refuse the same four rows") {
    const auto csv = import(sample("danh-sach.csv")), xlsx = import(sample("danh-sach.xlsx"), "a.xlsx");
    CHECK(csv.products.size() == 159);
    CHECK(csv.refused.size() == 4);
    CHECK(xlsx.refused.size() == 4);
    CHECK(std::count_if(csv.products.begin(), csv.products.end(), [](const Product& p) {
              return p.certificates[0].stars == 4;
          }) == 7);
    CHECK(to_csv(csv.products) == to_csv(xlsx.products));
}

TEST_CASE("what is exported imports back to the same list") {
    const auto once = import(sample("danh-sach.csv"));
    const auto text = to_csv(once.products);
    const auto twice = import(text);
    CHECK(twice.refused.empty());
    CHECK(to_csv(twice.products) == text);
}

TEST_CASE("a refused row is told with row, column, value, reason and remedy") {
    const auto report =
        import(head + "Mật ong,HTX Mẫu,3,1/QĐ-UBND,15/10/2024,9521234543214\nTrà,HTX Mẫu,3,1/QĐ-UBND,15/10/2024,\n");
    REQUIRE(report.refused.size() == 1);
    CHECK(report.products.size() == 1);
    const auto& row = report.refused[0];
    CHECK(row.row == 2);
    CHECK(row.column == "Mã vạch");
    CHECK(row.value == "9521234543214");
    CHECK(say(row.reason, Lang::vi).find("đúng ra phải là 3") != std::string::npos);
    CHECK(refused_csv(report, Lang::vi).find("9521234543214") != std::string::npos);
}

TEST_CASE("stars are understood as clerks write them, and nothing else is") {
    for (const auto* text : {"3", "3 sao", "***", "★★★", "OCOP 3*", "Ba sao", "3*"})
        CHECK(read_stars(text) == 3);
    for (const auto* text : {"", "0", "6", "6 sao", "33", "sao", "******", "ba"})
        CHECK_FALSE(read_stars(text));
}

TEST_CASE("decisions, dates and scores are understood as clerks write them") {
    CHECK(read_decision("QD số 843/QD-UBND") == "843/QĐ-UBND");
    CHECK(read_decision("Số: 2394/QĐ-UBND ngày 15/10/2024") == "2394/QĐ-UBND");
    CHECK_FALSE(read_decision("15/10/2024"));
    CHECK(read_date("45580")->iso() == "2024-10-15");
    CHECK(read_date("2024-10-15")->iso() == "2024-10-15");
    CHECK_FALSE(read_date("31/02/2025"));
    CHECK(read_score("72,5") == 72.5);
    CHECK_FALSE(read_score("101"));
}

TEST_CASE("number and date of the decision may stand in one column, headings in any order and in English") {
    const auto report =
        import("Stars;Producer;Product name;Số, ngày QĐ\n3;HTX Mẫu;Mật ong;2394/QĐ-UBND ngày 15/10/2024\n");
    REQUIRE(report.products.size() == 1);
    CHECK(report.products[0].certificates[0].decision == "2394/QĐ-UBND");
    CHECK(report.products[0].certificates[0].valid_to.iso() == "2027-10-15");
}

TEST_CASE("several certificates of one product are its history, and tone placement does not split it") {
    const auto report =
        import(head + "Kẹo Hoà,HTX Thuỷ,4,1/QĐ-UBND,04/02/2020,\nKẹo Hòa,HTX Thủy,3,2/QĐ-UBND,10/03/2025,\n");
    REQUIRE(report.products.size() == 1);
    CHECK(certificate_on(report.products[0], *Date::from(2021, 1, 1)).stars == 4);
    CHECK(certificate_on(report.products[0], *Date::from(2025, 4, 1)).stars == 3);
}

TEST_CASE("TCVN3 and VNI are found and converted, Unicode, English and French are left alone") {
    const std::string text =
        head +
        "Nước mắm cá cơm,Hợp tác xã Mẫu,3,1/QĐ-UBND,15/10/2024,\nBánh đa nem,Cơ sở Mẫu,3,1/QĐ-UBND,15/10/2024,\n";
    const auto old = import(tcvn3(text));
    REQUIRE(old.mended.size() == 1);
    CHECK(old.mended[0].encoding == "TCVN3");
    CHECK(old.products.size() == 2);
    CHECK(to_csv(old.products) == to_csv(import(text).products));
    const auto vni = import(head + "N\xF6\xF4\xF9"
                                   "c ma\xE9m,HTX M\xE1\xFA"
                                   "u,3,1/QD-UBND,15/10/2024,\n");
    CHECK(vni.mended.size() == 1);
    CHECK(import(text).mended.empty());
}

TEST_CASE("UTF-16, BOM, tabs and semicolons are read") {
    std::string utf16 = "\xff\xfe";
    for (const char c : std::string("Product name\tProducer\tStars\tDecision date\nTea\tHTX\t3\t15/10/2024\n"))
        utf16 += std::string{c, '\0'};
    CHECK(import(utf16).products.size() == 1);
    CHECK(import("\xef\xbb\xbf" + head + "Trà,HTX,3,,15/10/2024,\n").products.size() == 1);
}

TEST_CASE("hostile and broken files each end in their own words") {
    const auto id = [](const std::string& bytes) {
        const auto table = read_table(bytes, "x");
        if (table) {
            const auto report = import_table(*table, "x");
            return report ? std::string("imported") : report.error().what.id;
        }
        return table.error().what.id;
    };
    CHECK(id("PK\x03\x04 no zip at all") == "table.not_zip");
    CHECK(id(sample("danh-sach.xlsx").substr(0, 9000)) == "table.not_zip");
    const auto old = id("\xd0\xcf\x11\xe0 old");
    CHECK((old == "table.not_converted" || old == "table.no_gnumeric")); // by whether Gnumeric is there
    CHECK(id(std::string("a,b\0c\n", 6)) == "table.nul_bytes");
    CHECK(id("caf\xE9 du Br\xE9sil and plain words beside it, enough of them") == "table.encoding");
    CHECK(id("") == "table.is_empty");
    CHECK(id("x,y\n1,2\n") == "columns.missing");
    CHECK(id(head) == "import.empty");
    CHECK(id(std::string(500, ',') + "x\n") == "table.too_large");
    CHECK(id("Product name,Producer,Stars,Decision date\nTea,HTX,3,15/10/2024" + std::string(500, ',') + "\n") ==
          "imported"); // empty columns count for nothing
    CHECK(id("\"" + std::string(50'000, 'x') + "\"\n") == "table.too_large");
}

TEST_CASE("cells that a spreadsheet would run are made harmless") {
    CHECK(csv_cell("=HYPERLINK(1)") == "'=HYPERLINK(1)");
    CHECK(csv_cell("+84,1") == "\"'+84,1\"");
    CHECK(csv_cell("Mật ong") == "Mật ong");
}

TEST_CASE("the internal code is the same in every version") {
    CHECK(internal_code("Mật ong", "HTX Hoà") == internal_code("mật  ong", "HTX Hòa"));
    CHECK(internal_code("Mật ong", "HTX A") != internal_code("Mật ong", "HTX B"));
    CHECK(internal_code("Mật ong", "HTX A").size() == 9);
}

TEST_CASE("who may grant depends on stars and day") {
    const auto by = [](int stars, const char* issuer, const char* issued) {
        return check_issuer({.stars = stars,
                             .score = {},
                             .decision = "",
                             .issuer = issuer,
                             .issued = *Date::parse_iso(issued),
                             .valid_to = *Date::parse_iso("2030-01-01"),
                             .valid_to_computed = true,
                             .status = Status::valid,
                             .ended_by = ""})
            .has_value();
    };
    CHECK_FALSE(by(3, "UBND huyện Mẫu", "2024-05-01"));
    CHECK(by(3, "UBND huyện Mẫu", "2025-08-01"));
    CHECK(by(4, "UBND huyện Mẫu", "2024-05-01"));
    CHECK(by(3, "UBND tỉnh Mẫu", "2024-05-01"));
    CHECK_FALSE(by(3, "UBND tỉnh Mẫu", "2025-08-01"));
    CHECK(by(3, "UBND xã Mẫu", "2025-08-01"));
}

TEST_CASE("17,000 rows are one import") {
    std::string text = head;
    for (int i = 0; i < 17'000; ++i)
        text +=
            "Sản phẩm số " + std::to_string(i) + ",HTX Mẫu " + std::to_string(i % 900) + ",3,7/QĐ-UBND,15/10/2024,\n";
    CHECK(import(text).products.size() == 17'000);
}
