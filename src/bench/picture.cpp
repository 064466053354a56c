#include "bench/picture.h"

#include "render/png.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace temsao::bench {
namespace {

constexpr int thumbnail_width = 480, cut_out_side = 480;

// Every pixel of the picture asks `from` for the photo's pixel that it shows.
template <class From>
std::string picture(const photo::Photo& photo, int width, int height, From from) {
    constexpr std::uint32_t white = 0xFFFFFF, of_grey = 0x010101;
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), white);
    auto* pixel = pixels.data();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x, ++pixel) {
            const auto [px, py] = from(x, y);
            if (px < 0 || py < 0 || px >= photo.width || py >= photo.height) continue;
            *pixel = of_grey * photo.grey[static_cast<std::size_t>(py) * static_cast<std::size_t>(photo.width) +
                                          static_cast<std::size_t>(px)];
        }
    const auto png =
        render::encode_png({pixels.data(), static_cast<std::size_t>(width), width, height}, Resolution::from_dpi(96));
    return png ? *png : "";
}

// Each pixel the mean of what it stands for.
photo::Photo shrunk(const photo::Photo& photo, int width, int height) {
    photo::Photo small{width, height, {}, 1, false};
    small.grey.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const auto place = [](int at, int whole, int parts) { return static_cast<int>(std::int64_t{at} * whole / parts); };
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int left = place(x, photo.width, width), top = place(y, photo.height, height);
            const int right = std::max(left + 1, place(x + 1, photo.width, width));
            const int bottom = std::max(top + 1, place(y + 1, photo.height, height));
            std::uint64_t sum = 0;
            for (int row = top; row < bottom; ++row) {
                const auto* line =
                    photo.grey.data() + static_cast<std::size_t>(row) * static_cast<std::size_t>(photo.width);
                sum += std::accumulate(line + left, line + right, std::uint64_t{0});
            }
            const auto count = static_cast<std::uint64_t>(right - left) * static_cast<std::uint64_t>(bottom - top);
            small.grey.push_back(static_cast<std::uint8_t>(sum / count));
        }
    return small;
}

} // namespace

std::string thumbnail_png(const photo::Photo& photo) {
    const int width = std::min(photo.width, thumbnail_width);
    const int height = std::max(1, static_cast<int>(std::int64_t{photo.height} * width / photo.width));
    const auto small = shrunk(photo, width, height);
    return picture(small, width, height, [](int x, int y) { return std::pair(x, y); });
}

std::string cut_out_png(const photo::Photo& photo, const std::array<photo::Point, 4>& corners, double margin_pixels) {
    const auto [left, right] =
        std::minmax_element(corners.begin(), corners.end(), [](auto a, auto b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(corners.begin(), corners.end(), [](auto a, auto b) { return a.y < b.y; });
    const double x0 = left->x - margin_pixels, y0 = top->y - margin_pixels;
    const double side = std::max(right->x - left->x, bottom->y - top->y) + 2 * margin_pixels;
    const int pixels = std::clamp(static_cast<int>(side), 1, cut_out_side);
    return picture(photo, pixels, pixels, [&](int x, int y) {
        return std::pair(static_cast<int>(std::floor(x0 + x * side / pixels)),
                         static_cast<int>(std::floor(y0 + y * side / pixels)));
    });
}

} // namespace temsao::bench
