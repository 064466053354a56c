#pragma once
// Inside `scan` only: pictures -> readings by our own finder patterns and grids: symbols in glare, in the dark, round
// jars, and those with a corner that cannot be seen. Pure; any thread.
#include "scan/pyramid.h"
#include "scan/readings.h"
#include "scan/work.h"

namespace temsao::scan {

// Which pictures are searched for finder patterns, by their pixels. Candidates are read in any.
struct SearchSizes {
    std::int64_t from = 0, to = 0;
};

// Adds to `readings`, whose corners are in pixels of level 0. Stops when `work` is used up.
void read_grids(const Pyramid& pyramid, const SearchSizes& sizes, Work& work, Readings& readings);

} // namespace temsao::scan
