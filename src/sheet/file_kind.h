#pragma once
// Inside `sheet` only: files that are given for a spreadsheet and are something else, told by their content.
#include "sheet/package.h"

namespace temsao::sheet {

// The message for a file that is no CSV and no ZIP: "table.is_pdf". Empty when it may be text.
std::string_view other_kind(std::string_view bytes);

// The same for a ZIP file without a workbook that can be read: "table.is_ods". `main` is its main part, or empty.
std::string_view other_kind(const Package& package, std::string_view main);

} // namespace temsao::sheet
