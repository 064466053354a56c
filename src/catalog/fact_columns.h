#pragma once
// Inside `catalog` only: columns that a label prints and no certificate knows.
#include <string_view>

namespace temsao::catalog {

struct FactColumn {
    std::string_view name;    // the placeholder of templates
    std::string_view heading; // as `list export` writes it
};

inline constexpr FactColumn fact_columns[] = {
    {"net_quantity", "Định lượng"},
    {"ingredients", "Thành phần"},
    {"nutrition", "Giá trị dinh dưỡng"},
    {"usage", "HDSD"},
    {"storage", "Bảo quản"},
    {"warning", "Cảnh báo"},
    {"allergens", "Chất gây dị ứng"},
    {"self_declaration", "Số TCB"},
    {"origin", "Xuất xứ"},
    {"phone", "Điện thoại"},
    {"shelf_life", "Hạn sử dụng"},
    {"name_en", "Tên tiếng Anh"},
    {"ingredients_en", "Thành phần tiếng Anh"},
    {"usage_en", "HDSD tiếng Anh"},
    {"storage_en", "Bảo quản tiếng Anh"},
    {"warning_en", "Cảnh báo tiếng Anh"},
    {"origin_en", "Xuất xứ tiếng Anh"},
};

} // namespace temsao::catalog
