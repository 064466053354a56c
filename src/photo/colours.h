#pragma once
// A part of a photo in colour. Photos are read in grey (photo/photo.h), as codes need it; when a colour matters,
// the file is decoded again, no finer than needed and no further than the part's last row. Any thread.
#include "photo/photo.h"
#include "photo/reading.h"

#include <algorithm>
#include <functional>

namespace temsao::photo {

struct PixelBox { // in pixels of the photo
    int left = 0, top = 0, right = 0, bottom = 0;
};

struct Colours {
    int shrink = 1;                               // pixels of the photo per pixel here, in each direction: 1, 2, 4 or 8
    int left = 0, top = 0, width = 0, height = 0; // in its own pixels; within the photo
    std::vector<std::uint8_t> rgb;                // row by row

    std::array<double, 3> at(Point photo_pixel) const; // the nearest
};

inline std::array<double, 3> Colours::at(Point photo_pixel) const {
    if (width <= 0 || height <= 0) return {};
    const auto within = [&](double at, int first, int size) {
        return static_cast<int>(std::min(std::max(0.0, at / shrink - first), size - 1.0));
    };
    const auto pixel = static_cast<std::size_t>(within(photo_pixel.y, top, height)) * static_cast<std::size_t>(width) +
                       static_cast<std::size_t>(within(photo_pixel.x, left, width));
    return {static_cast<double>(rgb[3 * pixel]),
            static_cast<double>(rgb[3 * pixel + 1]),
            static_cast<double>(rgb[3 * pixel + 2])};
}

// Cuts the box to a picture of that size (already shrunk) and allocates it; false when nothing is left.
bool place_box(Colours& colours, const PixelBox& box, int whole_width, int whole_height);
void take_row(Colours& colours, int row, const std::uint8_t* rgb); // a whole row of the picture

using ColourSource = std::function<std::optional<Colours>(const PixelBox&, int shrink)>;

} // namespace temsao::photo
