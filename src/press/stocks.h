#pragma once
// Inside `press`: the data directory's files about sticker paper. Those about printers: press/known_printers.h.
//
//   stocks/*.csv, *.xlsx   the user's stocks, with the columns of page/stock.h; one with a shipped stock's id replaces
//                          it
//   sheets.json            the free positions of partly used sheets, a file of record
#include "job/job.h"
#include "page/page.h"
#include "system/record_file.h"

#include <map>

namespace temsao::press {

// Shipped stocks and the user's. Errors: those of sheet::read_table and page::read_stocks.
Result<std::vector<page::Stock>> load_stocks(const job::Surroundings& around);
// Error stock.unknown {id, the ids there are} (Cause::missing).
Result<page::Stock> find_stock(const job::Surroundings& around, const std::string& id);

using UsedSheets = std::map<std::string, std::vector<page::FreePositions>>; // by stock
inline constexpr std::size_t most_used_sheets = 50;                         // of one stock; the oldest are dropped

// Hold it from before the sheets are read until they are written. Errors of RecordFile::hold.
Result<RecordFile> hold_used_sheets(const job::Surroundings& around);

Result<UsedSheets> load_used_sheets(const job::Surroundings& around); // error home.file {file} (Cause::data)
std::string used_sheets_bytes(const UsedSheets& sheets);              // what the file then holds

// "3-5,9": positions of one sheet. Error stock.positions {text, most} (Cause::usage).
Result<page::FreePositions> read_positions(const std::string& text, int most);
std::string write_positions(const page::FreePositions& positions); // "3-5,9"

} // namespace temsao::press
