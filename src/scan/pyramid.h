#pragma once
// Inside `scan` only: the same photo at full, half, quarter … size.
#include "photo/image_ops.h"

#include <algorithm>

namespace temsao::scan {

// A pixel of level k covers 2^k pixels of level 0 in each direction.
using Pyramid = std::vector<photo::GreyView>;

// Keeps the smaller pictures; the largest is somebody else's.
class Smaller {
public:
    static constexpr int least_side = 120; // of the smallest picture

    explicit Smaller(const photo::GreyView& largest) : levels_{largest} {
        pictures_.reserve(16);
        while (std::min(levels_.back().width, levels_.back().height) >= 2 * least_side) {
            pictures_.push_back(photo::half(levels_.back()));
            levels_.push_back(pictures_.back().view());
        }
    }

    const Pyramid& levels() const { return levels_; }

private:
    std::vector<photo::Grey> pictures_;
    Pyramid levels_;
};

} // namespace temsao::scan
