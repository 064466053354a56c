#pragma once
// Inside `scan` only: candidate -> reading, by our own sampling: grids are fitted step by step, modules are decided by
// several thresholds, and each result is given to ZXing's decoder as a drawn symbol. Pure; any thread.
#include "scan/seek.h"

namespace temsao::scan {

struct Attempt {
    bool is_symbol = false;                // true when the timing lines between the patterns show it, read or not
    std::optional<photo::Reading> reading; // corners in pixels of level 0, with fractions
};

// The candidate's patterns are in pixels of level 0. Stops when `work` is used up.
Attempt read_candidate(const Pyramid& pyramid, const Candidate& candidate, Work& work);

} // namespace temsao::scan
