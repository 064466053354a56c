#pragma once
// Inside `scan` only: below which grey a pixel is dark. The mean around each pixel, for blocks of 8 x 8 pixels, and the
// same made darker or lighter: a pattern at the edge of glare or shadow has another threshold than what lies around it.
// Pure; any thread.
#include "photo/grey_view.h"

#include <cstddef>
#include <vector>

namespace temsao::scan {

struct Thresholds {
    static constexpr int block = 8;

    int columns = 0, rows = 0; // of blocks
    std::vector<std::uint8_t> levels;

    const std::uint8_t* row(int y) const { return levels.data() + static_cast<std::ptrdiff_t>(y / block) * columns; }

    int at(int x, int y) const { return row(y)[x / block]; }
};

// The mean of 56 x 56 pixels around: a pattern of 8 pixels a module.
Thresholds local_means(const photo::GreyView& image);

Thresholds times(const Thresholds& thresholds, double factor);

} // namespace temsao::scan
