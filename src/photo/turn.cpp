#include "photo/turn.h"

#include <cmath>

namespace temsao::photo {
namespace {

Colours shrunk(const Colours& picture, int width, int height) {
    Colours small{.shrink = picture.shrink, .width = width, .height = height, .rgb = {}};
    const auto place = [](int at, int whole, int parts) { return static_cast<int>(std::int64_t{at} * whole / parts); };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int left = place(x, picture.width, width), top = place(y, picture.height, height);
            const int right = std::max(left + 1, place(x + 1, picture.width, width));
            const int bottom = std::max(top + 1, place(y + 1, picture.height, height));
            std::array<std::uint64_t, 3> sum{};
            for (int row = top; row < bottom; ++row)
                for (int column = left; column < right; ++column)
                    for (std::size_t c = 0; c < 3; ++c)
                        sum[c] +=
                            picture.rgb[3 * (static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) +
                                             static_cast<std::size_t>(column)) +
                                        c];
            const auto count = static_cast<std::uint64_t>(right - left) * static_cast<std::uint64_t>(bottom - top);
            for (const auto one : sum)
                small.rgb.push_back(static_cast<std::uint8_t>(one / count));
        }
    return small;
}

} // namespace

Colours turned(const Colours& picture, int orientation, int most_wide) {
    const int wide = swaps_sides(orientation) ? picture.height : picture.width;
    const double scale = std::min(1.0, static_cast<double>(most_wide) / std::max(1, wide));
    const auto size = [&](int whole) { return std::max(1, static_cast<int>(std::lround(whole * scale))); };
    const auto small = shrunk(picture, size(picture.width), size(picture.height));
    Colours result = small;
    if (swaps_sides(orientation)) std::swap(result.width, result.height);
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x) {
            const auto at = turned({x + 0.5, y + 0.5}, orientation, small.width, small.height);
            const auto to = static_cast<std::size_t>(at.y) * static_cast<std::size_t>(result.width) +
                            static_cast<std::size_t>(at.x);
            const auto from =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(small.width) + static_cast<std::size_t>(x);
            for (std::size_t c = 0; c < 3; ++c)
                result.rgb[3 * to + c] = small.rgb[3 * from + c];
        }
    return result;
}

} // namespace temsao::photo
