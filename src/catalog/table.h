#pragma once
// Table: a spreadsheet as cells of text, from any kind of file. Limits are checked before work starts: 64 MB, 200,000
// rows, 200 columns, 10,000 characters a cell, and in all 3 million cells and 256 MB of text. The whole country's list
// has about 17,000 rows of 20 cells.
#include "base/result.h"

#include <cstdint>

namespace temsao::catalog {

inline constexpr std::uint64_t most_table_bytes = 64ull << 20;
inline constexpr std::size_t most_rows = 200'000, most_columns = 200, longest_cell = 10'000;
inline constexpr std::size_t most_cells = 3'000'000, most_text_bytes = 256u << 20;

struct Cell {
    std::string text;     // tidied, NFC; a date cell of a workbook reads dd/mm/yyyy
    bool is_date = false; // the workbook says so
};

struct Table {
    std::string sheet;                       // of a workbook
    std::vector<std::vector<Cell>> rows;     // row 1 of the file is rows[0]; short rows have fewer cells
    std::string legacy;                      // "TCVN3" or "VNI" when the text was converted from it, else empty
    std::string legacy_before, legacy_after; // one cell before and after the conversion
};

// CSV and TSV. Errors (Cause::data), each with the file's name: table.broken {…, part}, table.too_large {…, limit},
// table.nul_bytes, table.encoding.
Result<Table> read_csv(std::string_view bytes, std::string_view file_name);

// "A", "Z", "AA": a column's name from its place, counted from 0.
std::string column_name(std::size_t column);

} // namespace temsao::catalog
