#pragma once
// The area around a symbol, straightened by the symbol's own surface, as if the label lay on a
// scanner. Places are in symbol widths, as in surface.h. Pure; any thread.
#include "photo/image_ops.h"
#include "photo/surface.h"

namespace temsao::photo {

struct Area {
    double left, top, right, bottom;
};

struct LaidFlat {
    Grey picture; // white where the photo ends
    Area area;
    double pixels_a_width;

    Point place(Point pixel) const {
        return {area.left + pixel.x / pixels_a_width, area.top + pixel.y / pixels_a_width};
    }
};

// In pixels as large as the photo's at the symbol, divided by `finer`; coarser only to stay under `most_pixels`.
LaidFlat lay_flat(const GreyView& photo, const Surface& surface, const Area& area, double finer, double most_pixels);

} // namespace temsao::photo
