#pragma once
// Small pictures for reports and evidence, as PNG. Pure; any thread.
#include "photo/photo.h"
#include "photo/reading.h"

namespace temsao::bench {

std::string thumbnail_png(const photo::Photo& photo); // the whole photo, at most 480 pixels wide

// The symbol with a margin of `margin_pixels` around it, at most 480 pixels a side; each pixel one of the photo's own,
// none invented; white beyond the photo's edge.
std::string cut_out_png(const photo::Photo& photo, const std::array<photo::Point, 4>& corners, double margin_pixels);

} // namespace temsao::bench
