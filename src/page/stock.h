#pragma once
// Stock: the blank sticker paper in the printer, a sheet or a roll. The catalogue is data: templates/stocks.csv comes
// with the program; people add their own with the same columns (templates/README.md).
// Values; any thread. Reading the files waits for the disk.
#include "base/result.h"
#include "base/units.h"

#include <string>
#include <vector>

namespace temsao::page {

struct Stock {
    enum class Kind { sheet, roll };

    std::string id;    // what --stock takes
    std::string words; // for people
    Kind kind = Kind::sheet;
    SizeMm sheet; // of a roll: one row of stickers across the whole width of the carrier
    SizeMm sticker;
    Mm left, top;                // of the first sticker
    Mm across_pitch, down_pitch; // from one sticker's edge to the next one's
    int columns = 1, rows = 1;
    Mm gap;                   // between two rows of a roll; 0: none, or cut marks only
    bool is_measured = false; // false: vendors' tables differ, so people should measure the sheet first
    std::string source, date; // source of the figures, and its date

    int positions() const { return columns * rows; }

    friend bool operator==(const Stock&, const Stock&) = default;
};

// Does the label fit on the sticker?
bool fits(const Stock& stock, SizeMm label);

inline constexpr std::size_t most_stocks = 1000; // in one file
inline constexpr Mm largest_sheet{1500};
inline constexpr int most_positions = 1000; // on one sheet

// Rows of a table, its headings first; headings in any order, empty rows left out. Millimetres as 63.5 or 63,5.
//
//     id              letters, digits, . _ -; 1 to 40
//     name            1 to 80 bytes, for people
//     kind            sheet | roll
//     sheet_width     mm, to 1500; of a roll: the carrier
//     sheet_height    mm; of a roll empty
//     sticker_width, sticker_height
//     left, top       mm, edge of the sheet to the first sticker; of a roll top is empty
//     across, down    mm, pitch; may be empty where there is one column or row
//     columns, rows   1 to 1000 stickers on a sheet; of a roll rows is empty
//     gap             mm between two rows of a roll, 0 to 25.4
//     measured        yes | no
//     source, date    in words; year-month-day
//
// Errors (Cause::data), each with the file, and the row where there is one: stock.heading_missing {file, heading},
// stock.heading_unknown {file, heading}, stock.cell {file, row, heading, value, what it must be}, stock.grid_outside
// {file, row, id, mm over, "→" or "↓"}, stock.grid_overlap {file, row, id, "→" or "↓"}, stock.twice {file, row, id},
// stock.too_many {file, most}, stock.empty {file}.
Result<std::vector<Stock>> read_stocks(const std::vector<std::vector<std::string>>& rows, const std::string& file);

} // namespace temsao::page
