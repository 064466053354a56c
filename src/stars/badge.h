#pragma once
// photo + reading -> how many stars the badge beside the symbol shows, or that it cannot be said, or that there is
// none.
//
// The symbol gives the surface (scan/surface.h) and so the place of each star. There the photo is compared with a solid
// and with an outlined star by normalised correlation, which light, colour and shadow do not move. A row counts when
// every star is clearly the one or the other and the solid ones come first; else it is refused. A wrong count accuses
// somebody; a refused one costs a look.
#include "photo/colours.h"
#include "photo/reading.h"

#include <memory>

namespace temsao::stars {

// How the badge is drawn, in widths of the symbol: x from its left edge, y from its top edge, upward negative. Handed
// in by the hall from label/badge.h.
struct BadgeShape {
    int stars = 5;         // in the row, solid and outlined together: 2..8
    double first_x, pitch; // centre of the first star, and from one to the next
    double y;              // of all centres
    double radius;         // centre to point
    double inner;          // of the radius: where the arms meet
    double outline;        // the line of a star not earned, inside the radius
};

struct Badge {
    // One star's place.
    struct Slot {
        double seen = 0;     // how well the photo there goes with a star of either kind, up to 1
        double ink = 0;      // the solid star's part in it: about 0 outlined, about 1 solid
        double x = 0, y = 0; // where it stands, in widths of the symbol away from its place
    };

    enum class Place { as_drawn, above, below, left, right }; // of the symbol

    bool is_seen = false;     // false: the place can be seen well, and holds no stars; nor does any around
    std::optional<int> stars; // 0..BadgeShape::stars; nothing: it cannot be counted
    double confidence = 0;    // 0..1 that `stars` is right; refused counts stay under `least_confidence`
    Place place = Place::as_drawn;
    bool is_odd_form = false;            // as drawn, but stars stand or are shaped otherwise, or there are more of them
    bool is_odd_colour = false;          // as drawn, but the solid stars are neither gold nor without colour
    std::array<photo::Point, 4> corners; // of the row of stars, in pixels of the photo
    std::vector<Slot> slots;
};

inline constexpr double least_confidence = 0.9;

// Holds the pictures that are compared with; make one for a run. Any thread.
class StarCounter {
public:
    explicit StarCounter(const BadgeShape& shape);
    ~StarCounter();
    StarCounter(StarCounter&&) noexcept;

    // Looks where the badge is drawn; where none is seen there, above, below and beside the symbol, up to 30 % larger
    // or 25 % smaller. `colours` may be empty; it is asked once, and only about a badge that stands as drawn. Nothing
    // when the symbol's surface cannot be told: too small, too blurred, inverted, mirrored or no QR code.
    std::optional<Badge>
    count(const photo::Photo& photo, const photo::Reading& reading, const photo::ColourSource& colours = {}) const;

private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

} // namespace temsao::stars
