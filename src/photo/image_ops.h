#pragma once
// Small operations on grey pictures, for the reading steps.
#include "photo/grey_view.h"

#include <vector>

namespace temsao::photo {

struct Grey {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    GreyView view() const { return {pixels.data(), width, height}; }
};

Grey half(const GreyView& image);                                         // each pixel is the mean of four
Grey enlarge(const GreyView& image, int times);                           // linear
Grey gamma(const GreyView& image, double exponent);                       // under 1 lightens shadows
Grey threshold(const GreyView& image, int level);                         // black below
Grey adaptive_threshold(const GreyView& image, int window, double share); // black below `share` of the mean around
Grey squash(const GreyView& image);                                       // half as high: strong perspective, curves
Grey turn(const GreyView& image, double degrees);                         // about its centre, same size

} // namespace temsao::photo
