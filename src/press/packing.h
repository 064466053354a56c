#pragma once
// Inside `press`: what a run of labels says in the lot book: so many packs of a lot, filled from these lots.
#include "office/lot_book.h"
#include "press/materials.h"

namespace temsao::press {

struct Packing {
    office::LotEntry entry;
    office::LotBook::Wish book;
    const std::vector<catalog::Product>* products; // of the list; outlives this
};

// Empty when the wish names no lots. Error label.use_one {} (Cause::usage): lots for several products.
Result<std::optional<Packing>>
packing_of(const LabelWish& wish, const Materials& materials, const job::Surroundings& around);

// The entry, of the print run `run`, which may be empty to see whether it can be made. Errors: those of LotBook::make.
Result<office::LotEvent> make_packed(store::Ledger& ledger, Packing packing, const std::string& run);

} // namespace temsao::press
