#pragma once
// CSV and TSV, read as Excel reads them: a quote counts only at the start of a cell, and what stands behind the closing
// quote is kept as it is. A line ends with LF, CR LF or CR alone. The delimiter (; , tab |) is found by looking, unless
// the first line says `sep=;`. Pure; any thread may call.
#include "catalog/table.h"

namespace temsao::catalog {

// The text is UTF-8. Errors (Cause::data), each with the file's name: table.too_large {…, limit}, table.open_quote {…,
// line}, table.quote_over_rows {…, line, rows}.
Result<Table> read_csv(std::string_view text, std::string_view file_name);

// The same, with each cell's bytes as they are in the file, whatever the encoding.
Result<Table> cut_csv(std::string_view bytes, std::string_view file_name);

} // namespace temsao::catalog
