#include "catalog/table.h"

#include "catalog/table_formats.h"

namespace temsao::catalog {

Result<Table> read_table(std::string_view bytes, std::string_view file_name, std::string_view sheet) {
    if (bytes.size() > most_table_bytes)
        return error(Cause::data, "table.too_large", {std::string(file_name), "64 MB"});
    if (bytes.starts_with("PK") || bytes.starts_with("\xd0\xcf\x11\xe0")) return read_xlsx(bytes, file_name, sheet);
    return read_csv(bytes, file_name);
}

std::string column_name(std::size_t column) {
    std::string name;
    for (++column; column > 0; column = (column - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
    return name;
}

} // namespace temsao::catalog
