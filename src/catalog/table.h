#pragma once
// Table: a spreadsheet as cells of text, from any kind of file. Limits are checked before work starts: 64 MB, 200,000
// rows, 200 columns, 10,000 characters a cell, and in all 3 million cells and 256 MB of text. The whole country's list
// has about 17,000 rows of 20 cells. Empty cells at the end of a row are ignored. Values; any thread.
#include "base/result.h"

#include <cstdint>
#include <set>

namespace temsao::catalog {

inline constexpr std::uint64_t most_table_bytes = 64ull << 20;
inline constexpr std::size_t most_rows = 200'000, most_columns = 200, longest_cell = 10'000;
inline constexpr std::size_t most_cells = 3'000'000, most_text_bytes = 256u << 20;

// Why a cell has no value that may be used. A row that needs such a cell is refused (rows.h).
enum class Lack : std::uint8_t {
    none,
    error_value,      // #N/A, #REF!
    no_saved_value,   // a formula whose result was never saved
    zero_of_formula,  // a formula saved as 0: never computed, or it points to an empty cell
    lost_letters,     // "M?t ong", U+FFFD
    two_readings,     // an old encoding that could be read in two ways
    month_first,      // other days of its column have the month first
    short_year,       // 8/4/25, and nothing in the column shows which part is the day
    shortened_number, // 9.52E+12
    two_days,         // 15/10/2025 and 20/12/2025 where one day belongs
    turned_into_day,  // 5-10 that the spreadsheet took for a day, where no day belongs
    partly_struck,    // "~~1~~2/QĐ-UBND": some of its words are struck through, and nobody knows which hold
    part_of_day,      // 10/2025: the cell keeps a whole day and does not show all of it, where a day belongs
    web_signs,        // M&#7853;t: a letter as web pages write it
};

struct Cell {
    std::string text;       // tidied, NFC, as the cell shows it; a date cell of a workbook reads dd/mm/yyyy, or
                            // what is shown of that: 10/2025
    bool is_date = false;   // the workbook says so
    bool is_number = false; // of a workbook, which may show it with separators
    bool is_struck = false; // struck through, or a part of it
    Lack lack = Lack::none;
};

// Text that came in an old or wrong encoding and was converted.
struct Mending {
    std::string encoding;          // "TCVN3", "VNI", "CP1258", "UTF-8 twice", "NFD", "look-alikes"
    std::set<std::size_t> columns; // where
    std::size_t cells = 0;         // how many
    std::string before, after;     // of the first cell
};

// A sheet of the workbook that was not taken.
struct OtherSheet {
    std::string name;
    bool is_hidden = false;
    bool is_list = false; // it has the columns of a product list
};

struct Table {
    std::string read_by; // the program that turned the file into a workbook for us; empty: none was needed
    std::string sheet;   // of a workbook
    std::vector<OtherSheet> other_sheets;
    std::vector<std::vector<Cell>> rows; // row 1 of the file is rows[0]; short rows have fewer cells
    std::vector<std::size_t> widths;     // of a text file: how many cells each row has, empty ones included
    std::set<std::size_t> hidden_rows, hidden_columns;
    std::vector<Mending> mended;
    std::vector<std::size_t> star_columns; // told the stars by a mark in one of them (catalog/star_marks.h)
    bool is_ours =
        false; // temsao wrote it from a list that was imported: no letters are looked for that were lost before
};

// "A", "Z", "AA": a column's name from its place, counted from 0.
std::string column_name(std::size_t column);
// "C7", from places counted from 0.
std::string cell_name(std::size_t row, std::size_t column);

} // namespace temsao::catalog
