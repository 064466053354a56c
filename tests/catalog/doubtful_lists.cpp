// Lists as clerks really keep them: rows that say a thing twice, deny it, or contradict each other. Order never
// decides.
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "catalog/match.h"
#include "catalog/print_remarks.h"
#include "catalog/rules.h"
#include "catalog/standing.h"
#include "catalog/status_words.h"
#include "catch.h"
#include "sheet/table_reading.h"

#include <algorithm>

using namespace temsao;
using namespace temsao::catalog;

namespace {

const std::string head =
    "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Mã vạch,Trạng thái,Ghi chú,Có giá trị đến,Cơ quan cấp\n";

ImportReport import(const std::vector<std::string>& rows, const std::vector<Product>& before = {}) {
    auto text = head;
    for (const auto& row : rows)
        text += row + "\n";
    const auto table = sheet::read_table(text, "a.csv");
    REQUIRE(table.ok());
    auto report = import_table(*table, "a.csv", before);
    REQUIRE(report.ok());
    CHECK(report->refused.empty());
    return *report;
}

// The same rows from behind.
ImportReport import_reversed(std::vector<std::string> rows) {
    std::reverse(rows.begin(), rows.end());
    return import(rows);
}

bool has_remark(const ImportReport& report, std::string_view code) {
    return std::any_of(
        report.remarks.begin(), report.remarks.end(), [&](const RowRemark& one) { return one.finding.code == code; });
}

Status status_of(std::string_view cell) {
    const auto said = read_status(cell);
    REQUIRE(said);
    return said->status;
}

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

} // namespace

TEST_CASE("a status ends a certificate only by a clear word, and an unknown word leaves nobody valid") {
    for (const auto* cell : {"thu hồi", "Đã thu hồi", "bị thu hồi theo 9/QĐ-UBND", "revoked", "da thu hoi"})
        CHECK(status_of(cell) == Status::revoked);
    for (const auto* cell : {"đưa ra khỏi danh sách", "delisted", "loại khỏi danh sách theo 7/QĐ-UBND"})
        CHECK(status_of(cell) == Status::delisted);
    for (const auto* cell : {"superseded", "được thay thế", "đã bị thay thế bởi 5/QĐ-UBND", "thay thế"})
        CHECK(status_of(cell) == Status::superseded);
    for (const auto* cell : {"valid",
                             "còn hiệu lực",
                             "Còn hiệu lực đến hết ngày 31/12/2027",
                             "đánh giá lại",
                             "chưa thu hồi",
                             "không bị thu hồi",
                             "còn hiệu lực, chưa bị thu hồi",
                             "thay thế cho 1/QĐ-UBND"})
        CHECK(status_of(cell) == Status::valid);
    for (const auto* cell : {"hết hiệu lực",
                             "không còn hiệu lực",
                             "invalid",
                             "tạm đình chỉ",
                             "đề nghị thu hồi",
                             "đang xem xét thu hồi",
                             "không còn hiệu lực do bị thu hồi",
                             "chờ",
                             "???"}) {
        INFO(cell);
        CHECK(status_of(cell) == Status::unclear);
        CHECK(read_status(cell)->ended_by == cell); // what people are told
    }
    CHECK_FALSE(read_status(" "));
}

TEST_CASE("a note counts when it names a decision and a clear word, and is remarked when it is only like one") {
    for (const auto* text : {"thu hồi theo 9/QĐ-UBND",
                             "Đã bị thu hồi theo Quyết định số 9/QD-UBND ngày 05/06/2026 của UBND tỉnh",
                             "QĐ 9/QĐ-UBND thu hồi",
                             "Lần đầu; thu hồi theo 9/QĐ-UBND",
                             "thu hồi (9/QĐ-UBND) do không bảo đảm quy trình"}) {
        INFO(text);
        const auto note = read_note(text);
        REQUIRE(note.said);
        CHECK(note.said->status == Status::revoked);
        CHECK(note.said->ended_by == "9/QĐ-UBND");
    }
    CHECK(read_note("công nhận theo 1/QĐ-UBND, thu hồi theo 9/QĐ-UBND").said->ended_by == "9/QĐ-UBND");
    for (const auto* text : {"thu hồi",
                             "chưa thu hồi",
                             "không bị thu hồi theo 9/QĐ-UBND",
                             "đề nghị thu hồi theo 9/QĐ-UBND",
                             "thu hồi theo 9/QĐ-UBND đã được hủy bỏ",
                             "công nhận theo 1/QĐ-UBND, thu hồi",
                             "Thu hồi lô L1 theo 9/QĐ-UBND",
                             "tạm đình chỉ"}) {
        INFO(text);
        CHECK_FALSE(read_note(text).said);
        CHECK(read_note(text).is_doubtful);
    }
    for (const auto* text : {"", "lần đầu", "thay thế cho 1/QĐ-UBND", "9/QĐ-UBND"}) {
        INFO(text);
        CHECK_FALSE(read_note(text).said);
        CHECK_FALSE(read_note(text).is_doubtful);
    }
}

TEST_CASE("a revocation in a second row of the same certificate holds, before or behind the first") {
    const std::vector<std::string> rows{"Mật ong,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,,",
                                        "Mật ong,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,thu hồi theo 9/QĐ-UBND,,"};
    for (const auto& report : {import(rows), import_reversed(rows)}) {
        REQUIRE(report.products.size() == 1);
        REQUIRE(report.products[0].certificates.size() == 1);
        CHECK(report.products[0].certificates[0].status == Status::revoked);
        CHECK(report.products[0].certificates[0].ended_by == "9/QĐ-UBND");
        CHECK(has_remark(report, "STATUS_DIFFERS"));
        CHECK_FALSE(has_remark(report, "ROW_TWICE"));
    }
    CHECK(has_remark(import({rows[0], rows[0]}), "ROW_TWICE"));
}

TEST_CASE("a revocation without the number holds for the product of that name, producer and decision") {
    const auto report = import({"Mật ong,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,,",
                                "Mật ong,HTX Y,3,1/QĐ-UBND,31/08/2025,9520000010010,,,,",
                                "Mật ong,Hợp tác xã X,3,1/QĐ-UBND,31/08/2025,,thu hồi,9/QĐ-UBND,,"});
    const ProductList list{{"a.csv", day("2026-01-01"), false}, report.products};
    const ListIndex index(list);
    CHECK(index.find("09520000010003").at(0)->certificates.at(0).status == Status::revoked);
    CHECK(index.find("09520000010010").at(0)->certificates.at(0).status == Status::valid);
    CHECK(has_remark(report, "ROW_JOINED"));
}

TEST_CASE("short forms and look-alike letters do not make a producer another") {
    const std::vector<std::pair<const char*, const char*>> same{{"Hợp tác xã X", "HTX X"},
                                                                {"Công ty TNHH Đức", "Cty TNHH Ðức"},
                                                                {"CT TNHH Đức", "Công ty trách nhiệm hữu hạn ĐỨC"},
                                                                {"Công ty cổ phần Hoà", "CTCP Hòa"},
                                                                {"Tổ hợp tác X", "THT X"},
                                                                {"Cơ sở sản xuất X", "CSSX X"},
                                                                {"Hộ kinh doanh X", "HKD X"},
                                                                {"Hộ KD X", "HKD  X"}};
    for (const auto& [one, other] : same) {
        INFO(one << " / " << other);
        CHECK(same_producer(one, other));
        const auto report = import({std::string("Trà,") + one + ",3,1/QĐ-UBND,31/08/2021,9520000010003,,,,",
                                    std::string("Trà,") + other + ",4,2/QĐ-UBND,31/08/2024,9520000010003,,,,"});
        CHECK(report.products.size() == 1); // a renewal, not another's number
    }
    CHECK_FALSE(same_producer("HTX X", "Công ty TNHH X"));
    CHECK_FALSE(same_producer("HTX X", "THT X"));
    CHECK_FALSE(same_producer("Ngoctyen", "Ngocty en")); // a short form is a whole word
}

TEST_CASE("two products under one number are both kept, each found by a code of its own, and round trip") {
    const std::vector<std::string> rows{"Mật ong,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,,",
                                        "Nước mắm,HTX Y,4,2/QĐ-UBND,31/08/2025,9520000010003,,,,"};
    for (const auto& report : {import(rows), import_reversed(rows)}) {
        const ProductList list{{"a.csv", day("2026-01-01"), false}, report.products};
        REQUIRE(list.products.size() == 2);
        CHECK(has_remark(report, "NUMBER_SHARED"));
        const ListIndex index(list);
        CHECK(index.find("09520000010003").size() == 2);
        for (const auto& product : list.products) {
            CHECK(product.shared_number == "09520000010003");
            CHECK(index.find(product.key) == std::vector{&product});
            CHECK(PrintRemarks(list, day("2026-01-01")).of(product).at(0).code == "NUMBER_SHARED");
        }
        const auto table = sheet::read_table(to_csv(list.products), "a.csv");
        CHECK(to_csv(import_table(*table, "a.csv")->products) == to_csv(list.products));
    }
}

TEST_CASE("rows that give one decision other stars or another end are both kept for the verdict to ask") {
    const std::vector<std::string> rows{"Trà,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,31/08/2027,",
                                        "Trà,HTX X,4,1/QĐ-UBND,31/08/2025,9520000010003,,,31/12/2027,"};
    for (const auto& report : {import(rows), import_reversed(rows)}) {
        CHECK(has_remark(report, "STARS_DIFFER"));
        CHECK(has_remark(report, "ENDS_DIFFER"));
        const auto& product = report.products.at(0);
        const auto early = standing_on(product, day("2027-01-01"));
        CHECK(early.certificate->stars == 3);
        CHECK(early.most_stars == 4);
        CHECK_FALSE(early.still_runs);
        const auto between = standing_on(product, day("2027-10-01"));
        CHECK(between.certificate->valid_to == day("2027-08-31"));
        REQUIRE(between.still_runs);
        CHECK_FALSE(standing_on(product, day("2028-01-01")).still_runs);
    }
    // A day that the list gives takes precedence over 36 months; this is not a contradiction.
    const auto report = import({rows[0], "Trà,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,,"});
    CHECK(report.products.at(0).certificates.size() == 1);
    CHECK_FALSE(has_remark(report, "ENDS_DIFFER"));
}

TEST_CASE("two decisions of one day, and a newer one that ended before an older one, are a question in any order") {
    const std::vector<std::string> one_day{"Trà,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,,",
                                           "Trà,HTX X,3,2/QĐ-UBND,31/08/2025,9520000010003,thu hồi,,,"};
    for (const auto& report : {import(one_day), import_reversed(one_day)}) {
        CHECK(has_remark(report, "DECISIONS_OF_ONE_DAY"));
        const auto standing = standing_on(report.products.at(0), day("2026-01-01"));
        CHECK(standing.status == Status::revoked);
        REQUIRE(standing.still_runs);
        CHECK(standing.still_runs->decision == "1/QĐ-UBND");
    }
    const auto newer = import({"Trà,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,,",
                               "Trà,HTX X,3,2/QĐ-UBND,01/02/2026,9520000010003,,,01/06/2026,"});
    CHECK_FALSE(standing_on(newer.products.at(0), day("2026-06-01")).still_runs);
    CHECK(standing_on(newer.products.at(0), day("2026-06-02")).still_runs);
}

TEST_CASE("a certificate that was replaced counts until its successor is issued, and asks where there is none") {
    const std::string old = "Trà,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,superseded,,,";
    const auto orphan = import({old});
    CHECK(has_remark(orphan, "SUCCESSOR_MISSING"));
    CHECK(standing_on(orphan.products.at(0), day("2026-01-01")).status == Status::superseded);
    const auto both = import({"Trà,HTX X,4,2/QĐ-UBND,01/02/2026,9520000010003,,thay thế cho 1/QĐ-UBND,,", old});
    CHECK_FALSE(has_remark(both, "SUCCESSOR_MISSING"));
    CHECK(standing_on(both.products.at(0), day("2026-01-31")).certificate->stars == 3);
    CHECK(standing_on(both.products.at(0), day("2026-01-31")).status == Status::valid);
    CHECK(standing_on(both.products.at(0), day("2026-02-01")).certificate->stars == 4);
    CHECK(standing_on(both.products.at(0), day("2026-02-01")).status == Status::valid);
}

TEST_CASE("an issuer's level is read from the first word that names one, and a city's depends on name and day") {
    const auto odd = [](int stars, const char* issuer, const char* issued) {
        Certificate certificate{.stars = stars,
                                .score = {},
                                .decision = "",
                                .issuer = issuer,
                                .issued = day(issued),
                                .valid_to = day("2030-01-01"),
                                .valid_to_computed = true,
                                .status = Status::valid,
                                .ended_by = ""};
        return check_issuer(certificate).has_value();
    };
    for (const auto* commune : {"UBND xã Hương Khê, tỉnh Hà Tĩnh",
                                "UBND xã Tịnh Khê",
                                "UBND phường Thành Sen",
                                "UBND thị trấn Phố Châu, huyện Hương Sơn",
                                "UBND đặc khu Phú Quốc",
                                "UBND xa Tinh Khe"})
        for (const auto* when : {"2019-01-01", "2024-06-03", "2025-08-31"}) {
            INFO(commune << " " << when);
            CHECK(odd(3, commune, when));
        }
    for (const auto* district : {"UBND quận Hà Đông", "UBND thành phố Hà Tĩnh, tỉnh Hà Tĩnh", "UBND TX Kỳ Anh"}) {
        INFO(district);
        CHECK_FALSE(odd(3, district, "2024-06-03"));
        CHECK(odd(4, district, "2024-06-03"));
        CHECK(odd(3, district, "2025-07-01"));
        CHECK_FALSE(odd(3, district, "2019-01-01"));
    }
    CHECK_FALSE(odd(3, "UBND thành phố Huế", "2024-12-31"));
    CHECK(odd(3, "UBND thành phố Huế", "2025-01-01")); // a province's level from that day
    CHECK_FALSE(odd(4, "UBND thành phố Huế", "2025-01-01"));
    for (const auto* city :
         {"UBND TP.HCM", "UBND Thành phố Hồ Chí Minh", "UBND TP. Đà Nẵng", "UBND thanh pho Ha Noi"}) {
        INFO(city);
        CHECK_FALSE(odd(4, city, "2025-08-31"));
        CHECK(odd(5, city, "2025-08-31"));
    }
    CHECK_FALSE(odd(5, "Bộ NN&PTNT", "2024-06-03"));
    CHECK_FALSE(odd(4, "UBND tỉnh Hà Tĩnh (Sở NN&PTNT trình)", "2024-06-03"));
    CHECK_FALSE(odd(4, "UBND thành phố Hải Phòng", "2024-06-03"));
    for (const auto* unknown : {"", "UBND Hà Tĩnh", "Hội đồng OCOP", "Sở Nông nghiệp và Môi trường"})
        CHECK_FALSE(odd(4, unknown, "2024-06-03"));
}

TEST_CASE("neighbours are those with most digits in common, and an uncertain company prefix is not made certain") {
    const auto report = import({"A,HTX X,3,1/QĐ-UBND,31/08/2025,9520000010003,,,,",
                                "B,HTX Y,3,1/QĐ-UBND,31/08/2025,9520000090005,,,,",
                                "C,HTX Z,3,1/QĐ-UBND,31/08/2025,9520999010008,,,,"});
    const ProductList list{{"a.csv", day("2026-01-01"), false}, report.products};
    const ListIndex index(list);
    const auto names = [&](const char* gtin) {
        std::string all;
        for (const auto* product : index.neighbours(*gs1::Gtin::parse(gtin)))
            all += product->name;
        return all;
    };
    CHECK(names("9520000010010") == "A");
    CHECK(names("9520000500009") == "AB");
    CHECK(names("9521000500006").empty());
}

TEST_CASE("a product without a number keeps its code from list to list, however its names are spelled") {
    const auto before = import({"Mật ong Ðức Thọ,Hợp tác xã Hoà,3,1/QĐ-UBND,31/08/2025,,,,,"}).products;
    REQUIRE(before.size() == 1);
    const std::string again = "mật ong Đức Thọ,HTX Hòa,3,1/QĐ-UBND,31/08/2025,,,,,";
    CHECK(import({again}).products[0].key != before[0].key); // what its printed labels would be read as
    CHECK(import({again}, before).products[0].key == before[0].key);
    const std::string renewed = "MẬT ONG ĐỨC THỌ,Htx. Hoà,3,7/QĐ-UBND,31/08/2028,,,,,";
    CHECK(import({renewed, again}, before).products[0].key == before[0].key);
    CHECK(import({"Mật ong Đức Thọ,HTX Khác,3,1/QĐ-UBND,31/08/2025,,,,,"}, before).products[0].key != before[0].key);
}

TEST_CASE("a number from the earlier list is not kept as a code, and neither is one that a new row gives to another") {
    const std::string bare = "Mật ong,HTX Hoà,3,1/QĐ-UBND,31/08/2025,,,,,", number = "09520000010003";
    const auto made = internal_code("Mật ong", "HTX Hoà");
    const auto numbered = import({"Mật ong,HTX Hoà,3,1/QĐ-UBND,31/08/2025," + number + ",,,,"}).products;
    CHECK(import({bare}, numbered).products[0].key == made);

    auto coded = import({bare}).products;
    coded[0].key = number;
    CHECK(import({bare}, coded).products[0].key == number);
    const auto now = import({bare, "Kẹo,HTX Hoà,3,1/QĐ-UBND,31/08/2025," + number + ",,,,"}, coded).products;
    REQUIRE(now.size() == 2);
    CHECK(now[0].name == "Kẹo");
    CHECK(now[0].key == number);
    CHECK(now[1].key == made);
}

TEST_CASE("a row with a decision of its own that has ended is asked about beside one that runs, and accuses nobody") {
    for (const auto& rows :
         {std::vector<std::string>{"Mật ong,HTX X,3,1/QĐ-UBND,15/10/2024,,,,,",
                                   "Mật ong,HTX X,3,9/QĐ-UBND,01/02/2026,,Thu hồi,,,"},
          {"Mật ong,HTX X,3,9/QĐ-UBND,01/02/2026,,Thu hồi,,,", "Mật ong,HTX X,3,1/QĐ-UBND,15/10/2024,,,,,"}}) {
        const auto report = import(rows);
        CHECK(has_remark(report, "ENDED_BY_ITSELF"));
        const auto standing = standing_on(report.products.at(0), day("2026-11-01"));
        CHECK(standing.still_runs); // a question
    }
    for (const auto* other : {"Mật ong,HTX X,3,9/QĐ-UBND,01/02/2026,,Thu hồi,10/QĐ-UBND,,", // names what ended it
                              "Mật ong,HTX X,3,9/QĐ-UBND,01/02/2026,,,,,",                  // a renewal
                              "Mật ong,HTX X,3,9/QĐ-UBND,01/02/2021,,Thu hồi,,,"})          // ended before
        CHECK_FALSE(has_remark(import({"Mật ong,HTX X,3,1/QĐ-UBND,15/10/2024,,,,,", other}), "ENDED_BY_ITSELF"));
}

namespace {

const std::string placed_head = "Tên sản phẩm,Chủ thể,Địa chỉ,Hạng sao,Số QĐ,Ngày QĐ,Định lượng,Trạng thái,Mã vạch\n";

ImportReport import_placed(const std::vector<std::string>& rows, const std::vector<Product>& before = {}) {
    auto text = placed_head;
    for (const auto& row : rows)
        text += row + "\n";
    auto report = import_table(*sheet::read_table(text, "a.csv"), "a.csv", before);
    REQUIRE(report.ok());
    return *report;
}

} // namespace

TEST_CASE("producers of one name in two communes of one decision are two, each keeps its code, and it is said") {
    std::vector<std::string> rows{"Gạo,HTX X,\"xã Mẫu Đông, tỉnh Hà Tĩnh\",3,1/QĐ-UBND,15/10/2025,,,",
                                  "Gạo,HTX X,\"Thôn 2, xã Mẫu Tây\",4,1/QĐ-UBND,15/10/2025,,,",
                                  "Gạo,HTX X,\"Thôn 5, Xã Mẫu Tây\",4,1/QĐ-UBND,15/10/2025,,,"};
    const auto once = import_placed(rows);
    std::reverse(rows.begin(), rows.end());
    const auto reversed = import_placed(rows);
    CHECK(to_csv(once.products) == to_csv(reversed.products));
    REQUIRE(once.products.size() == 2);
    CHECK(has_remark(once, "SAME_NAME_PARTED"));
    CHECK_FALSE(has_remark(once, "STARS_DIFFER"));
    // A code that is on labels stays with the one whose commune it had.
    auto known = import_placed({rows[2]}).products;
    REQUIRE(known.size() == 1);
    for (const auto& product : import_placed(rows, known).products)
        CHECK((product.key == known[0].key) == (product.certificates[0].stars == 3));
    const auto again = import_placed({rows[0]}, once.products); // and when the other one is gone
    REQUIRE(again.products.size() == 1);
    CHECK(std::any_of(once.products.begin(), once.products.end(), [&](const auto& one) {
        return one.key == again.products[0].key && one.certificates[0].stars == 4;
    }));
    // A revocation that names no place counts for each, and one that names it for that one.
    auto revoked = rows;
    revoked.push_back("Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,,Thu hồi,");
    const auto each = import_placed(revoked);
    REQUIRE(each.products.size() == 2);
    CHECK(has_remark(each, "ROW_OF_EACH_PLACE"));
    for (const auto& product : each.products)
        CHECK(product.certificates[0].status == Status::revoked);
    revoked.back() = "Gạo,HTX X,xã Mẫu Đông,3,1/QĐ-UBND,15/10/2025,,Thu hồi,";
    for (const auto& product : import_placed(revoked).products)
        CHECK((product.certificates[0].status == Status::revoked) == (product.certificates[0].stars == 3));
}

TEST_CASE("one name in two communes by two decisions stays one product, and a person is asked") {
    const auto report = import_placed({"Gạo,HTX X,xã Mẫu Đông,3,1/QĐ-UBND,15/10/2022,,,",
                                       "Gạo,HTX X,\"xã Mẫu Tây, tỉnh Hà Tĩnh\",4,2/QĐ-UBND,15/10/2025,,,"});
    REQUIRE(report.products.size() == 1);
    CHECK(has_remark(report, "SAME_NAME_TWO_PLACES"));
    for (const auto* address : {"\"Thôn 1, xã Mẫu Đông\"", "xã mẫu đông", "Hà Tĩnh", ""})
        CHECK_FALSE(has_remark(import_placed({"Gạo,HTX X,xã Mẫu Đông,3,1/QĐ-UBND,15/10/2022,,,",
                                              std::string("Gạo,HTX X,") + address + ",4,2/QĐ-UBND,15/10/2025,,,"}),
                               "SAME_NAME_TWO_PLACES"));
}

TEST_CASE("rows of one decision that differ are no repetition, and the column is named") {
    const auto differ =
        import_placed({"Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,500 g,,", "Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,1 kg,,"});
    REQUIRE(has_remark(differ, "ROWS_DIFFER"));
    CHECK_FALSE(has_remark(differ, "ROW_TWICE"));
    CHECK(differ.remarks[0].finding.facts ==
          std::vector<std::string>{"Gạo", "1/QĐ-UBND", "Định lượng", "1 kg", "500 g"});
    for (const auto* other : {"Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,500 g,,",
                              "Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,500 G,,",
                              "Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,,,"})
        CHECK(has_remark(import_placed({"Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,500 g,,", other}), "ROW_TWICE"));
}

TEST_CASE("a refused row that says a certificate has ended leaves that product unclear, and no other one") {
    const std::string valid = "Gạo,HTX X,,3,1/QĐ-UBND,15/10/2025,,,9520000010003",
                      another = "Nón,HTX X,,3,1/QĐ-UBND,15/10/2025,,,9520000010010";
    for (const auto* broken : {"Gạo,HTX X,,3,1/QĐ-UBND,15/13/2025,,Thu hồi,",
                               "GẠO,Hợp tác xã X,,ba rưỡi,1/QĐ-UBND,15/10/2025,,Đã thu hồi theo 9/QĐ-UBND,",
                               "Gạo nếp,HTX Y,,,1/QĐ-UBND,15/10/2025,,hết hiệu lực,9520000010003"}) {
        INFO(broken);
        for (const auto& rows : {std::vector<std::string>{valid, another, broken}, {broken, another, valid}}) {
            const auto report = import_placed(rows);
            REQUIRE(report.refused.size() == 1);
            CHECK(has_remark(report, "REFUSED_ROW_ENDS"));
            REQUIRE(report.products.size() == 2);
            for (const auto& product : report.products)
                CHECK(product.certificates[0].status == (product.name == "Gạo" ? Status::unclear : Status::valid));
        }
    }
    for (const auto* harmless :
         {"Gạo,HTX X,,3,1/QĐ-UBND,15/13/2025,,Chưa thu hồi,", "Gạo,HTX X,,3,1/QĐ-UBND,15/13/2025,,,"}) {
        const auto report = import_placed({valid, harmless});
        CHECK(report.refused.size() == 1);
        CHECK(report.products.at(0).certificates[0].status == Status::valid);
    }
}
