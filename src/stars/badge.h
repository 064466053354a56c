#pragma once
// photo + reading -> how many stars the badge beside the symbol shows, or that they cannot be counted, or that there is
// no badge.
//
// The symbol gives the surface (photo/surface.h), so the place of each star. There the photo is compared with a solid
// and with an outlined star by normalised correlation, which does not depend on light, colour and shadow. A row counts
// when every star is clearly one or the other and the solid ones come first; else no count is given. A wrong count
// accuses somebody; a missing one costs a look.
#include "photo/colours.h"
#include "photo/reading.h"

#include <memory>

namespace temsao::stars {

// How the badge is drawn, in widths of the symbol: x from its left edge, y from its top edge, upward negative. The
// caller hands it in, from label/badge.h.
struct BadgeShape {
    int stars = 5;         // in the row, solid and outlined together: 2..8
    double first_x, pitch; // centre of the first star, and from one to the next
    double y;              // of all centres
    double radius;         // centre to point
    double inner;          // of the radius: where the arms meet
    double outline;        // line width of a star that is not certified, inside the radius
};

struct Badge {
    // One star's place.
    struct Slot {
        double seen = 0;     // how well the photo there matches a star of either kind, up to 1
        double ink = 0;      // how solid it is: about 0 outlined, about 1 solid
        double x = 0, y = 0; // offset from its place, in widths of the symbol
    };

    enum class Place { as_drawn, above, below, left, right }; // of the symbol

    bool is_seen = false;     // false: the place is clearly visible and has no stars, and none are around
    std::optional<int> stars; // 0..BadgeShape::stars; empty: they cannot be counted
    double confidence = 0;    // 0..1 that `stars` is right; below `least_confidence` no count is given
    Place place = Place::as_drawn;
    bool is_odd_form = false;   // at its place, but stars have other positions or shapes, or there are more of them
    bool is_odd_colour = false; // at its place, but the solid stars are neither gold nor without colour
    std::array<photo::Point, 4> corners; // of the row of stars, in pixels of the photo
    std::vector<Slot> slots;
};

inline constexpr double least_confidence = 0.9;

// Holds the reference pictures of stars; make one per run. Any thread.
class StarCounter {
public:
    explicit StarCounter(const BadgeShape& shape);
    ~StarCounter();
    StarCounter(StarCounter&&) noexcept;

    // Looks at the place where the badge is drawn; if there is none, above, below and beside the symbol, up to 30 %
    // larger or 25 % smaller. `colours` may be empty; it is called once, and only for a badge at its place. Empty when
    // the symbol's surface cannot be determined: too small, too blurred, inverted, mirrored, or not a QR code.
    std::optional<Badge>
    count(const photo::Photo& photo, const photo::Reading& reading, const photo::ColourSource& colours = {}) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

} // namespace temsao::stars
