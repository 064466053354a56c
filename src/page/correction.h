#pragma once
// Correction: what a printer does to a page, as measured on a test sheet, and where a label must be sent so that it
// lands in the middle of its sticker. Only places are corrected, never what lies inside a label: a code that is scaled
// or turned by a little has no whole dots any more. What the printer scales and turns within one label therefore stays,
// and is said (`residual`).
#include "base/units.h"

namespace temsao::page {

struct PointMm {
    Mm x, y;
};

// A point sent to x, y prints at
//     right + cos(turn) · across · x - sin(turn) · down_scale · y
//     down  + sin(turn) · across · x + cos(turn) · down_scale · y
// measured from the sheet's top left corner, y downward; a positive turn is clockwise.
struct Correction {
    Mm right, down;
    double across_scale = 1, down_scale = 1;
    double turn_degrees = 0;

    friend bool operator==(const Correction&, const Correction&) = default;
};

// What a place can absorb. Beyond it the driver scales ("fit to page") or the paper guide is off: set those right
// first.
inline constexpr Mm largest_shift{10};
inline constexpr double largest_scale_error = 0.02;
inline constexpr double largest_turn_degrees = 1;
inline constexpr Mm largest_residual{0.5};

PointMm prints_at(const Correction& printer, PointMm sent);
PointMm to_print_at(const Correction& printer, PointMm wanted); // the inverse

// How far off a corner of a label stays although its middle is right, the rounding to dots (half a dot each way) not
// counted.
Mm residual(const Correction& printer, SizeMm label);

} // namespace temsao::page
