#pragma once
// Inside `scan` only: how crowded a picture is with what may be finder patterns. That, more than its size, is what
// looking at it costs. Some rows are looked at, about a thirtieth. Pure; any thread.
#include "photo/grey_view.h"

namespace temsao::scan {

struct Crowd {
    double cuts = 0;     // for each pixel: five runs as 1 1 3 1 1
    double patterns = 0; // in all: that have such runs the other ways too
};

Crowd crowd_of(const photo::GreyView& image);

// What look() takes at most for so many pixels of the picture, in nanoseconds as measured (scan/work.h).
std::int64_t look_cost(double pixels, const Crowd& crowd);

} // namespace temsao::scan
