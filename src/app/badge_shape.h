#pragma once
// Inside `app`: what the star counter must know about the badge that `label` draws.
#include "label/badge.h"
#include "scan/badge.h"

namespace temsao::app {

// The badge has the same place above the code in every template (label/badge.h), so no template needs to be named.
inline constexpr scan::BadgeShape badge_shape{.stars = label::badge_stars,
                                              .first_x = label::BadgeGeometry::star_x(0),
                                              .pitch =
                                                  label::BadgeGeometry::star_x(1) - label::BadgeGeometry::star_x(0),
                                              .y = label::BadgeGeometry::star_y,
                                              .radius = label::BadgeGeometry::star_radius,
                                              .inner = label::BadgeGeometry::star_inner,
                                              .outline = label::BadgeGeometry::star_outline};

} // namespace temsao::app
