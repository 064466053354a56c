#pragma once
// Rows of text -> a spreadsheet file. In workbooks every cell is text, so that zeros in front stay and nothing is a
// formula; in CSV and TSV an apostrophe guards what a spreadsheet would take for one, and the import takes it off
// again. Pure; any thread.
#include "catalog/list_rows.h"

#include <filesystem>

namespace temsao::sheet {

enum class TableFormat { csv, tsv, xlsx, ods };

// By the ending of the name, in capitals too. Error table.ending {file} (Cause::usage).
Result<TableFormat> table_format(const std::filesystem::path& file);

// What a person who fills in a workbook is shown and allowed in one column, below the heading.
struct ColumnGuide {
    std::string note = {};                 // shown at the heading and when a cell is chosen; at most 255 characters
    std::vector<std::string> choices = {}; // not empty: only these; together at most 255 bytes
    bool is_day = false;                   // a day from 2018, shown dd/mm/yyyy
};

// A workbook to fill in: `rows` are the headings and example rows; guide i is that of column i.
Result<std::string> write_form(const catalog::TextRows& rows, const std::vector<ColumnGuide>& guides);

// The bytes of the file. The first row is bold and stays in sight. Error table.not_written {format} (Cause::io).
Result<std::string> write_table(catalog::TextRows rows, TableFormat format);

} // namespace temsao::sheet
