#pragma once
// The grey of a photo at any place. Pixel centres are at half numbers; outside, the nearest pixel
// is used. Any coordinate is allowed, even not-a-number. Pure; any thread.
#include "photo/grey_view.h"

#include <algorithm>

namespace temsao::photo {

inline double nearest(const GreyView& image, double x, double y) {
    const int column = static_cast<int>(std::min(std::max(0.0, x), image.width - 1.0));
    const int row = static_cast<int>(std::min(std::max(0.0, y), image.height - 1.0));
    return image.first[static_cast<std::size_t>(row) * static_cast<std::size_t>(image.width) +
                       static_cast<std::size_t>(column)];
}

inline double between(const GreyView& image, double x, double y) {
    x = std::min(std::max(0.0, x - 0.5), image.width - 1.0);
    y = std::min(std::max(0.0, y - 0.5), image.height - 1.0);
    const int left = static_cast<int>(x), top = static_cast<int>(y);
    const std::size_t right = left + 1 < image.width,
                      below = top + 1 < image.height ? static_cast<std::size_t>(image.width) : 0;
    const double fx = x - left, fy = y - top;
    const auto* first = image.first + static_cast<std::size_t>(top) * static_cast<std::size_t>(image.width) +
                        static_cast<std::size_t>(left);
    return (first[0] * (1 - fx) + first[right] * fx) * (1 - fy) +
           (first[below] * (1 - fx) + first[below + right] * fx) * fy;
}

} // namespace temsao::photo
