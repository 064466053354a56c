#pragma once
// Correction: how a printer distorts a page, as measured on a test sheet, and where a label must be placed so that it
// lands in the middle of its sticker. Only places are corrected, never the inside of a label: a code that is slightly
// scaled or turned no longer has whole dots. So the distortion within one label stays, and is reported (`residual`).
// Pure; any thread.
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

// The limits of correction. Beyond them the driver scales ("fit to page") or the paper guide is off: these must be
// fixed first.
inline constexpr Mm largest_shift{10};
inline constexpr double largest_scale_error = 0.02;
inline constexpr double largest_turn_degrees = 1;
inline constexpr Mm largest_residual{0.5};

PointMm prints_at(const Correction& printer, PointMm sent);
PointMm to_print_at(const Correction& printer, PointMm wanted); // the inverse

// How far off a label's corner stays although its middle is right, without the rounding to dots (half a dot each way).
Mm residual(const Correction& printer, SizeMm label);

} // namespace temsao::page
