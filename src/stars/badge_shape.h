#pragma once
// What the star counter must know of the badge that the press draws.
#include "base/badge_geometry.h"
#include "stars/badge.h"

namespace temsao::stars {

// Every template's badge stands alike above its code (label/badge.h), so no template needs to be named.
inline constexpr stars::BadgeShape badge_shape{.stars = badge_stars,
                                               .first_x = BadgeGeometry::star_x(0),
                                               .pitch = BadgeGeometry::star_x(1) - BadgeGeometry::star_x(0),
                                               .y = BadgeGeometry::star_y,
                                               .radius = BadgeGeometry::star_radius,
                                               .inner = BadgeGeometry::star_inner,
                                               .outline = BadgeGeometry::star_outline};

} // namespace temsao::stars
