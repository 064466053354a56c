#pragma once
// Inside `office`: this machine's lot book and print log, and the logs that were taken -> what the signed list says of
// lots.
#include "catalog/product.h"
#include "store/ledger.h"
#include "trace/lot_records.h"

namespace temsao::office {

struct GatheredRecords {
    std::optional<trace::LotRecords> records; // empty: nobody keeps a lot book here
    std::size_t serials = 0;                  // printed and not expired
    bool serials_left_out = false;            // they would take more than most_filter_bytes
};

inline constexpr std::size_t most_filter_bytes = 2 << 20;

struct GatherWish {
    Date day;                 // of publication
    bool all_serials = false; // also more of them than fit into most_filter_bytes, and where no lot book is kept
    trace::SerialFilter::Key key = trace::SerialFilter::new_key();
};

// Lots: those of events that hold, of print runs and of declarations, of products on the list. Records exist when a lot
// book has one that made a product on the list. A producer's records reach from the first day of production of such a
// lot to the last day of any entry about its own goods. A log that was taken speaks of its own producer's products
// only. The logs' order, and the days on which they were taken, change nothing.
Result<GatheredRecords>
gather_lot_records(store::Ledger& ledger, const std::vector<catalog::Product>& products, const GatherWish& wish);

} // namespace temsao::office
