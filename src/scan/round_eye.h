#pragma once
// Inside `scan` only: finder patterns with round rings, as designers draw them. A circle has no sides, so where the
// symbol's sides run is known only together with the other patterns. Pure; any thread.
#include "scan/finder.h"

#include <optional>

namespace temsao::scan {

// Where a ray from the middle met an edge, and how many modules from the middle the edge lies.
struct RayEdge {
    photo::Point at;
    double half = 0;
};

// Three circles, seen as ellipses, fitted to the edges; middle relative to that of the rays, sides turned anyhow.
std::optional<Finder> fit_round_eye(const std::vector<RayEdge>& edges, std::size_t least_good);

// The round ones once more for each other one that may be their neighbour, with a side towards it.
std::vector<Finder> with_sides_turned(const std::vector<Finder>& finders);

} // namespace temsao::scan
