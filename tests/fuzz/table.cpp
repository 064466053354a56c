// Bytes as a whole list, and as the rows of one below headings that are understood, so that each reader of a cell is
// reached.
#include "catalog/import.h"
#include "catalog/list_rows.h"
#include "sheet/table_reading.h"

#include <cstdint>

namespace {

void import(std::string_view bytes) {
    const auto table = temsao::sheet::read_table(bytes, "fuzz");
    if (table)
        if (const auto report = temsao::catalog::import_table(*table, "fuzz"))
            temsao::catalog::refused_csv(*report, temsao::Lang::vi);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    import(text);
    import("Định lượng,Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ,Có giá trị đến,Mã vạch,Nhóm,Trạng thái,Ghi chú,"
           "Địa chỉ,Điểm,Điện thoại\n" +
           text);
    return 0;
}
