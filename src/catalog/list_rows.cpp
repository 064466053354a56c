#include "catalog/list_rows.h"

#include "catalog/fact_columns.h"

#include <cstdio>

namespace temsao::catalog {
namespace {

std::vector<std::string> row_of(const Product& p, const Certificate& c) {
    char score[32] = "";
    if (c.score) std::snprintf(score, sizeof score, "%g", *c.score);
    const auto& number = p.shared_number.empty() ? p.key : p.shared_number;
    std::vector<std::string> cells = {p.gtin ? number : "",
                                      p.gtin ? "" : number,
                                      p.name,
                                      p.producer,
                                      p.address,
                                      std::string(name(p.group)),
                                      score,
                                      std::to_string(c.stars),
                                      c.decision,
                                      c.issued.iso(),
                                      c.issuer,
                                      c.valid_to_computed ? "" : c.valid_to.iso(),
                                      std::string(name(c.status)),
                                      c.ended_by};
    for (const auto& column : fact_columns) {
        const auto found = p.facts.find(std::string(column.name));
        cells.push_back(found == p.facts.end() ? "" : found->second);
    }
    return cells;
}

} // namespace

TextRows list_rows(const std::vector<Product>& products) {
    TextRows rows = {{"Mã vạch",
                      "Mã nội bộ",
                      "Tên sản phẩm",
                      "Chủ thể",
                      "Địa chỉ",
                      "Nhóm",
                      "Điểm",
                      "Hạng sao",
                      "Số QĐ",
                      "Ngày QĐ",
                      "Cơ quan cấp",
                      "Có giá trị đến",
                      "Trạng thái",
                      "Ghi chú"}};
    for (const auto& column : fact_columns)
        rows.front().emplace_back(column.heading);
    for (const auto& product : products)
        for (const auto& certificate : product.certificates)
            rows.push_back(row_of(product, certificate));
    return rows;
}

TextRows refused_rows(const ImportReport& report, Lang lang) {
    TextRows rows = {report.headings};
    rows.front().push_back(say({"row.reason", {}}, lang));
    rows.front().push_back(say({"row.remedy", {}}, lang));
    for (const auto& refused : report.refused) {
        std::vector<std::string> cells;
        for (std::size_t i = 0; i < report.headings.size(); ++i)
            cells.push_back(i < refused.cells.size() ? refused.cells[i].text : "");
        cells.push_back(say(refused.reason, lang));
        cells.push_back(say(refused.remedy, lang));
        rows.push_back(std::move(cells));
    }
    return rows;
}

std::string guarded(std::string_view text) {
    const auto start = text.find_first_not_of('\''); // a text of its own may begin so: it gets one more
    const bool is_formula = start != text.npos && std::string_view("=+-@\t\r").find(text[start]) != text.npos;
    return (is_formula ? "'" : "") + std::string(text);
}

std::string csv_cell(std::string_view text) {
    const auto cell = guarded(text);
    if (cell.find_first_of(",;\"\n\t") == cell.npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csv_of(const TextRows& rows, char separator) {
    std::string text = "\xef\xbb\xbf";
    for (const auto& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += csv_cell(row[i]);
            text += i + 1 < row.size() ? separator : '\n';
        }
    return text;
}

std::string refused_csv(const ImportReport& report, Lang lang) {
    return csv_of(refused_rows(report, lang));
}

std::string to_csv(const std::vector<Product>& products) {
    return csv_of(list_rows(products));
}

} // namespace temsao::catalog
