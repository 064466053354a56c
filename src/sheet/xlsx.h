#pragma once
// Inside `sheet` only: workbooks of Excel 2007 and later -> Table.
#include "catalog/table.h"
#include "sheet/package.h"

namespace temsao::sheet {

// `workbook` is the package's main part. `sheet` picks a sheet by its name; empty: the first visible one that is a
// product list. Errors as read_table.
Result<catalog::Table> read_xlsx(const Package& package, std::string_view workbook, std::string_view sheet);

} // namespace temsao::sheet
