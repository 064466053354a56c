#pragma once
// Inside `scan` only: candidate -> reading, by our own sampling: grids are fitted step by step, modules are decided by
// several thresholds, and each result is given to ZXing's decoder as a drawn symbol. Pure; any thread.
#include "scan/seek.h"

namespace temsao::scan {

// The candidate's patterns are in pixels of level 0, as are the reading's corners, with fractions. Stops when `work` is
// used up.
std::optional<photo::Reading> read_candidate(const Pyramid& pyramid, const Candidate& candidate, Work& work);

} // namespace temsao::scan
