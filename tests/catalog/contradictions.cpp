// What rows of one list say against each other, its titles, groups and totals; and lists that agree with themselves.
#include "catalog/import_text.h"

using namespace temsao;
using namespace temsao::catalog;

namespace {

const std::string numbered = "TT,Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ\n";

// "5GROUP_STARS_DIFFER": the codes of the remarks with their rows.
std::string told(const std::string& list) {
    std::string all;
    for (const auto& one : import(list).remarks)
        all += (all.empty() ? "" : " ") + std::to_string(one.row) + one.finding.message().id;
    return all;
}

std::string row(int number, const std::string& name, int stars, const std::string& decision = "1/QĐ-UBND,15/10/2025") {
    return std::to_string(number) + "," + name + ",HTX," + std::to_string(stars) + "," + decision + "\n";
}

} // namespace

TEST_CASE("a row with other stars than its title or group names is asked about") {
    const std::string groups = numbered + "I,Sản phẩm đạt 4 sao,,,,\n" + row(1, "Gạo", 4) + row(2, "Trà", 4) +
                               "II,Sản phẩm đạt hạng 3 sao,,,,\n" + row(3, "Nón", 4) + row(4, "Cá", 3) +
                               row(5, "Cua", 3);
    CHECK(told(groups) == "6GROUP_STARS_DIFFER");
    CHECK(told("DANH SÁCH SẢN PHẨM OCOP 3 SAO NĂM 2025,,,,,\n" + numbered + row(1, "Gạo", 4) + row(2, "Trà", 3) +
               row(3, "Nón", 3)) == "3GROUP_STARS_DIFFER");
    CHECK(told("Danh sách 3 sao,,,,,\n" + numbered + row(1, "Gạo", 4) + row(2, "Trà", 4)) ==
          "3GROUP_STARS_DIFFER.many");
    for (const auto* title : {"Danh sách sản phẩm từ 3 sao trở lên",
                              "Danh sách sản phẩm 3 sao và 4 sao",
                              "Danh sách sản phẩm nâng hạng lên 4 sao",
                              "Sản phẩm OCOP năm 2025",
                              "Có 12 sao nhỏ"}) {
        INFO(title);
        CHECK(told(std::string(title) + ",,,,,\n" + numbered + row(1, "Gạo", 4) + row(2, "Trà", 3)).empty());
    }
    // A group without stars says nothing of those below it.
    CHECK(
        told(numbered + "I,Sản phẩm đạt 4 sao,,,,\n" + row(1, "Gạo", 4) + "II,Nhóm thực phẩm,,,,\n" + row(2, "Trà", 3))
            .empty());
}

TEST_CASE("a decision with two days is asked about, one number of two offices or years is not") {
    const std::string with_issuer = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Cơ quan cấp\n";
    const auto line = [](const char* name, const char* day, const char* issuer) {
        return std::string(name) + ",HTX,3,1/QĐ-UBND," + day + "," + issuer + "\n";
    };
    const auto *one = "UBND huyện Mẫu", *same = "Ủy ban nhân dân huyện Mẫu", *other = "UBND huyện Khác";
    CHECK(told(with_issuer + line("Gạo", "15/10/2024", one) + line("Trà", "15/10/2024", same) +
               line("Nón", "15/11/2024", one)) == "4DECISION_DAYS_DIFFER");
    CHECK(told(with_issuer + line("Gạo", "15/10/2024", one) + line("Nón", "15/11/2024", other)).empty());
    CHECK(told(with_issuer + line("Gạo", "15/10/2024", one) + line("Nón", "15/11/2023", one)).empty());
    CHECK(told(with_issuer + line("Gạo", "15/10/2024", "") + line("Nón", "16/10/2024", "")) == "3DECISION_DAYS_DIFFER");
    CHECK(told(with_issuer + line("Gạo", "15/10/2024", "") + line("Nón", "15/12/2024", "")).empty()); // two districts
    CHECK(told(with_issuer + line("Gạo", "15/10/2024", one) + line("Nón", "16/10/2024", one) +
               line("Cá", "17/10/2024", one) + line("Cua", "18/10/2024", one)) == "2DECISION_DAYS_DIFFER.many");
}

TEST_CASE("a year in a decision's number that its day contradicts is asked about") {
    for (const auto* decision : {"1/2024/QĐ-UBND", "1/QĐ-UBND/2024", "QĐ số 1/2024/QĐ-UBND"})
        CHECK(told(head + "Gạo,HTX,3," + decision + ",15/10/2025\n").find("DECISION_YEAR_DIFFERS") !=
              std::string::npos);
    for (const auto* decision : {"1/2025/QĐ-UBND", "2024/QĐ-UBND", "1/QĐ-UBND ngày 15/10/2025"})
        CHECK(told(head + "Gạo,HTX,3," + decision + ",15/10/2025\n").empty());
}

TEST_CASE("a total that is not the number of products above is asked about") {
    const auto rows = row(1, "Gạo", 3) + row(2, "Trà", 3);
    for (const auto* total : {"Tổng cộng: 3 sản phẩm", "Tổng số: 12 SP", "Cộng: 1 sản phẩm"}) {
        INFO(total);
        CHECK(told(numbered + rows + "," + total + ",,,,\n") == "4TOTAL_DIFFERS");
    }
    for (const auto* total : {"Tổng cộng: 2 sản phẩm", "Tổng cộng: 02 sản phẩm", "Tổng cộng", "Tổng cộng: 5 chủ thể"})
        CHECK(told(numbered + rows + "," + total + ",,,,\n").empty());
    const auto parts = numbered + "I,Thực phẩm,,,,\n" + rows + ",Cộng: 2 sản phẩm,,,,\n" + "II,Đồ uống,,,,\n" +
                       row(1, "Rượu", 3) + ",Cộng: 1 sản phẩm,,,,\n" + ",Tổng cộng: 3 sản phẩm,,,,\n";
    CHECK(told(parts).empty());
    CHECK(
        told(numbered + row(1, "Gạo", 3) + "2,Trà,HTX,sáu,1/QĐ-UBND,15/10/2025\n,Tổng cộng: 2 sản phẩm,,,,\n").empty());
}

TEST_CASE(
    "a number of a row that is left out is told, and a part of a list or groups with numbers of their own are not") {
    const auto list = [](const std::vector<int>& numbers) {
        std::string all = numbered;
        for (const int number : numbers)
            all += row(number,
                       "Gạo " + std::string(static_cast<std::size_t>(number % 7 + 1), 'a') + std::to_string(number),
                       3);
        return all;
    };
    CHECK(told(list({1, 3})) == "3NUMBERS_LEAVE_OUT");
    CHECK(told(list({3, 1})) == "2NUMBERS_LEAVE_OUT"); // sorted by something else
    std::vector<int> most;
    for (int number = 1; number <= 32; ++number)
        if (number != 5 && number != 20) most.push_back(number);
    const auto remarks = import(list(most)).remarks;
    REQUIRE(remarks.size() == 1);
    CHECK(remarks[0].finding.message().id == "NUMBERS_LEAVE_OUT.many");
    CHECK(remarks[0].finding.facts == std::vector<std::string>{"5", "1"});
    CHECK(told(list({1, 2, 4, 9, 17})).empty()); // chosen from a longer one
    CHECK(told(list({5, 6, 7})).empty());
    CHECK(told(numbered + row(1, "Gạo", 3) + row(3, "Trà", 3) + row(1, "Nón", 3) + row(2, "Cá", 3)).empty());
    CHECK(told("TT,Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ\nA-1,Gạo,HTX,3,1/QĐ-UBND,15/10/2025\n").empty());
}
