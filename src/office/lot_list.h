#pragma once
// The lots of the lot book as people look for them. One thread at a time.
#include "office/lot_words.h"

namespace temsao::office {

struct LotsAsked {
    std::string query = {};              // part of a lot, of the goods' name or code, or of a listed producer's name
    std::optional<lots::Lot> after = {}; // those behind it, by product and lot
    std::size_t most = 0;                // 0: all
};

struct LotsFound {
    job::Json rows = job::Json::array();
    bool has_more = false; // than `most`
};

// [{"product", "lot", "name", "first", "last", "events", "recalled"}], of what is there for who asks. With `most`, each
// also has "producer", whose goods they are, and "left", what is left of the lot; null: not known. Errors: those of the
// store.
Result<LotsFound> find_lots(store::Ledger& ledger, const LotBook& book, const LotsAsked& asked, Lang lang);

// The same, of the book of this machine or of `store`.
Result<LotsFound> find_lots(const LotsAsked& asked, const std::string& store, const job::Surroundings& around);

} // namespace temsao::office
