#pragma once
// Inside `press`: the sticker paper and the printer of one run of labels.
#include "press/run.h"
#include "press/stocks.h"

namespace temsao::press {

// --stock, --start and --printer.
struct PaperWish {
    std::optional<std::string> stock = {};   // its id
    std::optional<std::string> start = {};   // a position, or "next"
    std::optional<std::string> printer = {}; // its name
    bool dpi_given = false;                  // by --dpi: the printer's own must agree
    bool gap_given = false;                  // by --gap: the roll's own does not count
};

// What is loaded into the printer. Without a stock each label is a page.
struct Loading {
    page::Imposition imposition;
    std::optional<page::Stock> stock;
    std::vector<page::FreePositions> used; // the partly used sheets to load first
    std::vector<page::FreePositions> kept; // those of this stock that the run does not use
    std::optional<RecordFile> held = {};   // for sheets: nobody else uses the same positions during this run
};

// Sets the run's resolution, if the printer's is known and none was given, and the gap of a roll. Errors in addition to
// those of find_stock, find_printer and hold_used_sheets: printer.other_dpi {name, dpi, dpi, dots, mm of the least
// module}, stock.start {text, most}, stock.start_without, stock.not_roll {id}, stock.no_position.
Result<Loading> load_printer(const PaperWish& wish, const job::Surroundings& around, Run& run);
// Error stock.label_too_large {label mm, stock, sticker mm, stocks that have room}.
Outcome check_fit(const job::Surroundings& around, const Loading& loading, SizeMm label);
// Which positions are free once `labels` labels are printed, as a file that is written and has no name yet. None for
// rolls and single pages.
Result<std::optional<NewFile>>
write_used_sheets(const job::Surroundings& around, const Loading& loading, std::size_t labels);

std::string size_words(SizeMm size); // "60 × 40 mm"

} // namespace temsao::press
