#pragma once
// Small pictures for reports and evidence, as PNG.
#include "scan/photo.h"
#include "scan/reading.h"

namespace temsao::app {

std::string thumbnail_png(const scan::Photo& photo); // the whole photo, at most 480 pixels wide

// The symbol with a margin of `margin_pixels` around it, at most 480 pixels a side; every pixel is an original pixel of
// the photo, without interpolation; white beyond the photo's edge.
std::string cut_out_png(const scan::Photo& photo, const std::array<scan::Point, 4>& corners, double margin_pixels);

} // namespace temsao::app
