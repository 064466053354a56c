// Rows without a product: signatures, totals, groups. None is lost, none is refused, and no product is taken for
// one.
#include "catalog/import_text.h"

#include <random>

using namespace temsao;
using namespace temsao::catalog;

namespace {

const std::string columns = "STT,Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Mã vạch,Định lượng\n";
const std::string two = "1,Mật ong,HTX X,3,1/QĐ-UBND,15/10/2025,9520000010003,500 g\n"
                        "2,Nước mắm,HTX Y,4,1/QĐ-UBND,15/10/2025,9520000010010,1 lít\n";

std::size_t count_of(const ImportReport& report, RowKind kind) {
    const auto found = report.rows_by_kind.find(kind);
    return found == report.rows_by_kind.end() ? 0 : found->second;
}

// A row with each of the texts in another of the eight columns.
std::string spread(const std::vector<std::string>& texts, std::mt19937& random) {
    std::vector<std::string> cells(8);
    for (const auto& one : texts) {
        auto at = random() % cells.size();
        while (!cells[at].empty())
            at = (at + 1) % cells.size();
        cells[at] = "\"" + one + "\"";
    }
    std::string row;
    for (const auto& cell : cells)
        row += (row.empty() && &cell == &cells.front() ? "" : ",") + cell;
    return row + "\n";
}

} // namespace

TEST_CASE("what stands under the table, in one column or several, is a signature and no refused product") {
    const std::vector<std::string> firsts = {"Người lập biểu",
                                             "NGƯỜI LẬP",
                                             "TM. ỦY BAN NHÂN DÂN",
                                             "KT. CHỦ TỊCH",
                                             "Chủ tịch",
                                             "Hà Tĩnh, ngày 20 tháng 10 năm 2025",
                                             "Nơi nhận:",
                                             "Thủ trưởng đơn vị",
                                             "Người ký"},
                                   others = {"Nguyễn Văn Mẫu",
                                             "(Ký, ghi rõ họ tên)",
                                             "PHÓ CHỦ TỊCH",
                                             "Trần Thị Mẫu",
                                             "- Như trên;"};
    std::mt19937 random(15);
    for (int n = 0; n < 400; ++n) {
        std::string foot;
        const auto rows = 1 + random() % 4;
        for (std::size_t row = 0; row < rows; ++row) {
            std::vector<std::string> texts;
            if (row == 0) texts.push_back(firsts[random() % firsts.size()]);
            const bool is_day = row == 0 && texts[0].find("ngày") != std::string::npos; // stands alone
            for (auto more = is_day ? 0 : random() % 3; more > 0 || texts.empty(); more -= more > 0)
                texts.push_back(others[random() % others.size()]);
            foot += spread(texts, random);
        }
        INFO(foot);
        const auto report = import(columns + two + foot);
        CHECK(report.rows_accepted == 2);
        CHECK(report.refused.empty());
        CHECK(count_of(report, RowKind::signature) == rows);
    }
}

TEST_CASE("totals are told apart from products, whatever they count and wherever it stands") {
    const std::vector<std::string> totals = {"Tổng cộng",
                                             "TỔNG SỐ",
                                             "Tổng số: 02 sản phẩm",
                                             "Cộng",
                                             "Total",
                                             "Grand total: 2"},
                                   counts = {"02 chủ thể", "02 sp", "2", "3 sao: 1, 4 sao: 1"};
    std::mt19937 random(16);
    for (int n = 0; n < 300; ++n) {
        std::string row = "," + totals[random() % totals.size()];
        for (int column = 2; column < 8; ++column) // none in the columns of decision, day and number
            row += (column < 4 || column == 7) && random() % 2 ? ",\"" + counts[random() % counts.size()] + "\"" : ",";
        INFO(row);
        const auto report = import(columns + two + row + "\n");
        CHECK(report.rows_accepted == 2);
        CHECK(report.refused.empty());
        CHECK(count_of(report, RowKind::total) == 1);
    }
    CHECK(count_of(import(columns + two + ",3 sao,,1\n,4 sao,,1\n"), RowKind::total) == 2);
}

TEST_CASE("a product that is named like a total or a signature stays a product, and one without its facts is refused") {
    for (const auto* name :
         {"Tổng hợp mật ong", "Cộng sinh trà", "Người lập dược liệu", "Ghi chú mật", "Chủ tịch trà"}) {
        INFO(name);
        CHECK(import(columns + two + "3," + name + ",HTX Z,3,1/QĐ-UBND,15/10/2025,,\n").rows_accepted == 3);
    }
    for (const auto* broken : {"3,Gạo,HTX Z,ba rưỡi,,,,", "3,Gạo,HTX Z,,,,,", "3,Gạo,,3,1/QĐ-UBND,15/10/2025,,"}) {
        INFO(broken);
        CHECK(import(columns + two + broken + "\n").refused.size() == 1);
    }
    // A signature between two tables may hide a row: it is refused, and said.
    const auto between =
        import(columns + two + ",Người lập biểu,,,,Chủ tịch,,\n3,Gạo,HTX Z,3,1/QĐ-UBND,15/10/2025,,\n");
    CHECK(between.rows_accepted == 3);
    CHECK(between.refused.size() == 1);
}

TEST_CASE("a numbered group is one, and a number with a product's words alone is not") {
    const auto report = import(columns + "1,Nhóm: Thực phẩm tươi sống,,,,,,\n" + two + "2,Đồ uống,,,,,,\n");
    CHECK(count_of(report, RowKind::group) == 2);
    CHECK(report.products.at(0).group == Group::food);
    CHECK(import(columns + two + "3,Sản phẩm mật ong,,,,,,\n").refused.size() == 1);
}

TEST_CASE("a column without a heading at the end is named and left out, and a row longer than its table is refused") {
    const std::string open = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,\n";
    const auto report = import(open + "Gạo,HTX,3,1/QĐ-UBND,15/10/2025,x\nNón,HTX,3,1/QĐ-UBND,15/10/2025,\n");
    CHECK(report.rows_accepted == 2);
    CHECK(report.columns.size() == 6);
    CHECK(report.columns.back().text.empty());
    CHECK(import(head + "Gạo,HTX,3,1/QĐ-UBND,15/10/2025,x\n").refused.at(0).reason.id == "row.too_long");
}

TEST_CASE("a term of 36 months is the term of every certificate, another one is refused, and a missing day is named") {
    for (const auto* term : {"36 tháng", "3 năm", "03 năm", "36 tháng kể từ ngày ký", "ba năm", "36 months"}) {
        INFO(term);
        const auto report = import("Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Thời hạn hiệu lực\n"
                                   "Gạo,HTX,3,1/QĐ-UBND,15/10/2025," +
                                   std::string(term) + "\n");
        REQUIRE(report.products.size() == 1);
        CHECK(report.products[0].certificates[0].valid_to.iso() == "2028-10-15");
        CHECK(report.products[0].certificates[0].valid_to_computed);
        CHECK(report.remarks.empty());
    }
    for (const auto* term : {"12 tháng", "36", "36 tháng hoặc 24 tháng", "không thời hạn", "5 năm", "36 ngày"})
        CHECK(became_of(std::string("Gạo,HTX,3,1/QĐ-UBND,15/10/2025,") + term,
                        "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Thời hạn hiệu lực\n") == "row.date");
    CHECK(became_of("Gạo,HTX,3,1/QĐ-UBND,") == "row.no_day");
}
