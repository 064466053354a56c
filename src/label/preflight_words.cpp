#include "base/text.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

struct Heading {
    std::string_view field, words;
};

// As the list's columns are headed.
constexpr Heading headings[] = {
    {"name", "Tên sản phẩm"},
    {"producer", "Chủ thể"},
    {"address", "Địa chỉ"},
    {"origin", "Xuất xứ"},
    {"net_quantity", "Định lượng"},
    {"ingredients", "Thành phần"},
    {"usage", "HDSD"},
    {"storage", "Bảo quản"},
    {"warning", "Cảnh báo"},
    {"nutrition", "Giá trị dinh dưỡng"},
    {"made", "NSX"},
    {"expires", "HSD"},
    {"shelf_life", "Hạn sử dụng"},
    {"lot", "Số lô"},
    {"hri", "HRI"},
    {"till_number", "Số mã vạch"},
    {"decision", "Số QĐ"},
    {"phone", "Điện thoại"},
    {"allergens", "Chất gây dị ứng"},
    {"self_declaration", "Số TCB"},
    {"name_en", "Tên tiếng Anh"},
    {"ingredients_en", "Thành phần tiếng Anh"},
    {"usage_en", "HDSD tiếng Anh"},
    {"storage_en", "Bảo quản tiếng Anh"},
    {"warning_en", "Cảnh báo tiếng Anh"},
    {"origin_en", "Xuất xứ tiếng Anh"},
};

} // namespace

const std::string& value_of(const Label& label, std::string_view field) {
    static const std::string none;
    const auto found = label.asked.record.fields.find(std::string(field));
    return found == label.asked.record.fields.end() ? none : found->second;
}

std::string heading_of(std::string_view field) {
    for (const auto& heading : headings)
        if (heading.field == field) return std::string(heading.words);
    return std::string(field);
}

std::string in_mm(Mm length) {
    return millimetres(length, 2) + " mm";
}

std::string name_of(const PrintedLine& line) {
    return line.field ? heading_of(line.field->field) : line.line->text;
}

std::string field_of(const PrintedLine& line) {
    return line.field ? line.field->field : "";
}

std::string spaced(std::string_view key) {
    std::string words(key);
    std::replace_if(
        words.begin(),
        words.end(),
        [](char c) { return std::string_view(",;:.!?()[]/\"'").find(c) != std::string_view::npos; },
        ' ');
    return " " + tidy(words) + " ";
}

bool has_word(std::string_view key, std::string_view word) {
    return spaced(key).find(" " + std::string(word) + " ") != std::string::npos;
}

std::string field_name(const PrintedText& text) {
    return text.field ? text.field->field : "";
}

bool is(const Label& label, Goods goods) {
    return label.asked.goods == goods;
}

bool is_eaten(const Label& label) {
    return label.asked.goods && is_eaten(*label.asked.goods);
}

} // namespace temsao::label
