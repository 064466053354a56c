#pragma once
// Rows of text -> a spreadsheet file. In workbooks every cell is text, so that zeros in front stay and nothing is a
// formula; in CSV and TSV an apostrophe guards what a spreadsheet would take for one, and the import takes it off
// again.
#include "catalog/list_rows.h"

#include <filesystem>

namespace temsao::sheet {

enum class TableFormat { csv, tsv, xlsx, ods };

// By the ending of the name, in capitals too. Error table.ending {file} (Cause::usage).
Result<TableFormat> table_format(const std::filesystem::path& file);

// The bytes of the file. The first row is bold and stays in sight. Error table.not_written {format} (Cause::io).
Result<std::string> write_table(const catalog::TextRows& rows, TableFormat format);

} // namespace temsao::sheet
