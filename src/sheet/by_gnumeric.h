#pragma once
// Inside `sheet` only: spreadsheets of other programs, turned into XLSX by Gnumeric's ssconvert. It runs as a separate
// program with limits, since its readers of old formats are large; a crash there costs one file.
#include "sheet/file_kind.h"

#include <set>

namespace temsao::sheet {

// Whether ssconvert reads files of this kind for us.
bool reads_by_gnumeric(FileKind kind);

// The bytes of the XLSX file. Errors (Cause::data): table.no_gnumeric {file, ending} when ssconvert is not installed,
// table.not_converted {file, ending}, table.too_slow {file, seconds}, table.too_large {file, limit}.
Result<std::string> xlsx_by_gnumeric(std::string_view bytes, std::string_view file_name, FileKind kind);

// The names of the hidden sheets, which that XLSX file does not tell. The same errors.
Result<std::set<std::string>> hidden_by_gnumeric(std::string_view bytes, std::string_view file_name, FileKind kind);

} // namespace temsao::sheet
