#pragma once
// What the star counter must know about the badge that the press draws. Constants; any thread reads them.
#include "base/badge_geometry.h"
#include "stars/badge.h"

namespace temsao::stars {

// The badge has the same place above the code in every template (label/badge.h), so no template needs to be named.
inline constexpr stars::BadgeShape badge_shape{.stars = badge_stars,
                                               .first_x = BadgeGeometry::star_x(0),
                                               .pitch = BadgeGeometry::star_x(1) - BadgeGeometry::star_x(0),
                                               .y = BadgeGeometry::star_y,
                                               .radius = BadgeGeometry::star_radius,
                                               .inner = BadgeGeometry::star_inner,
                                               .outline = BadgeGeometry::star_outline};

} // namespace temsao::stars
