#pragma once
// Workbooks of Excel 2007 and later -> Table. Errors as read_table.
#include "catalog/table.h"

namespace temsao::sheet {

Result<catalog::Table> read_xlsx(std::string_view bytes, std::string_view file_name, std::string_view sheet);

} // namespace temsao::sheet
