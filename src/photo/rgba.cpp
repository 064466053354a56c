#include "photo/rgba.h"

namespace temsao::photo {
namespace {

constexpr std::uint32_t opaque = 255;

std::uint8_t over_white(std::uint32_t colour, std::uint32_t opacity) {
    return static_cast<std::uint8_t>((colour * opacity + opaque * (opaque - opacity) + opaque / 2) / opaque);
}

} // namespace

Photo grey_of(const RgbaView& rgba) {
    constexpr std::uint32_t red = 19595, green = 38470, blue = 7471, half = 32768; // of 65536: 0.299, 0.587, 0.114
    Photo photo{rgba.width, rgba.height, {}};
    photo.grey.resize(static_cast<std::size_t>(rgba.width) * static_cast<std::size_t>(rgba.height));
    bool is_opaque = true;
    for (std::size_t i = 0; i < photo.grey.size(); ++i) {
        const auto* pixel = rgba.first + 4 * i;
        photo.grey[i] = static_cast<std::uint8_t>((red * pixel[0] + green * pixel[1] + blue * pixel[2] + half) >> 16);
        is_opaque &= pixel[3] == opaque;
    }
    for (std::size_t i = 0; !is_opaque && i < photo.grey.size(); ++i)
        photo.grey[i] = over_white(photo.grey[i], rgba.first[4 * i + 3]);
    return photo;
}

std::optional<Colours> colours_of(const RgbaView& rgba, const PixelBox& box) {
    Colours colours;
    if (!place_box(colours, box, rgba.width, rgba.height)) return {};
    for (int y = 0; y < colours.height; ++y)
        for (int x = 0; x < colours.width; ++x) {
            const auto at = static_cast<std::size_t>(colours.top + y) * static_cast<std::size_t>(rgba.width) +
                            static_cast<std::size_t>(colours.left + x);
            const auto* pixel = rgba.first + 4 * at;
            auto* to = colours.rgb.data() + 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(colours.width) +
                                                 static_cast<std::size_t>(x));
            for (int c = 0; c < 3; ++c)
                to[c] = over_white(pixel[c], pixel[3]);
        }
    return colours;
}

} // namespace temsao::photo
