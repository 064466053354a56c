#pragma once
// Inside `grade`: what a printer does to a whole symbol, measured between the modules' middles. Pure.
#include "grade/field.h"
#include "grade/grade.h"

namespace temsao::grade {

// How wide the edges are, in modules: the median of the way from a quarter to three quarters of the light, at edges
// with two alike modules on either side. 0 where there are too few.
struct Blur {
    double x = 0, y = 0;
};

Blur blur_of(const Reflectance& scan, const FlatGrid& grid, const scan::Matrix& meant, Tones tones);

// Lines that are too light through nearly all dark modules on their way, or too dark through the light ones: `upright`
// along y, else along x. A line much narrower than a module counts as well.
Streaks streaks_of(
    const Reflectance& scan, const FlatGrid& grid, const scan::Matrix& meant, Tones tones, double growth, bool upright);

} // namespace temsao::grade
