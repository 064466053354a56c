#pragma once
// The badge: OCOP in spaced capitals, five stars on one line, and the month in which the certificate ends. It is our
// own, neutral design; the programme's registered mark is never imitated. Stars come from the certificate, never from
// the designer: the certified ones are solid, the rest fine outlines, so that one colour is enough.
//
// It is directly above the QR code, on the same axis and as wide, and every measure below is a share of the symbol's
// width without quiet zone. So a star counter that has the code's four corners knows where to look, on every template,
// at every version and module size:
//
//     x 0..1 from the symbol's left to its right edge, y 0 at its top edge, upward negative
//     star i (0..4) has its centre at  star_x(i), star_y  and its points on a circle of star_radius
//
// The clear space under the badge holds the quiet zone of any version: 4 of version 1's 21 modules are 0.1905 of it.
// Constants and pure functions; any thread.
#include "base/badge_geometry.h"
#include "base/date.h"
#include "label/drawing.h"

namespace temsao::label {

// Of the solid stars, in four inks.
inline constexpr Ink badge_gold{0, 40, 100, 20};

// Above the code. `stars` 3..5 (ENSURE). Appends to `items`; returns the box that it covers.
BoxMm draw_badge(std::vector<Item>& items, const CodeModules& code, int stars, Date valid_to, const FontMeasure& fonts);

} // namespace temsao::label
