#pragma once
// Inside `app`: the data directory's files about paper and printers.
//
//     stocks/*.csv, *.xlsx   the user's stocks, with the columns of page/stock.h; one with a shipped stock's id
//     replaces it sheets.json            the free positions of partly used sheets printers.json          the
//     measurements of each printer paper.lock             the lock for changing these two
#include "press/print_run.h"
#include "system/lock.h"

#include <map>

namespace temsao::press {

// Shipped stocks and the user's. Errors of catalog::read_table and page::read_stocks.
Result<std::vector<page::Stock>> load_stocks(const job::Surroundings& around);
// Error stock.unknown {id, the ids there are} (Cause::missing).
Result<page::Stock> find_stock(const job::Surroundings& around, const std::string& id);

using UsedSheets = std::map<std::string, std::vector<page::FreePositions>>; // by stock
inline constexpr std::size_t most_used_sheets = 50;                         // of one stock; the oldest are dropped

// Hold it from before sheets or printers are read until they are written. Errors of FileLock::take, after a minute.
Result<FileLock> lock_paper(const job::Surroundings& around);

Result<UsedSheets> load_used_sheets(const job::Surroundings& around); // error home.file {file} (Cause::data)
Outcome save_used_sheets(const job::Surroundings& around, const UsedSheets& sheets);

struct KnownPrinter {
    page::Correction correction;
    int dpi = 0; // 0: not stated
};

// By name. Error home.file.
Result<std::map<std::string, KnownPrinter>> known_printers(const job::Surroundings& around);

// Error printer.unknown {name, the names there are} (Cause::missing), home.file.
Result<KnownPrinter> find_printer(const job::Surroundings& around, const std::string& name);
Outcome save_printer(const job::Surroundings& around, const std::string& name, const KnownPrinter& printer);

// "3-5,9": positions of one sheet. Error stock.positions {text, most} (Cause::usage).
Result<page::FreePositions> read_positions(const std::string& text, int most);
std::string write_positions(const page::FreePositions& positions); // "3-5,9"

// --stock, --start and --printer: what is loaded into the printer. Without --stock each label is a page.
struct Loading {
    page::Imposition imposition;
    std::optional<page::Stock> stock;
    std::vector<page::FreePositions> used; // the partly used sheets to load first
    std::vector<page::FreePositions> kept; // those of this stock that the run does not use
    std::optional<FileLock> lock = {};     // for sheets: nobody else uses the same positions during this run
};

// Sets the run's resolution, if the printer's is known and none was given, and the gap of a roll. Errors in addition to
// those of find_stock, find_printer and lock_paper: printer.other_dpi {name, dpi, dpi, dots, mm of the least module},
// stock.start {text, most}, stock.start_without, stock.not_roll {id}, stock.no_position.
Result<Loading> load_printer(const job::Request& request, const job::Surroundings& around, Run& run);
// Error stock.label_too_large {label mm, stock, sticker mm, stocks that have room}.
Outcome check_fit(const job::Surroundings& around, const Loading& loading, SizeMm label);
// Call it when the files exist: stores which positions are free now.
Outcome remember_sheets(const job::Surroundings& around, const Loading& loading, std::size_t labels);

} // namespace temsao::press
