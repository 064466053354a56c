// What cells say beyond doubt, before their rows are read: days of one order, what spreadsheets and programs made of a
// text, words for nothing.
#include "catalog/settle.h"

#include "catalog/csv.h"
#include "catalog/import_text.h"

#include <algorithm>
#include <random>

using namespace temsao;
using namespace temsao::catalog;

TEST_CASE("a cell with two days, or with words of another day, is refused and not cut to one of them") {
    for (const auto* text : {"15/10/2025",
                             "ký 15/10/2025",
                             "ký ngày 15/10/2025",
                             "QĐ ngày 15/10/2025",
                             "\"Hà Tĩnh, ngày 15/10/2025\"",
                             "\"Thứ tư, 15/10/2025\"",
                             "12/QĐ-UBND ngày 15/10/2025",
                             "ngày 15 tháng 10 năm 2025",
                             "15-Oct-2025"}) {
        INFO(text);
        CHECK(issued(std::string("Gạo,HTX,3,12/QĐ-UBND,") + text) == "2025-10-15");
    }
    for (const auto* text : {"từ 15/10/2024 đến 15/10/2027",
                             "15/10/2025 và 20/12/2025",
                             "\"15/10/2025, sửa 20/12/2025\"",
                             "5/9/2025 - 7/9/2025",
                             "15 tháng 10 năm 2025 và 20 tháng 12 năm 2025"}) {
        INFO(text);
        CHECK(became_of(std::string("Gạo,HTX,3,12/QĐ-UBND,") + text) == "row.two_days");
    }
    for (const auto* text : {"dự kiến 15/10/2025",
                             "\"Dự kiến, ngày 15/10/2025\"",
                             "trước 15/10/2025",
                             "hết hạn 15/10/2025",
                             "đến hết ngày 15/10/2025",
                             "chưa ký 15/10/2025",
                             "15/10/2025 (bổ sung)",
                             "họp 15/10/2025",
                             "10/2025",
                             "2025"}) {
        INFO(text);
        CHECK(became_of(std::string("Gạo,HTX,3,12/QĐ-UBND,") + text) == "row.date");
    }
    const std::string together = "Tên sản phẩm,Chủ thể,Hạng sao,\"Số, ngày QĐ\"\n";
    for (const auto* text : {"12/QĐ-UBND ngày 15/10/2025",
                             "\"12/QĐ-UBND,15/10/2025\"",
                             "12/QĐ-UBND (15/10/2025)",
                             "Quyết định số 12/QĐ-UBND ngày 15 tháng 10 năm 2025 của UBND tỉnh Mẫu",
                             "Ngày 15/10/2025 - 12/QĐ-UBND"}) {
        INFO(text);
        CHECK(issued(std::string("Gạo,HTX,3,") + text, together) == "2025-10-15");
    }
    for (const auto* text : {"12/QĐ-UBND ngày 15/10/2025 (thay QĐ 3/QĐ-UBND ngày 01/02/2022)",
                             "12/QĐ-UBND ngày 15/10/2025; 13/QĐ-UBND ngày 20/12/2022"}) {
        INFO(text);
        CHECK(became_of(std::string("Gạo,HTX,3,") + text, together) == "row.two_days");
    }
}

TEST_CASE("a month first in one cell holds for days among words as well") {
    for (const auto* text : {"04/08/2025", "ký 04/08/2025", "QĐ ngày 04/08/2025", "ký ngày 04/08/2025"}) {
        const auto report = import(head + "Gạo,HTX,3,1/QĐ-UBND,10/15/2025\nNón,HTX,3,2/QĐ-UBND," + text + "\n");
        INFO(text);
        CHECK(report.products.empty());
        CHECK(report.refused.size() == 2);
    }
}

TEST_CASE("a day as text beside dates of the workbook that read both ways is asked about, however few they are") {
    for (const auto& [texts, dates] : {std::pair(1, 1), {1, 3}, {2, 1}, {2, 2}}) {
        auto table = *read_csv(head, "a.csv");
        for (int i = 0; i < texts + dates; ++i) {
            std::vector<Cell> row(5);
            const std::string written = i < texts ? "15/10/2025" : "04/08/2025";
            const std::string values[] = {"SP " + std::to_string(i), "HTX", "3", "1/QĐ-UBND", written};
            for (std::size_t at = 0; at < 5; ++at)
                row[at].text = values[at];
            row[4].is_date = i >= texts;
            table.rows.push_back(row);
        }
        table.widths.clear();
        const auto report = *import_table(table, "a.xlsx");
        INFO(texts << " " << dates);
        const bool is_asked = std::any_of(report.remarks.begin(), report.remarks.end(), [](const auto& one) {
            return one.finding.code == "DAYS_OF_TWO_KINDS";
        });
        CHECK((is_asked || !report.refused.empty()));
    }
}

TEST_CASE("letters that are gone, or in another form, are refused wherever they stand in a name") {
    for (const auto* name :
         {"Ph? bò", "H? tiêu", "Cà ph?", "Bún b? Huế", "Trà ? vàng", "Mï¿½t ong", "Tỏi Lý SÆ¡n", "?", "Gạo?"}) {
        INFO(name);
        CHECK(became_of(std::string(name) + ",HTX,3,1/QĐ-UBND,15/10/2025") == "row.lost_letters");
        CHECK(became_of(std::string("Gạo,HTX ") + name + ",3,1/QĐ-UBND,15/10/2025") == "row.lost_letters");
    }
    for (const auto* name : {"M&#7853;t ong",
                             "Tr&agrave;",
                             "M&#x1EAD;t",
                             "A&amp;B",
                             "M%E1%BA%ADt ong",
                             "M=E1=BA=ADt ong",
                             "Tr%C3%A0",
                             "M\\u1eadt ong",
                             "\\U1EACT ONG"})
        CHECK(became_of(std::string(name) + ",HTX,3,1/QĐ-UBND,15/10/2025") == "row.web_signs");
    for (const auto* name :
         {"Trà «Cá»", "Nước Mắm À", "Bánh A & B; C", "Ổi Á Châu", "Bột 100%AB", "A=B1 C", "A\\unit"}) {
        INFO(name);
        CHECK(became_of(std::string(name) + ",HTX,3,1/QĐ-UBND,15/10/2025").empty());
    }
}

TEST_CASE("words for nothing are no name, and are not printed as an address, an office or a fact") {
    const std::string all =
        "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Địa chỉ,Cơ quan cấp,Thành phần,Điện thoại,Mã vạch\n";
    const auto report_with = [&](const std::string& words) {
        return import(all + "Gạo,HTX,3,1/QĐ-UBND,15/10/2025" + ("," + words) + ("," + words) + ("," + words) +
                      ("," + words) + ("," + words) + "\n");
    };
    for (const auto* words : {"N/A",     "n/a",   "nan",           "NULL",    "None",          "(trống)",    "(blank)",
                              "chưa có", "Không", "Đang cập nhật", "0",       "undefined",     "?",          "…",
                              "...",     "TBD",   "không áp dụng", "CHƯA CÓ", "chua cap nhat", "bổ sung sau"}) {
        INFO(words);
        const auto told = report_with(words);
        REQUIRE(told.products.size() == 1);
        const auto& product = told.products[0];
        CHECK(product.address.empty());
        CHECK(product.certificates[0].issuer.empty());
        CHECK(product.facts.empty());
        CHECK_FALSE(product.gtin);
        CHECK(std::count_if(told.remarks.begin(), told.remarks.end(), [](const auto& one) {
                  return one.finding.code == std::string("CELL_SAYS_NOTHING");
              }) == 5);
        // In the number's place a word says that there is none; a sign may be what is left of one.
        CHECK(std::any_of(told.remarks.begin(), told.remarks.end(), [](const auto& one) {
                  return one.finding.severity == Severity::check;
              }) == (std::string_view("0?…...").find(words) != std::string_view::npos));
        CHECK(import(head + words + ",HTX,3,1/QĐ-UBND,15/10/2025\n").refused.size() == 1);
        CHECK(import(head + "Gạo," + words + ",3,1/QĐ-UBND,15/10/2025\n").refused.size() == 1);
    }
    for (const auto* drawn : {"-", "--", "–", "—", "−", "/"}) { // everybody reads them as empty
        INFO(drawn);
        const auto dash = report_with(drawn);
        CHECK(dash.products.at(0).address.empty());
        CHECK(dash.remarks.empty());
        const auto beside = std::string(",") + drawn;
        const auto others =
            import("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Trạng thái,Điểm,Ngày hết hiệu lực,Ghi chú\n"
                   "Gạo,HTX,3,1/QĐ-UBND,15/10/2025" +
                   beside + beside + beside + beside + "\n");
        REQUIRE(others.products.size() == 1);
        CHECK(others.remarks.empty());
        CHECK(others.products[0].certificates[0].status == Status::valid);
        CHECK(others.products[0].certificates[0].valid_to_computed);
        CHECK_FALSE(others.products[0].certificates[0].score);
        CHECK(import(head + "Gạo,HTX," + drawn + ",1/QĐ-UBND,15/10/2025\n").refused.size() == 1); // no stars
        CHECK(import(head + "Gạo,HTX,3,1/QĐ-UBND," + drawn + "\n").refused.size() == 1);          // no day
    }
    for (const auto* name : {"Na", "Khổng Lồ", "Nan tre", "Trống cơm", "X-men"})
        CHECK(became_of(std::string(name) + ",HTX,3,1/QĐ-UBND,15/10/2025").empty());
    CHECK(became_of("Gạo,HTX,3,chưa có,15/10/2025\nNón,HTX,3,1/QĐ-UBND,15/10/2025") ==
          "CELL_SAYS_NOTHING DECISION_LACKING");
}

TEST_CASE("what a spreadsheet made of a cell is not printed: days where none belong, shortened numbers") {
    const auto of = [](const std::string& heading, const std::string& value) {
        return became_of("Gạo,HTX,3,1/QĐ-UBND,15/10/2025," + value,
                         head.substr(0, head.size() - 1) + "," + heading + "\n");
    };
    for (const auto* day : {"05-Oct", "5-Oct", "Oct-24", "May-05", "05-thg 10", "thg 5-10"})
        for (const auto* heading : {"Định lượng", "Địa chỉ", "Thành phần", "Cơ quan cấp", "Số TCB"}) {
            INFO(day << " " << heading);
            CHECK(of(heading, day) == "row.turned_into_day");
        }
    CHECK(became_of("Gạo,HTX,3,Dec-12,15/10/2025") == "row.turned_into_day");
    CHECK(became_of("Oct-24,HTX,3,1/QĐ-UBND,15/10/2025") == "row.turned_into_day");
    for (const auto* number : {"9.12E+08", "9,12E+08", "1e-05", "8.4E+10"})
        for (const auto* heading : {"Điện thoại", "Định lượng", "Số TCB", "Địa chỉ", "Mã vạch"})
            CHECK(of(heading, number == std::string("9,12E+08") ? "\"9,12E+08\"" : number) == "row.shortened_number");
    CHECK(of("Ghi chú", "05-Oct") == "NOTES_NOT_KEPT");
    for (const auto* value :
         {"5-10", "500 g", "3E", "12 tháng", "Mar-a-Lago", "A-12", "Tổ 1-2", "Gạo-1", "Ổ-", "-ị", "–"})
        CHECK(of("Định lượng", value).empty());
    CHECK(import(head.substr(0, head.size() - 1) + ",Điện thoại\nGạo,HTX,3,1/QĐ-UBND,15/10/2025,0912345678.0\n")
              .products.at(0)
              .facts.at("phone") == "0912345678");

    Table table = *read_csv(
        head.substr(0, head.size() - 1) + ",Định lượng\nGạo,HTX,3,1/QĐ-UBND,15/10/2025,05/10/2026\n", "a.csv");
    CHECK(import_table(table, "a.csv")->refused.empty()); // a text says what it says
    table.rows[1][5].is_date = true;                      // typed as 5-10 into a workbook
    const auto report = import_table(table, "a.csv");
    REQUIRE(report->refused.size() == 1);
    CHECK(report->refused[0].reason.id == "row.turned_into_day");
}

TEST_CASE("no short cell ends an import: pieces of words, signs and figures, in every column") {
    const std::vector<std::string> pieces = {
        "Ổ", "ị",   "đ",        "Tổ ", "-",  "–",  "1", "05", "Oct",  "thg", " ",    "/",   ".",   ",", "'",
        "=", "?",   "…",        "¿",   "#",  "E+", "%", "&",  ";",    "\\u", "QĐ-",  "12/", "(",   ")", "★",
        "*", "sao", "\xcc\x81", "0",   "nt", "〃", "a", "&#", "ngày", "ký",  "UBND", "20",  "31/", "Ð"};
    const std::string headings = "STT,Tên sản phẩm,Chủ thể,Địa chỉ,Hạng sao,Điểm,Số QĐ,Ngày QĐ,Có giá trị đến,Mã vạch,"
                                 "Mã nội bộ,Nhóm,Trạng thái,Ghi chú,Định lượng,Điện thoại,Cơ quan cấp\n";
    std::minstd_rand random(20261130);
    const auto below = [&](std::size_t end) { return random() % end; };
    std::size_t rows = 0;
    for (int list = 0; list < 60; ++list) {
        std::string text = headings;
        for (int row = 0; row < 40; ++row) {
            std::vector<std::string> cells = {"1",
                                              "Gạo",
                                              "HTX",
                                              "Xã",
                                              "3",
                                              "70",
                                              "1/QĐ-UBND",
                                              "15/10/2025",
                                              "15/10/2028",
                                              "",
                                              "",
                                              "",
                                              "",
                                              "",
                                              "",
                                              "",
                                              ""};
            auto& cell = cells[below(cells.size())];
            cell.clear();
            for (auto count = 1 + below(4); count > 0; --count)
                cell += pieces[below(pieces.size())];
            for (const auto& one : cells)
                text += (&one == cells.data() ? "\"" : ",\"") + one + "\"";
            text += "\n";
        }
        const auto table = sheet::read_table(text, "a.csv");
        REQUIRE(table.ok());
        const auto report = import_table(*table, "a.csv", {}, {}, *Date::from(2026, 11, 1));
        REQUIRE(report.ok());
        rows += report->rows_read;
    }
    CHECK(rows == 60 * 41);
}

TEST_CASE("a text that says nothing is told once a column, and in the number's place each time") {
    const auto report = import("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Địa chỉ,Điện thoại,Mã vạch\n"
                               "Gạo,HTX,3,1/QĐ-UBND,15/10/2025,N/A,N/A,?\n"
                               "Nón,HTX,3,1/QĐ-UBND,15/10/2025,N/A,chưa có,?\n"
                               "Chè,HTX,3,1/QĐ-UBND,15/10/2025,N/A,N/A,\n");
    std::string told;
    for (const auto& remark : report.remarks) {
        CHECK(remark.finding.code == "CELL_SAYS_NOTHING");
        told += std::to_string(remark.row) + " " + remark.finding.message().id;
        for (const auto& fact : remark.finding.facts)
            told += " " + fact;
        told += "\n";
    }
    CHECK(told == "2 CELL_SAYS_NOTHING.more F2 N/A 2\n"
                  "2 CELL_SAYS_NOTHING.number H2 ?\n"
                  "2 CELL_SAYS_NOTHING.more G2 N/A 1\n"
                  "3 CELL_SAYS_NOTHING.number H3 ?\n"
                  "3 CELL_SAYS_NOTHING G3 chưa có 0\n");
}
