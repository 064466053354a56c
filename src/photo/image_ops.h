#pragma once
// Grey pictures made smaller and larger. Pure; any thread.
#include "photo/grey_view.h"

#include <vector>

namespace temsao::photo {

struct Grey {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    GreyView view() const { return {pixels.data(), width, height}; }
};

Grey half(const GreyView& image);  // each pixel is the mean of four
Grey twice(const GreyView& image); // as large; each pixel is interpolated linearly between four, and rounded

} // namespace temsao::photo
