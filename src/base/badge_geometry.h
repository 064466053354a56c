#pragma once

// Where the badge's parts stand, as shares of the QR code's width (label/badge.h says how they are drawn). The press
// draws by these measures and the bench counts stars by them, so both find them here. Constants; any thread.

namespace temsao {

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

} // namespace temsao
