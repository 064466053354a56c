#pragma once
// Inside `scan` only: candidate -> reading, by our own sampling: grids are fitted better and better, modules decided by
// several thresholds, and each outcome handed to ZXing's decoder as a drawn symbol. Pure; any thread.
#include "scan/candidate.h"

namespace temsao::scan {

// The same photo at full, half, quarter … size; level k has 2^k stored pixels to one of its own.
using Pyramid = std::vector<photo::GreyView>;

struct Attempt {
    bool is_symbol = false;                // the timing lines between the patterns say so, whether it was read or not
    std::optional<photo::Reading> reading; // corners in pixels of level 0, to parts of a pixel
};

// The candidate's patterns are in pixels of level 0. Ends where `work` does.
Attempt read_candidate(const Pyramid& pyramid, const Candidate& candidate, Work& work);

} // namespace temsao::scan
