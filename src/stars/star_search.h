#pragma once
// Inside `stars` only: finds stars around a symbol, without knowing where to look. Pure; any thread.
#include "stars/star_row.h"

namespace temsao::stars {

struct StarPlace {
    double x = 0, y = 0; // in widths of the symbol
    Likeness likeness;
};

// Places in the region that match a star better than all places around them, and at least as well as `least`.
// `pictures` have one blur and are made for `pixels_a_width`.
std::vector<StarPlace> find_stars(const photo::GreyView& photo,
                                  const photo::Surface& surface,
                                  const Region& region,
                                  const StarPictures& pictures,
                                  int pixels_a_width,
                                  double least);

// A row of stars in the badge's proportions.
struct RowPlace {
    double x = 0, y = 0; // of the first star
    double scale = 1;    // of the badge's size as drawn
    double likeness = 0; // the mean of its stars
    Badge::Place place = Badge::Place::above;
};

// Finds rows above, below, left and right of the symbol.
class RowSearch {
public:
    explicit RowSearch(const BadgeShape& shape);

    static constexpr std::array scales = {0.77, 1.0, 1.3};

    // The best of each scale, best match first.
    std::vector<RowPlace> find(const photo::GreyView& photo, const photo::Surface& surface) const;

private:
    BadgeShape shape_;
    StarPictures pictures_; // the same for all scales; the photo is straightened at the matching scale
};

} // namespace temsao::stars
