#pragma once
// Inside `sheet` only: workbooks of Excel 2007 and later -> Table.
#include "catalog/table.h"
#include "sheet/package.h"

#include <set>

namespace temsao::sheet {

// What another program that wrote the workbook for us leaves out or does in its own way.
struct WriterTraits {
    std::set<std::string> hidden_sheets = {}; // by name, besides those that the workbook itself calls hidden
    bool escapes_text = true;                 // writes _x005F_ for an underscore that begins such a run
};

// `workbook` is the package's main part. `sheet` picks a sheet by its name; empty: the first visible one that is a
// product list. Errors as read_table.
Result<catalog::Table>
read_xlsx(const Package& package, std::string_view workbook, std::string_view sheet, const WriterTraits& writer = {});

} // namespace temsao::sheet
