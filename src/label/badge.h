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
#include "base/date.h"
#include "label/drawing.h"

namespace temsao::label {

inline constexpr int badge_stars = 5;
inline constexpr int least_stars = 3; // who may carry the badge (Regulation 1162/QĐ-VPĐP-OCOP)

struct BadgeGeometry {
    static constexpr double clear = 0.195;        // from the QR's top edge up to the lowest ink of the badge
    static constexpr double until_cap = 0.066;    // capital height of "ĐẾN 10/2027"
    static constexpr double until_gap = 0.062;    // between that line's top and the stars
    static constexpr double star_radius = 0.094;  // centre to point
    static constexpr double star_inner = 0.45;    // of star_radius: where the arms meet
    static constexpr double star_outline = 0.011; // line width of a star that is not certified
    static constexpr double word_gap = 0.062;     // between the stars and OCOP
    static constexpr double word_cap = 0.104;     // capital height of OCOP
    static constexpr double until_baseline = -clear;
    static constexpr double star_y = until_baseline - until_cap - until_gap - star_radius;
    static constexpr double word_baseline = star_y - star_radius - word_gap;
    static constexpr double height = -word_baseline + word_cap; // from the QR's top edge

    // Five stars spread evenly from edge to edge.
    static constexpr double star_x(int i) { return star_radius + (1 - 2 * star_radius) * i / (badge_stars - 1); }
};

// Above the code. `stars` 3..5 (ENSURE). Appends to `items`; returns the box that it covers.
BoxMm draw_badge(std::vector<Item>& items, const CodeModules& code, int stars, Date valid_to, const FontMeasure& fonts);

} // namespace temsao::label
