#pragma once
// The sticker papers there are, as the command line and the server list them. Values; any thread; files are read whole.
#include "job/job.h"
#include "page/page.h"

namespace temsao::press {

struct StockFacts {
    page::Stock stock;
    std::vector<page::FreePositions> used; // the partly used sheets of it: what is free on each
};

// Those that are shipped and the user's. Errors: those of load_stocks and load_used_sheets (press/stocks.h).
Result<std::vector<StockFacts>> stock_facts(const job::Surroundings& around);

// {"id", "words", "kind", "labels", "columns", "rows", "sheet_mm", "first_mm", "pitch_mm", "sticker_mm", "gap_mm",
// "measured", "source", "date", "free": ["3-5,9", …]}
job::Json to_json(const StockFacts& facts);

} // namespace temsao::press
