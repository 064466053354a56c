#pragma once
// A spreadsheet file -> catalog::Table. Any thread; it waits for programs that run separately.
#include "catalog/table.h"

namespace temsao::sheet {

// CSV, TSV or XLSX, told by content; XLS, ODS and the XML of Excel 2003 where Gnumeric is installed, XLSB where
// LibreOffice is, and then the table says so. `sheet` picks a sheet of a workbook by name; empty: the first.
// Errors (Cause::data), each with the file's name: table.encrypted, table.macros, table.not_zip, table.broken {…,
// part}, table.too_large {…, limit}, table.nul_bytes, table.encoding, table.no_sheet {…, sheet, sheets}, of a text file
// table.no_sheets {…, sheet}, those of sheet/by_gnumeric.h and sheet/by_libreoffice.h, and of a file that is not a
// spreadsheet what it is (sheet/file_kind.h).
Result<catalog::Table> read_table(std::string_view bytes, std::string_view file_name, std::string_view sheet = {});

} // namespace temsao::sheet
