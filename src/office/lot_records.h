#pragma once
// Inside `office`: this machine's lot book and print log -> what the signed list says of lots.
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

// Lots: those of events that hold, of print runs and of declarations, of products on the list. Records exist when the
// lot book has one that made a product on the list. A producer's records reach from the first day of production of such
// a lot to the last day of any entry about its own goods. `day`: of publication. `all_serials`: also more of them than
// fit into most_filter_bytes, and also where no lot book is kept.
Result<GatheredRecords>
gather_lot_records(store::Ledger& ledger, const std::vector<catalog::Product>& products, Date day, bool all_serials);

} // namespace temsao::office
