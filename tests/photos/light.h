#pragma once
// A picture in light, not yet in bytes: red, green, blue, 0 dark, 255 white paper, more where it dazzles.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace temsao::photos {

struct Light {
    int width, height;
    std::vector<float> pixels;

    Light(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w) * static_cast<std::size_t>(h) * 3) {}

    float* at(int x, int y) {
        return pixels.data() +
               (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)) * 3;
    }
};

// Each pixel the weighted sum of those along a line.
void convolve(Light& light, const std::vector<float>& kernel, double step_x, double step_y);

} // namespace temsao::photos
