#pragma once
// Pixels as a browser hands them out: red, green, blue and opacity of each, 8 bits, row by row from the top left. Pure;
// any thread.
#include "photo/colours.h"
#include "photo/photo.h"

namespace temsao::photo {

struct RgbaView {
    const std::uint8_t* first; // 4 * width * height bytes, which live as long as the view is used
    int width, height;         // at least 1
};

// Over white where it is transparent. Weighted as JPEG does (ITU-T T.871, 6.2), which is what the command line reads of
// a phone's photo.
Photo grey_of(const RgbaView& rgba);

// Nothing when the box lies outside.
std::optional<Colours> colours_of(const RgbaView& rgba, const PixelBox& box);

} // namespace temsao::photo
