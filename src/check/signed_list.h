#pragma once
// A signed bundle's bytes -> its list and keys. It needs no data directory, so that a phone, which keeps
// the bundle in its browser, reads it with the same code. Pure; any thread.
#include "catalog/product.h"
#include "trace/bundle.h"
#include "verify/known_lots.h"

namespace temsao::check {

// A bundle with a verified signature, and its parsed list.
struct TrustedList {
    trace::Edition edition;
    std::string province;
    catalog::ProductList list; // header.is_signed
    trace::KeyRing keys;
    std::optional<verify::KnownLots> lots = {};      // empty: the list has no records of lots
    std::optional<trace::WitnessPolicy> policy = {}; // empty: it needs no witness
    std::string proof = {};                          // with a policy: that the list stands in the log (trace/bundle.h)
};

// Errors (Cause::data): those of trace::read_bundle; those of catalog::import_table, and bundle.list {row, column,
// value}, when its list is not in our form.
Result<TrustedList> read_trusted(std::string_view file, const trace::PublicKey& root);

// May `next` replace `current`? It is newer (trace::check_newer), and where `current` has a policy, `next` has one too,
// and meets both: so nobody who holds the root key can leave out the witnesses for one reader only. Errors:
// bundle.rollback; bundle.policy_gone (Cause::refused); witness.too_few.
Outcome check_successor(const TrustedList& next, const TrustedList& current);

} // namespace temsao::check
