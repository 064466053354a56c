#pragma once
// Inside `scan` only: finder patterns -> candidates, three patterns that may be the corners of one symbol.
#include "scan/finder.h"

namespace temsao::scan {

// The patterns' sides are turned so that `first` runs to the right and `second` down in the symbol's own orientation; a
// mirrored symbol stays mirrored.
struct Candidate {
    Finder top_left, top_right, bottom_left;
    double modules_across = 0, modules_down = 0; // from pattern to pattern, estimated; the true value is modules - 7
    double doubt = 0;                            // 0 for a perfect square of patterns
};

// The plausible candidates, least doubtful first, at most `most`.
std::vector<Candidate> find_candidates(const std::vector<Finder>& finders, std::size_t most);

// The whole symbol's corners, taken as a parallelogram.
std::array<photo::Point, 4> rough_corners(const Candidate& candidate);

} // namespace temsao::scan
