#pragma once
// For tests of lists that are written as text: what became of the rows below their headings.
#include "catalog/import.h"
#include "catch.h"
#include "sheet/table_reading.h"

namespace temsao::catalog {

inline const std::string head = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ\n";

inline ImportReport import(const std::string& text) {
    const auto table = sheet::read_table(text, "a.csv");
    REQUIRE(table.ok());
    auto report = import_table(*table, "a.csv", {}, {}, *Date::from(2026, 11, 1));
    REQUIRE(report.ok());
    return *report;
}

// The reason why the only row is refused; else the codes of its remarks.
inline std::string became_of(const std::string& row, const std::string& headings = head) {
    const auto report = import(headings + row + "\n");
    if (!report.refused.empty()) return report.refused[0].reason.id;
    std::string codes;
    for (const auto& remark : report.remarks)
        codes += (codes.empty() ? "" : " ") + remark.finding.code;
    return codes;
}

inline std::string issued(const std::string& row, const std::string& headings = head) {
    const auto report = import(headings + row + "\n");
    return report.products.empty() ? "refused" : report.products[0].certificates[0].issued.iso();
}

} // namespace temsao::catalog
