#pragma once
// Small pictures for reports and evidence. Pure; any thread.
#include "photo/colours.h"

namespace temsao::bench {

// The whole photo as JPEG, turned as the camera noted, at most 800 pixels wide. `colours`: of the same photo, shrunk;
// empty when it has none.
std::string thumbnail_jpeg(const photo::Photo& photo, const std::optional<photo::Colours>& colours);

// By how much a photo may be shrunk while it is decoded for that picture: 1, 2, 4 or 8.
int thumbnail_shrink(const photo::Photo& photo);

// The symbol as PNG with a margin of `margin_pixels` around it, at most 480 pixels a side; each pixel one of the
// photo's own, none invented; white beyond the photo's edge.
std::string cut_out_png(const photo::Photo& photo, const std::array<photo::Point, 4>& corners, double margin_pixels);
// The same in colour; in grey where `colours`, of the whole photo in its own pixels, is null.
std::string cut_out_png(const photo::Photo& photo,
                        const photo::Colours* colours,
                        const std::array<photo::Point, 4>& corners,
                        double margin_pixels);

} // namespace temsao::bench
