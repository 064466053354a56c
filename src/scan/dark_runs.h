#pragma once
// Inside `scan` only: the dark and light runs of one row of pixels. Sixty-four pixels are compared and packed into one
// word, so that long runs cost next to nothing. Not thread-safe: it keeps its rows between calls.
#include "scan/thresholds.h"

namespace temsao::scan {

class DarkRuns {
public:
    DarkRuns(const photo::GreyView& image, const Thresholds& thresholds);

    // Where the runs of row y end, the last at the picture's width. Valid until the next call.
    const std::vector<int>& ends_of(int y);

    // The first run of the row asked for last.
    bool starts_dark() const { return starts_dark_; }

private:
    void spread_levels(int y);

    photo::GreyView image_;
    const Thresholds& thresholds_;
    std::vector<std::uint8_t> levels_, dark_; // of each pixel of the row, to the next multiple of 64
    std::vector<int> ends_;
    int block_row_ = -1; // that `levels_` is spread for
    bool starts_dark_ = false;
};

} // namespace temsao::scan
