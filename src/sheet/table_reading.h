#pragma once
// A spreadsheet file -> catalog::Table.
#include "catalog/table.h"

namespace temsao::sheet {

// CSV, TSV or XLSX, told by content. `sheet` picks a sheet of a workbook by name; empty: the first.
// Errors (Cause::data), each with the file's name: table.encrypted, table.old_excel, table.macros, table.not_zip,
// table.broken {…, part}, table.too_large {…, limit}, table.nul_bytes, table.encoding, table.no_sheet {…, sheet,
// sheets}.
Result<catalog::Table> read_table(std::string_view bytes, std::string_view file_name, std::string_view sheet = {});

} // namespace temsao::sheet
