#pragma once
// Inside `bench`: what a shopper may know of a lot: whether it is called back, when it was made, what happened to it
// and to what it was made of, where by the commune, and its tests. No supplier's name, no receiver, nothing that a
// person typed but the number of a test report. Any thread with a ledger of its own.
#include "job/json.h"
#include "store/ledger.h"

namespace temsao::bench {

// Null when the book does not have the lot; else {"recalled_since": day or null, "made", "expires": day or null,
// "lots": how many it was made of, "lines": [{"kind", "first", "last": days, "suppliers": how many, "communes": []}] of
// at most five kinds, in the order of time, "tests": [{"day", "passed", "report"}], "entries": [ids]}. Errors: those of
// the ledger.
Result<job::Json> lot_story(store::Ledger& ledger, const lots::Lot& lot);

} // namespace temsao::bench
