#pragma once
// Inside `scan` only: a straight cut through a finder pattern's middle: five runs as 1 1 3 1 1. Pure; any thread.
#include "photo/geometry.h"

namespace temsao::scan {

// One of the outer two runs may run into a neighbour, not both.
inline bool looks_like_a_cut(double outer, double ring, double inner, double ring_after, double outer_after) {
    const double module = (ring + inner + ring_after) / 5;
    const double slack = 0.5 * module + 0.6;
    return std::abs(ring - module) < slack && std::abs(ring_after - module) < slack &&
           std::abs(inner - 3 * module) < 1.2 * slack && outer > 0.4 * module && outer_after > 0.4 * module &&
           std::min(outer, outer_after) < 1.6 * module + 1;
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
