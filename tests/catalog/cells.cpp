// What the cells of stars, decisions, days and names may say. Each is a closed form: what is beside it is refused or
// asked about, and nothing is cut.
#include "catalog/csv.h"
#include "catalog/import_text.h"
#include "catalog/read_cells.h"
#include "catalog/same_name.h"
#include "catalog/written_day.h"

#include <algorithm>
#include <map>

using namespace temsao;
using namespace temsao::catalog;

TEST_CASE("a number of stars counts in every form that clerks give it, and with no other word beside it") {
    const std::vector<std::pair<int, std::vector<std::string>>> forms = {
        {3, {"3",           "3 sao",  "3sao",    "3*",          "3 ★",   "***",    "* * *",      "★★★",
             "⭐⭐⭐",         "ba sao", "3 stars", "three stars", "3 ***", "3-star", "3 (ba) sao", "3 sao (ba sao)",
             "3 sao (***)", "★★★☆☆",  "3.0",     "3,00"}},
        {4,
         {"4",
          "4 sao",
          "****",
          "bốn sao",
          "BON SAO",
          "four stars",
          "4 sao OCOP",
          "4 sao cấp tỉnh",
          "04",
          "04 sao",
          "4.0 sao",
          "★4",
          "★ 4"}},
        {5, {"5", "05 sao", "5 sao", "năm sao", "★★★★★", "5 sao cấp quốc gia"}}};
    for (const auto& [stars, texts] : forms)
        for (const auto& text : texts) {
            for (const auto* front : {"", "Hạng ", "Đạt ", "Đạt hạng ", "OCOP ", "Xếp hạng: ", "Công nhận "}) {
                INFO(front + text);
                CHECK(read_stars(front + text) == stars);
            }
            for (const auto* other :
                 {"Tiềm năng ", "Không đạt ", "Chưa đạt ", "Đề nghị ", "Dự kiến ", "Đăng ký ", "thu hồi ",
                  "hủy ",       "loại ",      "dưới ",     "trên ",    "cận ",     "-",        "Phấn đấu ",
                  "hạ xuống ",  "từ ",        "gần ",      "x",        "not ",     "no "}) {
                INFO(other + text);
                CHECK_FALSE(read_stars(other + text));
            }
            for (const auto* other : {" (cũ)",
                                      " ?",
                                      "?",
                                      " điểm",
                                      " tạm thời",
                                      " (tiềm năng)",
                                      " thu hồi",
                                      " 5",
                                      " -> 5",
                                      " chưa đạt",
                                      "/5",
                                      ",5",
                                      " hoặc 4",
                                      " (2021)",
                                      " đề nghị",
                                      " ngày"}) {
                INFO(text + other);
                CHECK_FALSE(read_stars(text + other));
            }
        }
    for (const auto* text :
         {"",    "0",    "6",    "33",          "004",           "4.5", "sao", "******", "ba",  "năm 2025",
          "**3", "★★☆",  "3 **", "3 (bốn) sao", "3 sao (4 sao)", "(4)", "IV",  "4 điểm", "đạt", "hạng",
          "06",  "4.01", "*4",   "00"}) {
        INFO(text);
        CHECK_FALSE(read_stars(text));
    }
    CHECK(became_of("Gạo,HTX,Tiềm năng 5 sao,1/QĐ-UBND,15/10/2025") == "row.stars");
}

TEST_CASE("a decision's number is read whole or not at all") {
    for (const auto* number : {"1", "12", "2394", "12/2025", "7/2026", "12345"})
        for (const auto* front : {"", "QĐ số ", "Số: ", "(", "Quyết định ", "Số:"})
            for (const auto* body : {"UBND", "TTg", "BNN&PTNT", "SNN-VP", "UBND.HC"})
                for (const auto* behind : {"", " ngày 15/10/2025", ")", ";", ", 15/10/2025", "."}) {
                    const auto text = std::string(front) + number + "/QĐ-" + body + behind;
                    std::string upper(body);
                    if (upper == "TTg") upper = "TTG";
                    INFO(text);
                    CHECK(read_decision(text) == std::string(number) + "/QĐ-" + upper);
                }
    for (const auto* text : {"1.234/QĐ-UBND",
                             "1,234/QĐ-UBND",
                             "15/10/2025/QĐ-UBND",
                             "12-13/QĐ-UBND",
                             "123456/QĐ-UBND",
                             "12-QĐ/UBND",
                             "/QĐ-UBND",
                             "12/TTr-UBND",
                             "12/QĐ-",
                             "12/QĐ-UBND?"}) {
        INFO(text);
        CHECK_FALSE(read_decision(text));
    }
    const auto two = import(head + "Gạo,HTX,3,12/2025/QĐ-UBND,15/10/2025\nNón,HTX,3,1.234/QĐ-UBND,15/10/2025\n");
    for (const auto& product : two.products)
        CHECK(product.certificates[0].decision == (product.name == "Gạo" ? "12/2025/QĐ-UBND" : "1.234/QĐ-UBND"));
    CHECK(became_of("Gạo,HTX,3,12/QĐ-UBND (thay 3/QĐ-UBND),15/10/2025") == "ROW_TWO_DECISIONS");
    CHECK(became_of("Gạo,HTX,3,,15/10/2025") == "DECISION_LACKING");
}

TEST_CASE("a decision of after the list, or from before there was a programme, is asked about") {
    for (const auto* day : {"02/11/2026", "15/10/2052", "15/10/2205"})
        CHECK(became_of(std::string("Gạo,HTX,3,1/QĐ-UBND,") + day) == "ISSUED_AFTER_LIST");
    for (const auto* day : {"15/10/1925", "31/12/2012"})
        CHECK(became_of(std::string("Gạo,HTX,3,1/QĐ-UBND,") + day) == "ISSUED_BEFORE_PROGRAMME");
    CHECK(became_of("Gạo,HTX,3,1/QĐ-UBND,01/11/2026").empty());
}

TEST_CASE("words of an end in the decision's cell are seen though its number cannot be read") {
    for (const auto* decision :
         {"Đã thu hồi theo thông báo", "Quyết định số 12 (đã thu hồi)", "12/QĐ-UBND (đã thu hồi)"}) {
        INFO(decision);
        const auto report = import(head + "Gạo,HTX,3,\"" + decision + "\",15/10/2025\n");
        REQUIRE(report.products.size() == 1);
        CHECK(report.products[0].certificates[0].status == Status::unclear);
    }
}

TEST_CASE("a word that denies the decision beside it is asked about, wherever it stands") {
    for (const auto* decision : {"1/QĐ-UBND của UBND tỉnh chưa ký",
                                 "1/QĐ-UBND bỏ",
                                 "dự thảo 1/QĐ-UBND của UBND tỉnh",
                                 "1/QD-UBND cua UBND tinh chua ky",
                                 "1/QĐ-UBND of the province, not signed"})
        CHECK(became_of(std::string("Gạo,HTX,3,\"") + decision + "\",15/10/2025").starts_with("ROW_DECISION_WORDS"));
    for (const auto* decision : {"1/QĐ-UBND của Bộ Nông nghiệp", "1/QĐ-UBND của UBND xã Chùa Hang"})
        CHECK(became_of(std::string("Gạo,HTX,3,\"") + decision + "\",15/10/2025").empty());
}

TEST_CASE("a day beside the decision's number that its column contradicts is asked about") {
    for (const auto* decision :
         {"1/QĐ-UBND ngày 20/11/2025", "QĐ số 1/QĐ-UBND ngày 20/11/2025", "1/QĐ-UBND, 20/11/2025"})
        CHECK(became_of(std::string("Gạo,HTX,3,\"") + decision + "\",15/10/2025") == "DECISION_DAY_DIFFERS");
    for (const auto* decision : {"1/QĐ-UBND ngày 15/10/2025", "1/QĐ-UBND ngày 15 tháng 10 năm 2025", "1/QĐ-UBND"})
        CHECK(became_of(std::string("Gạo,HTX,3,") + decision + ",15/10/2025").empty());
}

TEST_CASE("a day that only the decision's cell has is taken from there and told, and without one the row is refused") {
    for (const auto* decision : {"1/QĐ-UBND ngày 15/10/2025", "QĐ số 1/QĐ-UBND ngày 15 tháng 10 năm 2025"}) {
        CHECK(became_of(std::string("Gạo,HTX,3,") + decision + ",") == "DECISION_DAY_TAKEN");
        const auto report = import(head + "Gạo,HTX,3," + decision + ",\n");
        CHECK(report.products.at(0).certificates[0].issued.iso() == "2025-10-15");
    }
    for (const auto* decision : {"1/QĐ-UBND", "1/QĐ-UBND năm 2025", "1/QĐ-UBND tháng 10/2025", ""})
        CHECK(became_of(std::string("Gạo,HTX,3,") + decision + ",") == "row.no_day");
}

TEST_CASE("a status in force beside a last day that was over when the list was made is asked about") {
    const std::string with_status = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Trạng thái\n";
    const auto codes = [&](const std::vector<std::string>& rows) {
        std::string all = with_status, found;
        for (const auto& row : rows)
            all += row + "\n";
        for (const auto& one : import(all).remarks)
            found += (found.empty() ? "" : " ") + std::to_string(one.row) + one.finding.code;
        return found;
    };
    const std::string runs = "Gạo,HTX,3,1/QĐ-UBND,15/10/2025,Còn hiệu lực";
    for (const auto* status : {"Còn hiệu lực", "còn hạn", "Đang có hiệu lực", "in force"}) {
        INFO(status);
        CHECK(codes({runs, std::string("Trà,HTX,3,2/QĐ-UBND,15/10/2021,") + status, "Nón" + runs.substr(4)}) ==
              "3STATUS_OF_LAPSED");
    }
    CHECK(codes({runs, "Trà,HTX,3,2/QĐ-UBND,15/10/2021,Hết hạn", "Nón" + runs.substr(4)}).empty()); // both say so
    CHECK(codes({"Gạo,HTX,3,1/QĐ-UBND,15/10/2021,còn hiệu lực", "Trà,HTX,3,2/QĐ-UBND,15/10/2021,còn hiệu lực"}) ==
          "2STATUSES_OF_LAPSED");
    CHECK(codes({runs, "Trà,HTX,3,2/QĐ-UBND,15/10/2021,valid", "Nón" + runs.substr(4)}).empty()); // as exported
    CHECK(codes({"Gạo,HTX,3,1/QĐ-UBND,01/11/2023,còn hiệu lực"}).empty()); // its last day is the list's own
}

TEST_CASE("words about a producer beside its name are asked about, and an end of the certificate among them counts") {
    for (const auto* producer : {"HTX Mẫu (đã giải thể)",
                                 "HTX Mẫu - ngừng hoạt động",
                                 "HTX Mẫu, nay là Công ty TNHH Mẫu",
                                 "Công ty Mẫu (đổi tên từ HTX Mẫu)",
                                 "HTX MAU (DA GIAI THE)",
                                 "Mau Ltd (formerly Old Mau)"})
        CHECK(became_of(std::string("Gạo,\"") + producer + "\",3,1/QĐ-UBND,15/10/2025") == "PRODUCER_WORDS");
    for (const auto* producer : {"HTX Nông nghiệp (thành viên liên hiệp) Mẫu", "Công ty TNHH Nay Lá", "HTX Thể Giải"})
        CHECK(became_of(std::string("Gạo,\"") + producer + "\",3,1/QĐ-UBND,15/10/2025").empty());
    const auto revoked = import(head + "Gạo,HTX Mẫu (đã thu hồi chứng nhận),3,1/QĐ-UBND,15/10/2025\n");
    CHECK(revoked.products.at(0).certificates[0].status == Status::unclear);
}

TEST_CASE("words around a decision's number that may deny it are asked about, and an end makes the status unclear") {
    for (const auto* decision : {"dự thảo 1/QĐ-UBND",
                                 "1/QĐ-UBND (dự thảo)",
                                 "chưa ban hành 1/QĐ-UBND",
                                 "thay thế 1/QĐ-UBND",
                                 "không có 1/QĐ-UBND",
                                 "~1/QĐ-UBND",
                                 "1/QĐ-UBND chờ ký",
                                 "1/QĐ-UBND (bản nháp)"}) {
        INFO(decision);
        CHECK(became_of(std::string("Gạo,HTX,3,") + decision + ",15/10/2025").starts_with("ROW_DECISION_WORDS"));
    }
    for (const auto* decision :
         {"1/QĐ-UBND bị thu hồi", "1/QĐ-UBND (đã thu hồi)", "1/QĐ-UBND (hết hiệu lực)", "1/QĐ-UBND (dự thảo)"}) {
        INFO(decision);
        const auto report = import(head + "Gạo,HTX,3," + decision + ",15/10/2025\n");
        CHECK(report.products.at(0).certificates[0].status == Status::unclear);
    }
    for (const auto* decision : {"Quyết định số 1/QĐ-UBND",
                                 "QĐ số: 1/QĐ-UBND",
                                 "1/QĐ-UBND ngày 15/10/2025",
                                 "1/QĐ-UBND ngày 15 tháng 10 năm 2025 của UBND tỉnh Mẫu",
                                 "1/QĐ-UBND (lần 2)",
                                 "1/QĐ-UBND về việc công nhận sản phẩm OCOP"}) {
        INFO(decision);
        CHECK(became_of(std::string("Gạo,HTX,3,") + decision + ",15/10/2025").empty());
    }
    CHECK(became_of("Gạo,HTX,3,1/QĐ-UBND,sau 15/10/2025") == "row.date");
    CHECK(became_of("Gạo,HTX,3,1/QĐ-UBND,\"Thứ Sáu, 15/10/2025\"").empty());
}

TEST_CASE("a score has one number, and perhaps its unit") {
    for (const auto* score : {"72 73", "72 (huyện 68)", "7 25", "72 đến 75"})
        CHECK_FALSE(read_score(score));
    for (const auto* score : {"72,5", "72.5 điểm", "72,5 đ", "72.5 points"})
        CHECK(read_score(score) == 72.5);
}

TEST_CASE("a group that is none of the programme's is told, once for each text") {
    const auto headings = head.substr(0, head.size() - 1) + ",Nhóm\n";
    CHECK(became_of("A,HTX,3,1/QĐ-UBND,15/10/2025,Nông sản\nB,HTX,3,1/QĐ-UBND,15/10/2025,Nông sản\nC,HTX,3,1/QĐ-UBND,"
                    "15/10/2025,Nhóm 9",
                    headings) == "GROUP_UNKNOWN GROUP_UNKNOWN");
    CHECK(became_of("A,HTX,3,1/QĐ-UBND,15/10/2025,Đồ uống\nB,HTX,3,1/QĐ-UBND,15/10/2025,", headings).empty());
}

TEST_CASE("rows under other headings are refused and not read by the first ones") {
    const std::string first = head + "Mật ong,HTX,4,12/QĐ-UBND,15/10/2025\n",
                      last = "Gạo,HTX,5,40/QĐ-UBND,20/10/2025\n";
    for (const auto* headings : {"Tên sản phẩm,Chủ thể,Hạng sao đề nghị,Số tờ trình,Ngày trình",
                                 "Tên sản phẩm,Chủ thể,Hạng sao,QĐ thu hồi,Ngày thu hồi",
                                 "Chủ thể,Tên sản phẩm,Hạng sao,Số QĐ,Ngày QĐ",
                                 "Sản phẩm,Đơn vị sản xuất,Sao đề nghị,Số,Ngày"}) {
        INFO(headings);
        const auto report = import(first + ",,,,\n" + headings + "\n" + last);
        CHECK(report.products.size() == 1);
        REQUIRE(report.refused.size() == 1);
        CHECK(report.refused[0].reason.id == "row.other_headings");
        CHECK(report.rows_by_kind.at(RowKind::heading) == 2);
    }
    for (const auto* headings : {"Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ",
                                 "TÊN SẢN PHẨM,CHỦ THỂ,HẠNG SAO,SỐ QĐ,NGÀY QĐ",
                                 "Tên sản phẩm,Chủ thể,Số sao,Số quyết định,Ngày ký QĐ"})
        CHECK(import(first + headings + "\n" + last).products.size() == 2);
    const auto back = import(first + "Tên sản phẩm,Chủ thể,Hạng sao đề nghị,Số,Ngày\n" + last + head +
                             "Nón,HTX,3,9/QĐ-UBND,20/10/2025\n");
    CHECK(back.products.size() == 2); // under the first headings again
}

TEST_CASE("a heading that goes on in other words is not understood, and the column is named") {
    const auto meaning = [](const std::string& heading) {
        const auto table = *read_csv(
            head.substr(0, head.size() - 1) + ",\"" + heading + "\"\nA,HTX,3,1/QĐ-UBND,15/10/2025,v\n", "a.csv");
        const auto columns = find_columns(table, "a.csv");
        REQUIRE(columns.ok());
        return columns->all.back().meaning;
    };
    for (const auto* heading : {"Thành phần hồ sơ",
                                "Thành phần Hội đồng",
                                "Khối lượng tiêu thụ (tấn/năm)",
                                "Địa chỉ email",
                                "Xuất xứ nguyên liệu",
                                "Địa chỉ website",
                                "Bảo quản hồ sơ",
                                "Hướng dẫn sử dụng tem",
                                "Cảnh báo nội bộ",
                                "Khối lượng sản xuất/năm"}) {
        INFO(heading);
        CHECK(meaning(heading).empty());
    }
    for (const auto& [heading, name] : {std::pair("Thành phần nguyên liệu", "ingredients"),
                                        {"Khối lượng tịnh/Thể tích thực", "net_quantity"},
                                        {"Địa chỉ trụ sở chính", "address"},
                                        {"Bảo quản", "storage"},
                                        {"HSD (ngày)", "shelf_life"},
                                        {"Ghi chú nội bộ", "notes"}})
        CHECK(meaning(heading) == name);
    for (const auto* stars : {"Hạng sao phấn đấu", "Hạng sao mục tiêu 2030", "Số sao tiềm năng", "Hạng sao kế hoạch"}) {
        const auto table = *read_csv(std::string("Tên sản phẩm,Chủ thể,") + stars + ",Số QĐ,Ngày QĐ\n", "a.csv");
        CHECK_FALSE(find_columns(table, "a.csv").ok());
    }
    for (const auto* date : {"Ngày ký cam kết", "Ngày công nhận nông thôn mới", "Ngày quyết định thành lập HTX"}) {
        const auto table = *read_csv(std::string("Tên sản phẩm,Chủ thể,Hạng sao,") + date + "\n", "a.csv");
        CHECK_FALSE(find_columns(table, "a.csv").ok());
    }
}

TEST_CASE("quotation marks, the sign for and, and short forms of kinds of producers make no other producer") {
    const std::vector<std::pair<const char*, const char*>> same{{"HTX \"Mẫu\"", "HTX Mẫu"},
                                                                {"HTX “Mẫu”", "Hợp tác xã Mẫu"},
                                                                {"HTX NN Mẫu", "Hợp tác xã nông nghiệp Mẫu"},
                                                                {"Cty SX&TM Mẫu", "Công ty sản xuất và thương mại Mẫu"},
                                                                {"Cty SX & TM Mẫu", "Cty SX và TM Mẫu"},
                                                                {"Cty TNHH 2TV Mẫu", "Công ty TNHH hai thành viên Mẫu"},
                                                                {"Cty TNHH 1TV Mẫu", "Cty TNHH MTV Mẫu"}};
    for (const auto& [one, other] : same) {
        INFO(one << " / " << other);
        CHECK(same_producer(one, other));
    }
    for (const auto& [one, other] : {std::pair("HTX NN Mẫu", "HTX Mẫu"),
                                     {"Cty TNHH 2TV A", "Cty TNHH MTV A"},
                                     {"HTX SX Mẫu", "HTX TM Mẫu"},
                                     {"HTX SX và chế biến Mẫu", "HTX SX Mẫu"},
                                     {"HTX An, Bình", "HTX An Bình"},
                                     {"HTX Sxa", "HTX SX a"}})
        CHECK_FALSE(same_producer(one, other));
}

TEST_CASE("two trades of a producer are the same ones however they are joined and shortened") {
    const std::pair<std::string, std::string> trades[] = {
        {"sản xuất", "SX"}, {"thương mại", "TM"}, {"dịch vụ", "DV"}, {"kinh doanh", "KD"}, {"nông nghiệp", "NN"}};
    for (const auto& first : trades)
        for (const auto& second : trades) {
            if (first == second) continue;
            const auto plain = "HTX " + first.first + " " + second.first + " Mẫu";
            CHECK(same_producer(plain, "HTX " + first.second + second.second + " Mẫu"));
            for (const auto* joiner : {" ", " và ", "&", " & ", ", ", " , ", "-", " - ", " – ", "/", " + ", ", và "})
                for (const auto& one : {first.first, first.second})
                    for (const auto& other : {second.first, second.second}) {
                        const auto name = "HTX " + one + joiner + other + " Mẫu";
                        INFO(name);
                        CHECK(same_producer(name, plain));
                    }
        }
}

TEST_CASE("letters of other alphabets that look Latin become Latin where a word mixes them, and it is said") {
    // Cyrillic М, а, о, Х; Greek Μ; the last one with its accent apart
    for (const auto* name : {"Мật ong", "Mật оng", "Μật ong", "Mа\u0323\u0302t ong"}) {
        INFO(name);
        const auto report = import(head + name + ",HTX,3,1/QĐ-UBND,15/10/2025\nMật ong,HTX,3,1/QĐ-UBND,15/10/2025\n");
        REQUIRE(report.products.size() == 1); // the same name as the other row's
        CHECK(report.products[0].name == "Mật ong");
        CHECK(std::any_of(report.mended.begin(), report.mended.end(), [](const Mending& one) {
            return one.encoding == "look-alikes" && one.cells == 1 && one.after == "Mật ong";
        }));
    }
    CHECK(import(head + "Gạo,НTХ Mẫu,3,1/QĐ-UBND,15/10/2025\n").products.at(0).producer == "HTX Mẫu");
    // Words that are Russian or Greek, and signs among figures, stay.
    for (const auto* name : {"Мёд Mật ong", "сахар", "Trà Ωmega", "Gạo µ", "Mật ong Δ"}) {
        INFO(name);
        const auto report = import(head + name + ",HTX,3,1/QĐ-UBND,15/10/2025\n");
        CHECK(report.products.at(0).name == name);
        CHECK(report.mended.empty());
    }
}

TEST_CASE("stars told by a mark in one of several columns are read, and two marks, none or a number are refused") {
    for (const auto& headings : {"Tên sản phẩm,Chủ thể,3 sao,4 sao,5 sao,Số QĐ,Ngày QĐ\n",
                                 "Tên sản phẩm,Chủ thể,Hạng sao,,,Số QĐ,Ngày QĐ\n,,3 sao,4 sao,5 sao,,\n",
                                 "Tên sản phẩm,Chủ thể,Kết quả phân hạng,,,Số QĐ,Ngày QĐ\n,,3*,4*,5*,,\n"}) {
        INFO(headings);
        const auto report = import(std::string(headings) + "Gạo,HTX,x,,,1/QĐ-UBND,15/10/2025\n"
                                                           "Trà,HTX,-,X,-,1/QĐ-UBND,15/10/2025\n"
                                                           "Nón,HTX,,,✓,1/QĐ-UBND,15/10/2025\n"
                                                           "Cá,HTX,x,x,,1/QĐ-UBND,15/10/2025\n"
                                                           "Cua,HTX,,,,1/QĐ-UBND,15/10/2025\n"
                                                           "Ốc,HTX,,72,,1/QĐ-UBND,15/10/2025\n");
        std::map<std::string, int> stars;
        for (const auto& product : report.products)
            stars[product.name] = product.certificates[0].stars;
        CHECK(stars == std::map<std::string, int>{{"Gạo", 3}, {"Trà", 4}, {"Nón", 5}});
        REQUIRE(report.refused.size() == 3);
        CHECK(report.refused[0].value == "3 sao: x; 4 sao: x");
        CHECK(report.refused[2].value == "4 sao: 72");
        for (const auto& refused : report.refused)
            CHECK(refused.reason.id == "row.stars");
        REQUIRE(report.remarks.size() == 1);
        CHECK(report.remarks[0].finding.message().facts == std::vector<std::string>{"C, D, E"});
    }
    // A column of stars beside columns that count products, and a table without marks, stay as they are.
    const auto counted =
        import("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,3 sao,4 sao\nGạo,HTX,3,1/QĐ-UBND,15/10/2025,12,4\n");
    CHECK(counted.products.at(0).certificates[0].stars == 3);
    CHECK(counted.remarks.empty());
}

TEST_CASE("several products in one cell are refused, and a name with a number or a dash is one name") {
    for (const auto* name : {"\"1. Gạo\n2. Nếp\"", "1) Gạo 2) Nếp", "\"- Gạo\n- Nếp\"", "+ Gạo + Nếp", "• Gạo • Nếp"})
        CHECK(became_of(std::string(name) + ",HTX,3,1/QĐ-UBND,15/10/2025") == "row.many_names");
    for (const auto* name : {"Gạo - Nếp", "1. Gạo", "Trà số 1. Loại 2", "- Gạo", "Cà phê 1/2 rang", "Gạo + Nếp"})
        CHECK(became_of(std::string(name) + ",HTX,3,1/QĐ-UBND,15/10/2025").empty());
}
