#include "bench/picture.h"

#include "decode/whole.h"
#include "photo/turn.h"
#include "render/png.h"

#include <algorithm>
#include <cmath>

namespace temsao::bench {
namespace {

constexpr int thumbnail_width = 800, cut_out_side = 480;

// Every pixel of the picture asks `from` for the photo's pixel that it shows.
template <class From>
std::string picture(const photo::Photo& photo, const photo::Colours* colours, int width, int height, From from) {
    constexpr std::uint32_t white = 0xFFFFFF, of_grey = 0x010101;
    std::vector<std::uint32_t> pixels(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), white);
    auto* pixel = pixels.data();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x, ++pixel) {
            const auto [px, py] = from(x, y);
            if (px < 0 || py < 0 || px >= photo.width || py >= photo.height) continue;
            const auto at =
                static_cast<std::size_t>(py) * static_cast<std::size_t>(photo.width) + static_cast<std::size_t>(px);
            const auto* rgb = colours ? colours->rgb.data() + 3 * at : nullptr;
            *pixel = rgb ? static_cast<std::uint32_t>(rgb[0] << 16 | rgb[1] << 8 | rgb[2]) : of_grey * photo.grey[at];
        }
    const auto png =
        render::encode_png({pixels.data(), static_cast<std::size_t>(width), width, height}, Resolution::from_dpi(96));
    return png ? *png : "";
}

} // namespace

int thumbnail_shrink(const photo::Photo& photo) {
    int shrink = 1;
    while (shrink < 8 && std::max(photo.width, photo.height) >= 2 * shrink * thumbnail_width)
        shrink *= 2;
    return shrink;
}

std::string thumbnail_jpeg(const photo::Photo& photo, const std::optional<photo::Colours>& colours) {
    if (photo.width <= 0 || photo.height <= 0) return "";
    const auto picture = colours ? *colours : decode::in_three_colours(photo);
    return decode::jpeg_of(photo::turned(picture, photo.exif_orientation, thumbnail_width));
}

std::string cut_out_png(const photo::Photo& photo, const std::array<photo::Point, 4>& corners, double margin_pixels) {
    return cut_out_png(photo, nullptr, corners, margin_pixels);
}

std::string cut_out_png(const photo::Photo& photo,
                        const photo::Colours* colours,
                        const std::array<photo::Point, 4>& corners,
                        double margin_pixels) {
    const auto [left, right] =
        std::minmax_element(corners.begin(), corners.end(), [](auto a, auto b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(corners.begin(), corners.end(), [](auto a, auto b) { return a.y < b.y; });
    const double x0 = left->x - margin_pixels, y0 = top->y - margin_pixels;
    const double side = std::max(right->x - left->x, bottom->y - top->y) + 2 * margin_pixels;
    const int pixels = std::clamp(static_cast<int>(side), 1, cut_out_side);
    return picture(photo, colours, pixels, pixels, [&](int x, int y) {
        return std::pair(static_cast<int>(std::floor(x0 + x * side / pixels)),
                         static_cast<int>(std::floor(y0 + y * side / pixels)));
    });
}

} // namespace temsao::bench
