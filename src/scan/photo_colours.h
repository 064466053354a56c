#pragma once
// A part of a photo in colour. Photos are read in grey (scan/photo.h), which is what codes need; where a colour matters
// the file is decoded once more, no finer than needed and no further than the part's last row.
#include "scan/photo.h"
#include "scan/reading.h"

#include <functional>

namespace temsao::scan {

struct PixelBox { // in pixels of the photo
    int left = 0, top = 0, right = 0, bottom = 0;
};

struct Colours {
    int shrink = 1;                               // pixels of the photo for each one here, to each side: 1, 2, 4 or 8
    int left = 0, top = 0, width = 0, height = 0; // in pixels of its own; within the photo
    std::vector<std::uint8_t> rgb;                // row by row

    std::array<double, 3> at(Point photo_pixel) const; // the nearest
};

// The box is cut to the photo. `shrink`: how much less fine will do. Nothing for a photo in grey, one that breaks off,
// or of a format whose colours are not read (PDF).
std::optional<Colours> decode_colours(std::string_view bytes, const PixelBox& box, int shrink);

using ColourSource = std::function<std::optional<Colours>(const PixelBox&, int shrink)>;

} // namespace temsao::scan
