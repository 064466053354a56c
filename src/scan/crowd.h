#pragma once
// Inside `scan` only: how crowded a picture is with possible finder patterns. The cost of searching it depends on that
// more than on its size. About a thirtieth of the rows is sampled. Pure; any thread.
#include "photo/grey_view.h"

namespace temsao::scan {

struct Crowd {
    double cuts = 0;     // for each pixel: five runs as 1 1 3 1 1
    double patterns = 0; // in all: those that also have such runs in the other directions
};

Crowd crowd_of(const photo::GreyView& image);

// The most that a search of so many pixels costs, in nanoseconds as measured (scan/work.h).
std::int64_t look_cost(double pixels, const Crowd& crowd);

} // namespace temsao::scan
