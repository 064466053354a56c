#pragma once
// Grey pictures made smaller and larger.
#include "photo/grey_view.h"

#include <vector>

namespace temsao::photo {

struct Grey {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    GreyView view() const { return {pixels.data(), width, height}; }
};

Grey half(const GreyView& image);               // each pixel is the mean of four
Grey enlarge(const GreyView& image, int times); // linear

} // namespace temsao::photo
