#pragma once
// Inside `scan` only: finder patterns -> candidates, three patterns that may be the corners of one symbol.
#include "scan/finder.h"

#include <algorithm>
#include <optional>

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

// How a pattern lies beside another one.
struct Beside {
    bool along_first; // of the other's sides, else along its second
    double modules;   // between both middles, the mean of both patterns' modules
    double doubt;     // how far it lies off the side's line, and how unlike the modules are
};

// Empty when `b` does not lie beside `a` as two corners of a symbol do.
std::optional<Beside> beside(const Finder& a, const Finder& b);

// A pattern at the end of one of the top left one's sides.
struct SideEnd {
    const Finder* finder;
    double modules; // from the top left one
};

// The ends may come in either order.
Candidate candidate_of(const Finder& top_left, SideEnd one, SideEnd other, double doubt);

// Those with the least `doubt`, at most `most`, the least first.
template <class Doubtful>
void keep_least_doubtful(std::vector<Doubtful>& all, std::size_t most) {
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.doubt < b.doubt; });
    if (all.size() > most) all.resize(most);
}

// A place in a pattern's own modules, from its middle.
photo::Point in_modules(const Finder& finder, photo::Point place);

} // namespace temsao::scan
