#pragma once
// The lots of the lot book as people look for them. One thread at a time.
#include "office/lot_words.h"
#include "store/lot_events.h"

namespace temsao::office {

struct LotsAsked {
    std::string query = {};              // part of a lot, of the goods' name or code, or of a listed producer's name
    std::optional<lots::Lot> after = {}; // those behind it, by product and lot
    std::size_t most = 0;                // 0: all
};

struct FoundLot {
    store::LotEvents::LotLine line;
    std::string goods;                     // their name
    std::string producer = {};             // whose goods they are; empty: not known
    std::optional<lots::Amount> left = {}; // what was made and not used yet; none: the entries do not count it
};

struct LotsFound {
    std::vector<FoundLot> lots;
    bool has_more = false; // than `most`
};

// What the one who asks may see, by product and lot; `producer` and `left` only with `most`. Errors: those of the
// store.
Result<LotsFound> find_lots(store::Ledger& ledger, const LotBook& book, const LotsAsked& asked);

// The same, of the book of this machine or of `store`.
Result<LotsFound> find_lots(const LotsAsked& asked, const std::string& store, const job::Surroundings& around);

// {"product", "lot", "name", "first", "last", "events", "recalled"}
job::Json to_json(const FoundLot& found);
// The same with "producer" and "left", null where they are not known.
job::Json with_rest(const FoundLot& found, Lang lang);

} // namespace temsao::office
