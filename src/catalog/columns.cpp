#include "catalog/columns.h"

#include "base/text.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

constexpr std::size_t rows_searched = 30;

struct Heading {
    std::string_view meaning;
    std::string_view words; // without accents; the first row that fits wins, so the longer words come first
};

// Headings as provincial lists and their annexes have them, and as an English export would.
constexpr Heading headings[] = {
    {"name_en", "ten tieng anh"},
    {"name_en", "english name"},
    {"ingredients_en", "thanh phan tieng anh"},
    {"ingredients_en", "english ingredients"},
    {"usage_en", "hdsd tieng anh"},
    {"usage_en", "english usage"},
    {"storage_en", "bao quan tieng anh"},
    {"storage_en", "english storage"},
    {"warning_en", "canh bao tieng anh"},
    {"warning_en", "english warning"},
    {"origin_en", "xuat xu tieng anh"},
    {"origin_en", "english origin"},
    {"gtin", "gtin"},
    {"gtin", "ma vach"},
    {"gtin", "barcode"},
    {"gtin", "ean"},
    {"code", "ma noi bo"},
    {"code", "ma san pham"},
    {"code", "internal code"},
    {"code", "product code"},
    {"decision_and_date", "so, ngay"},
    {"decision_and_date", "so va ngay"},
    {"decision_and_date", "so/ngay"},
    {"valid_to", "co gia tri den"},
    {"valid_to", "hieu luc den"},
    {"valid_to", "ngay het han"},
    {"valid_to", "het hieu luc"},
    {"valid_to", "valid to"},
    {"valid_to", "valid until"},
    {"valid_to", "thoi han"},
    {"valid_to", "expires"},
    {"issued", "ngay qd"},
    {"issued", "ngay quyet dinh"},
    {"issued", "ngay cap"},
    {"issued", "ngay cong nhan"},
    {"issued", "decision date"},
    {"issued", "issued"},
    {"issued", "date"},
    {"issuer", "co quan cap"},
    {"issuer", "co quan ban hanh"},
    {"issuer", "don vi cap"},
    {"issuer", "noi cap"},
    {"issuer", "issuer"},
    {"issuer", "issued by"},
    {"issuer", "authority"},
    {"decision", "so qd"},
    {"decision", "so quyet dinh"},
    {"decision", "quyet dinh"},
    {"decision", "decision"},
    {"decision", "certificate"},
    {"decision", "so giay chung nhan"},
    {"stars", "hang sao"},
    {"stars", "so sao"},
    {"stars", "phan hang"},
    {"stars", "xep hang"},
    {"stars", "hang"},
    {"stars", "sao"},
    {"stars", "stars"},
    {"stars", "star"},
    {"score", "diem"},
    {"score", "score"},
    {"group", "nhom"},
    {"group", "nganh"},
    {"group", "phan nhom"},
    {"group", "group"},
    {"group", "category"},
    {"status", "trang thai"},
    {"status", "tinh trang"},
    {"status", "status"},
    {"notes", "ghi chu"},
    {"notes", "notes"},
    {"notes", "remark"},
    {"net_quantity", "dinh luong"},
    {"net_quantity", "khoi luong"},
    {"net_quantity", "the tich"},
    {"net_quantity", "quy cach"},
    {"net_quantity", "net quantity"},
    {"nutrition", "gia tri dinh duong"},
    {"nutrition", "thanh phan dinh duong"},
    {"nutrition", "nutrition"},
    {"phone", "dien thoai"},
    {"phone", "phone"},
    {"ingredients", "thanh phan"},
    {"ingredients", "chat lieu"},
    {"ingredients", "ingredients"},
    {"usage", "huong dan su dung"},
    {"usage", "hdsd"},
    {"usage", "cach dung"},
    {"usage", "usage"},
    {"storage", "bao quan"},
    {"storage", "storage"},
    {"warning", "canh bao"},
    {"warning", "warning"},
    {"self_declaration", "so tcb"},
    {"self_declaration", "tu cong bo"},
    {"origin", "xuat xu"},
    {"origin", "origin"},
    {"shelf_life", "han su dung"},
    {"shelf_life", "hsd"},
    {"shelf_life", "shelf life"},
    {"address", "dia chi"},
    {"address", "address"},
    {"address", "xa/phuong"},
    {"name", "ten san pham"},
    {"name", "san pham"},
    {"name", "product name"},
    {"name", "product"},
    {"name", "ten hang"},
    {"name", "name"},
    {"producer", "chu the"},
    {"producer", "co so san xuat"},
    {"producer", "don vi san xuat"},
    {"producer", "nha san xuat"},
    {"producer", "producer"},
    {"producer", "owner"},
    {"producer", "entity"},
};

// "Số QĐ (ngày/tháng)" -> "so qd": brackets and stray signs gone.
std::string plain(const std::string& heading) {
    auto key = bare_key(heading.substr(0, heading.find('(')));
    std::replace(key.begin(), key.end(), '_', ' ');
    const auto last = key.find_last_not_of(" .:*");
    return last == key.npos ? "" : key.substr(0, last + 1);
}

std::string_view meaning_of(const std::string& heading) {
    const auto key = plain(heading);
    for (const auto& one : headings)
        if (key == one.words) return one.meaning;
    for (const auto& one : headings)
        if (one.words.size() >= 4 && key.size() < 60 && key.find(one.words) != key.npos) return one.meaning;
    return {};
}

Columns read_header(const std::vector<Cell>& row) {
    Columns columns;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const auto meaning = std::string(meaning_of(row[i].text));
        if (!meaning.empty() && !columns.has(meaning)) {
            columns.place[meaning] = i;
            columns.heading[meaning] = row[i].text;
        }
    }
    return columns;
}

} // namespace

Result<Columns> find_columns(const Table& table, std::string_view file_name) {
    Columns best;
    for (std::size_t row = 0; row < std::min(rows_searched, table.rows.size()); ++row) {
        auto columns = read_header(table.rows[row]);
        columns.header_row = row;
        if (columns.place.size() > best.place.size()) best = std::move(columns);
    }
    std::string missing;
    const auto need = [&](bool there, const char* what) {
        if (!there) missing += (missing.empty() ? "" : ", ") + std::string(what);
    };
    need(best.has("name"), "Tên sản phẩm");
    need(best.has("producer"), "Chủ thể");
    need(best.has("stars"), "Hạng sao");
    need(best.has("issued") || best.has("decision_and_date") || best.has("decision"), "Ngày QĐ");
    if (missing.empty()) return best;
    std::string seen;
    if (best.header_row < table.rows.size())
        for (const auto& cell : table.rows[best.header_row])
            if (!cell.text.empty() && seen.size() < 300) seen += (seen.empty() ? "" : " | ") + cell.text.substr(0, 60);
    return error(Cause::data, "columns.missing", {std::string(file_name), missing, make_showable(seen)});
}

} // namespace temsao::catalog
