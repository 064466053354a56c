// What ends a certificate, by closed lists: tables of invented phrases, and their combinations. A word that is in no
// list ends nothing and is asked about.
#include "base/text.h"
#include "catalog/import.h"
#include "catalog/status_words.h"
#include "catch.h"
#include "sheet/table_reading.h"

#include <algorithm>

using namespace temsao;
using namespace temsao::catalog;

namespace {

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

Beside beside() {
    return {"1/QĐ-UBND", day("2025-10-15"), day("2026-11-01")};
}

bool is_asked(const std::string& note) {
    const auto read = read_note(note, beside());
    return !read.said && (read.is_doubtful || read.lowers_stars);
}

ImportReport import(const std::string& text, const char* as_of = "2026-11-01") {
    const auto table = sheet::read_table(text, "a.csv");
    REQUIRE(table.ok());
    auto report = import_table(*table, "a.csv", {}, {}, day(as_of));
    REQUIRE(report.ok());
    return *report;
}

Status status_of(const ImportReport& report, std::string_view name) {
    for (const auto& product : report.products)
        if (product.name == name) return product.certificates.back().status;
    return Status::unclear;
}

bool has_remark(const ImportReport& report, std::string_view code) {
    return std::any_of(
        report.remarks.begin(), report.remarks.end(), [&](const RowRemark& one) { return one.finding.code == code; });
}

const std::string head = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ";

} // namespace

TEST_CASE("every way of ending, with every word that leads to a decision, ends the certificate") {
    const std::vector<std::string> ends = {"Thu hồi",
                                           "Đã thu hồi giấy chứng nhận",
                                           "Bị thu hồi kết quả công nhận",
                                           "Hủy kết quả công nhận",
                                           "Huỷ bỏ giấy chứng nhận",
                                           "Bãi bỏ QĐ công nhận",
                                           "Chấm dứt hiệu lực",
                                           "Hết hiệu lực",
                                           "Đưa tên ra khỏi danh sách",
                                           "Xoá tên khỏi danh sách OCOP",
                                           "Loại bỏ khỏi danh sách"};
    const std::vector<std::string> ways = {" theo QĐ 77/QĐ-UBND",
                                           " theo Quyết định số 77/QĐ-UBND ngày 05/06/2026 của UBND tỉnh Hà Tĩnh",
                                           " tại Quyết định số 77/QĐ-UBND",
                                           " bằng quyết định 77/QĐ-UBND ngày 5 tháng 6 năm 2026",
                                           " (QĐ 77/QĐ-UBND)",
                                           " (theo 77/QĐ-UBND) do không duy trì điều kiện",
                                           " từ ngày 05/06/2026 theo QĐ 77/QĐ-UBND"};
    for (const auto& end : ends)
        for (const auto& way : ways)
            for (const auto& text : {end + way, bare_key(end + way), to_upper(end + way)}) {
                INFO(text);
                const auto note = read_note(text, beside());
                REQUIRE(note.said);
                CHECK(note.said->status != Status::valid);
                CHECK(note.said->ended_by == "77/QĐ-UBND");
                CHECK(read_status(text, beside())->status == note.said->status);
            }
    for (const auto* text : {"withdrawn by 77/QĐ-UBND",
                             "revoked under Decision No. 77/QĐ-UBND",
                             "Đã thu hoi theo QĐ 77/QĐ-UBND",
                             "GCN bị thu hồi ngày 01/02/2026 (QĐ 77/QĐ-UBND)",
                             "Quyết định 77/QĐ-UBND ngày 05/06/2026 của UBND tỉnh về việc thu hồi giấy chứng nhận"}) {
        INFO(text);
        REQUIRE(read_note(text, beside()).said);
        CHECK(read_note(text, beside()).said->ended_by == "77/QĐ-UBND");
    }
}

TEST_CASE("what was called in besides the certificate ends nothing and is asked about") {
    const std::vector<std::string> ends = {"Thu hồi", "Đã thu hồi", "Hủy", "Bãi bỏ", "Chấm dứt", "revoked"};
    const std::vector<std::string> things = {"đất",
                                             "bao bì cũ",
                                             "tem thừa",
                                             "kinh phí hỗ trợ",
                                             "GCN ATTP",
                                             "sản phẩm lỗi",
                                             "công nợ",
                                             "vốn vay",
                                             "lô L1",
                                             "giấy phép kinh doanh",
                                             "giấy 3 sao",
                                             "giấy năm 2022",
                                             "hợp đồng",
                                             "nhãn hiệu",
                                             "và thay thế",
                                             "một phần"};
    for (const auto& end : ends)
        for (const auto& thing : things)
            for (const auto* way : {" theo QĐ 77/QĐ-UBND", " 77/QĐ-UBND", " (77/QĐ-UBND)"}) {
                const auto text = end + " " + thing + way;
                INFO(text);
                CHECK(is_asked(text));
                CHECK(is_asked(bare_key(text)));
                CHECK(read_status(text, beside())->status == Status::unclear);
            }
}

TEST_CASE("a decision that is the object, of another day or the certificate's own ends nothing and is asked about") {
    for (const auto* text : {"Nâng hạng; thu hồi giấy 3 sao 5/QĐ-UBND",
                             "Thu hồi và thay thế 5/QĐ-UBND",
                             "Thu hồi 5/QĐ-UBND",
                             "thu hồi quyết định 5/QĐ-UBND ngày 01/02/2026",
                             "thu hồi quyết định số 5/QĐ-UBND về vay vốn",
                             "tái công nhận, thu hồi giấy chứng nhận theo 9/QĐ-UBND",
                             "thu hồi theo 9/QĐ-UBND?",
                             "thu hồi theo 9/QĐ-UBND ngày 01/01/2024",
                             "thu hồi theo 9/QĐ-UBND ngày 15/10/2025",
                             "thu hồi theo 9/QĐ-UBND ngày 01/12/2026",
                             "thu hồi theo 9/2024/QĐ-UBND",
                             "thu hồi theo 9/2027/QĐ-UBND",
                             "thu hồi theo 1/QĐ-UBND",
                             "thu hồi theo 9/QĐ-UBND về vay vốn",
                             "thu-hồi theo 9/QĐ-UBND",
                             "không duy trì điều kiện, QĐ 9/QĐ-UBND",
                             "Tước danh hiệu theo QĐ 9/QĐ-UBND",
                             "Không thuộc diện thu hồi theo QĐ 9/QĐ-UBND",
                             "Hạ xuống 3 sao theo QĐ 9/QĐ-UBND",
                             "Hạ sao xuống 3 sao theo QĐ 9/QĐ-UBND",
                             "Điều chỉnh còn 3 sao theo QĐ 9/QĐ-UBND"}) {
        INFO(text);
        CHECK(is_asked(text));
    }
    CHECK(read_note("thu hồi theo 1/QĐ-UBND ngày 05/06/2026", beside()).said); // numbers begin again each year
    CHECK(read_note("Hạ xuống 3 sao theo QĐ 9/QĐ-UBND", beside()).lowers_stars);
    for (const auto* text : {"công nhận lần đầu theo QĐ 3/QĐ-UBND ngày 01/02/2022 của UBND tỉnh",
                             "thay thế cho 3/QĐ-UBND",
                             "Thay thế QĐ 3/QĐ-UBND",
                             "1/QĐ-UBND",
                             "9/QĐ-UBND",
                             "nâng hạng từ 3 sao"}) {
        INFO(text);
        CHECK_FALSE(is_asked(text));
        CHECK_FALSE(read_note(text, beside()).said);
    }
}

TEST_CASE("an end that is denied leaves a status valid, in any of the ways to deny it and in no other words") {
    for (const auto* no : {"chưa",
                           "không",
                           "chưa từng bị",
                           "không bị",
                           "không thuộc diện",
                           "không thuộc đối tượng bị",
                           "chưa có QĐ",
                           "ko"})
        for (const auto* end : {"thu hồi", "đưa ra khỏi danh sách", "thu hồi giấy chứng nhận"}) {
            const auto text = std::string(no) + " " + end;
            INFO(text);
            CHECK(read_status(text, beside())->status == Status::valid);
            CHECK(read_status(to_upper(text), beside())->status == Status::valid);
            CHECK(read_status("còn hiệu lực, " + text, beside())->status == Status::valid);
            CHECK(read_status(text + "?", beside())->status == Status::unclear);
            CHECK(read_status("không phải " + text, beside())->status == Status::unclear);
            CHECK(read_status("mất giấy, " + text, beside())->status == Status::unclear);
        }
    for (const auto* text : {"Revoked: No", "revoked - no", "Revoked (no)", "not revoked", "Thu hồi: không"})
        CHECK(read_status(text, beside())->status == Status::valid);
    for (const auto* text : {"thu hồi chưa",
                             "không còn bị thu hồi",
                             "thu hồi một phần",
                             "Revoked: No. 9",
                             "Hủy công nhận",
                             "thu hồi, sau đó công nhận lại"}) {
        INFO(text);
        CHECK(read_status(text, beside())->status == Status::unclear);
    }
}

TEST_CASE("the day that a status gives is the last one, and beside another last day it is not clear") {
    const auto report = import(head + ",Trạng thái,Có giá trị đến\n"
                                      "A,HTX,3,1/QĐ-UBND,15/10/2025,còn hiệu lực đến 01/10/2028,\n"
                                      "B,HTX,3,2/QĐ-UBND,15/10/2025,còn hiệu lực đến 01/01/2026,15/10/2028\n"
                                      "C,HTX,3,3/QĐ-UBND,15/10/2025,còn hiệu lực đến hết ngày 15/10/2028,15/10/2028\n");
    REQUIRE(report.products.size() == 3);
    for (const auto& product : report.products)
        if (product.name == "A") CHECK(product.certificates[0].valid_to == day("2028-10-01"));
    CHECK(status_of(report, "A") == Status::valid);
    CHECK(status_of(report, "B") == Status::unclear);
    CHECK(status_of(report, "C") == Status::valid);
}

TEST_CASE("a title, a group, a column or a name that speaks of an end leaves no row below it valid in silence") {
    const std::string row = "Gạo,HTX,4,12/QĐ-UBND,15/10/2025";
    for (const auto* words : {"DANH SÁCH SẢN PHẨM BỊ THU HỒI GIẤY CHỨNG NHẬN",
                              "Sản phẩm hết hiệu lực",
                              "SAN PHAM BI THU HOI",
                              "Danh sách đưa ra khỏi danh mục",
                              "Products revoked"}) {
        INFO(words);
        CHECK(status_of(import(std::string(words) + ",,,,\n" + head + "\n" + row + "\n"), "Gạo") == Status::unclear);
        const auto below = import(head + "\nMật,HTX,3,11/QĐ-UBND,15/10/2025\nII. " + words + ",,,,\n" + row + "\n");
        CHECK(status_of(below, "Mật") == Status::valid);
        CHECK(status_of(below, "Gạo") == Status::unclear);
        CHECK(has_remark(below, "STATUS_UNCLEAR"));
    }
    for (const auto* words : {"Sản phẩm chưa bị thu hồi", "Sản phẩm được công nhận", "Danh sách sản phẩm OCOP"})
        CHECK(status_of(import(std::string(words) + ",,,,\n" + head + "\n" + row + "\n"), "Gạo") == Status::valid);
    const auto groups = import(head + "\nII. Sản phẩm bị thu hồi,,,,\n1. Huyện A,,,,\n" + row +
                               "\nIII. Sản phẩm được công nhận,,,,\nMật,HTX,3,11/QĐ-UBND,15/10/2025\n");
    CHECK(status_of(groups, "Gạo") == Status::unclear); // the group within it is of the same kind
    CHECK(status_of(groups, "Mật") == Status::valid);
    for (const auto* heading : {"Thu hồi", "Số QĐ thu hồi", "Ngày thu hồi", "Lý do thu hồi", "Revoked"}) {
        INFO(heading);
        const auto report = import(head + "," + heading + "\n" + row + ",x\nMật,HTX,3,11/QĐ-UBND,15/10/2025,\n" +
                                   "Nón,HTX,3,11/QĐ-UBND,15/10/2025,không\n");
        CHECK(status_of(report, "Gạo") == Status::unclear);
        CHECK(status_of(report, "Mật") == Status::valid);
        CHECK(status_of(report, "Nón") == Status::valid);
    }
    CHECK(status_of(import(head + "\nGạo (đã thu hồi),HTX,4,12/QĐ-UBND,15/10/2025\n"), "Gạo (đã thu hồi)") ==
          Status::unclear);
}

TEST_CASE("headings about the end of a certificate are not the certificate's") {
    const auto id = [](const std::string& headings) {
        const auto table = sheet::read_table(headings + "\nGạo,HTX,4,77/QĐ-UBND,01/09/2026\n", "a.csv");
        const auto report = import_table(*table, "a.csv");
        return report ? std::string("imported") : report.error().what.id;
    };
    CHECK(id(head) == "imported");
    for (const auto* decision : {"Số QĐ thu hồi", "QĐ hủy công nhận", "Quyết định đình chỉ"})
        for (const auto* issued : {"Ngày QĐ thu hồi", "Ngày ký QĐ bãi bỏ", "Ngày chấm dứt"})
            CHECK(id(std::string("Tên sản phẩm,Chủ thể,Hạng sao,") + decision + "," + issued) == "columns.missing");
    CHECK(id("Tên sản phẩm bị thu hồi,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ") == "columns.missing");
}

TEST_CASE("what is not clear comes back from an export as it was") {
    for (const auto* status : {"thu hồi một phần theo 9/QĐ-UBND", "thu hồi theo 9/QĐ-UBND ngày 01/12/2026"}) {
        INFO(status);
        const auto exported = head + ",Trạng thái,Ghi chú\nGạo,HTX,4,12/QĐ-UBND,15/10/2025,unclear," + status + "\n";
        const auto once = import(exported), later = import(exported, "2027-01-01");
        CHECK(status_of(once, "Gạo") == Status::unclear);
        CHECK(status_of(later, "Gạo") == Status::unclear);
        CHECK(once.products[0].certificates[0].ended_by == status);
    }
}

TEST_CASE("a status in force is understood in the words of offices, and a term that is over by its last day") {
    for (const auto* status : {"Đang có hiệu lực",
                               "Đang còn hiệu lực",
                               "Vẫn còn hiệu lực",
                               "vẫn còn hạn",
                               "Chưa hết hạn",
                               "chưa hết hiệu lực, chưa thu hồi"}) {
        INFO(status);
        CHECK(read_status(status, beside())->status == Status::valid);
        CHECK(read_status(bare_key(status), beside())->status == Status::valid);
    }
    for (const auto* status :
         {"còn hiệu lực, đang đề nghị thu hồi", "đang có hiệu lực?", "sắp hết hạn", "hết hạn 2025"})
        CHECK(read_status(status, beside())->status == Status::unclear);
    const auto columns = head + ",Có giá trị đến,Trạng thái\n";
    for (const auto* over : {"Hết hạn", "Đã hết hạn", "Hết hiệu lực", "expired"}) {
        INFO(over);
        const auto past = import(columns + "Gạo,HTX,3,1/QĐ-UBND,15/10/2022,15/10/2025," + over + "\n");
        CHECK(status_of(past, "Gạo") == Status::valid); // the last day tells the same
        CHECK(past.remarks.empty());
        const auto running = import(columns + "Gạo,HTX,3,1/QĐ-UBND,15/10/2025,15/10/2028," + over + "\n");
        CHECK(status_of(running, "Gạo") == Status::unclear);
        CHECK(has_remark(running, "STATUS_OVER"));
    }
}

TEST_CASE("a note that tells of a change the columns do not show is asked about, and one of the same facts is not") {
    const auto remark_of = [](const std::string& note, const std::string& row = "3,1/QĐ-UBND,15/10/2025") {
        const auto report = import(head + ",Ghi chú\nGạo,HTX," + row + ",\"" + note + "\"\n");
        REQUIRE(report.remarks.size() <= 1);
        return report.remarks.empty() ? std::string() : report.remarks[0].finding.code;
    };
    for (const auto* note : {"Công nhận lại 4 sao theo QĐ 900/QĐ-UBND ngày 01/02/2026",
                             "Cấp lại theo QĐ 900/QĐ-UBND",
                             "Nâng hạng 4 sao năm 2026",
                             "Nâng sao từ 3 sao lên 5 sao",
                             "Gia hạn đến 31/12/2029",
                             "Có giá trị đến hết ngày 01/01/2027",
                             "Gia hạn thêm 12 tháng",
                             "Đã chuyển cho HTX Biển Mẫu",
                             "Đổi tên thành Mật ong Hương Mẫu",
                             "Thay đổi chủ thể",
                             "Tạm dừng sử dụng tem"}) {
        INFO(note);
        CHECK(remark_of(note) == "NOTE_OF_CHANGE");
        CHECK(remark_of(bare_key(note)) == "NOTE_OF_CHANGE");
    }
    for (const auto* note : {"Công nhận lại, thay QĐ 5/QĐ-UBND ngày 01/02/2022",
                             "Cấp lại theo QĐ 1/QĐ-UBND",
                             "Nâng hạng từ 2 sao lên 3 sao",
                             "Công nhận lại theo QĐ 7/QĐ-UBND ngày 01/02/2022",
                             "Còn hiệu lực đến 15/10/2028",
                             "lần đầu"}) {
        INFO(note);
        CHECK(remark_of(note).empty());
    }
    for (const auto* note :
         {"Tiềm năng 5 sao", "Đề nghị nâng hạng 4 sao", "Bán tại chợ Hôm", "Có giá trị đến 15/10/2028"}) {
        INFO(note);
        CHECK(remark_of(note) == "NOTES_NOT_KEPT");
    }
}

TEST_CASE("what nobody granted is not valid by the silence of its rows") {
    for (const auto* words :
         {"DANH SÁCH SẢN PHẨM ĐỀ NGHỊ CÔNG NHẬN", "Sản phẩm chưa được công nhận", "Dự thảo", "Sản phẩm không đạt"}) {
        INFO(words);
        const auto title = import(std::string(words) + "\n" + head + "\nGạo,HTX,3,1/QĐ-UBND,15/10/2025\n");
        CHECK(status_of(title, "Gạo") == Status::unclear);
        const auto group =
            import(head + "\nNón,HTX,3,1/QĐ-UBND,15/10/2025\nII," + words + "\nGạo,HTX,3,1/QĐ-UBND,15/10/2025\n");
        CHECK(status_of(group, "Nón") == Status::valid);
        CHECK(status_of(group, "Gạo") == Status::unclear);
    }
    for (const auto* words : {"DANH SÁCH SẢN PHẨM ĐƯỢC CÔNG NHẬN", "Sản phẩm đăng ký nhãn hiệu"})
        CHECK(status_of(import(std::string(words) + "\n" + head + "\nGạo,HTX,3,1/QĐ-UBND,15/10/2025\n"), "Gạo") ==
              Status::valid);
}
