#pragma once
// Inside `scan` only: a straight cut through a finder pattern's middle: five runs as 1 1 3 1 1. Pure; any thread.
#include "photo/geometry.h"

#include <algorithm>
#include <cstdlib>

namespace temsao::scan {

// One of the outer two runs may run into a neighbour, not both. In whole numbers, as this is asked of each run of each
// row: with a module of m pixels, 5 m = ring + inner + ring after, a ring may be off by less than m / 2 + 0.6.
inline bool looks_like_a_cut(int outer, int ring, int inner, int ring_after, int outer_after) {
    const int five = ring + inner + ring_after;
    return std::abs(10 * ring - 2 * five) < five + 6 && std::abs(10 * ring_after - 2 * five) < five + 6 &&
           std::abs(25 * inner - 15 * five) < 3 * five + 18 && 25 * outer > 2 * five && 25 * outer_after > 2 * five &&
           25 * std::min(outer, outer_after) < 8 * five + 25;
}

struct Cut {
    double middle = 0, module = 0; // in pixels
};

// The direction of a cut: pixels to the right and down per step, -1, 0 or 1.
struct Way {
    int x, y;
};

// The runs on both sides of a pixel of the inner square, at most `reach` steps each. Dark is below `level`. Middle and
// module are counted in steps: the middle from the picture's left border, for vertical cuts from its top.
std::optional<Cut>
cut_through(const photo::GreyView& image, int x, int y, Way way, int level, bool inverted, int reach);

} // namespace temsao::scan
