#pragma once
// Sightings: the recorded checks that are kept with the print log. Part of a Ledger, which outlives it:
// `ledger.sightings()`. Threads and errors: ledger.h.
#include "store/ledger.h"

namespace temsao::store {

class Sightings {
public:
    // Sightings that are stored already stay, with the earliest time told; returns how many were new, and how many
    // there are now.
    struct Recorded {
        std::int64_t added, all;
    };

    Result<Recorded> record(const std::vector<Sighting>& sightings);
    Result<std::vector<Sighting>> of(std::string_view product, std::string_view serial);
    Result<std::vector<Sighting>> all(); // ordered by id
    // At most `most`, the newest day first, those that come after `after` in this order; empty: from the first on.
    Result<std::vector<Sighting>> newest(int most, const std::optional<SightingPlace>& after);
    Result<std::vector<PlaceCount>> places(); // where checks were made
    Result<std::int64_t> damaged();           // those whose content is not what their id says

private:
    friend class Ledger;

    explicit Sightings(Ledger& ledger) : ledger_(&ledger) {}

    Ledger* ledger_;
};

} // namespace temsao::store
