#include "sheet/table_reading.h"

#include "sheet/xlsx.h"

namespace temsao::sheet {

Result<catalog::Table> read_table(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    if (bytes.size() > catalog::most_table_bytes)
        return error(Cause::data, "table.too_large", {std::string(file_name), "64 MB"});
    if (bytes.starts_with("PK") || bytes.starts_with("\xd0\xcf\x11\xe0")) return read_xlsx(bytes, file_name, sheet);
    return catalog::read_csv(bytes, file_name);
}

} // namespace temsao::sheet
