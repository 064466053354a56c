#include "photo/laid_flat.h"

#include "photo/geometry.h"
#include "photo/sample.h"

#include <algorithm>

namespace temsao::photo {
namespace {

// Pixels of the photo in a symbol width.
double scale_of(const Surface& surface) {
    return std::max(length(surface.at(1, 0.5) - surface.at(0, 0.5)), length(surface.at(0.5, 1) - surface.at(0.5, 0)));
}

bool is_in(const GreyView& photo, Point at) {
    return at.x >= 0 && at.y >= 0 && at.x < photo.width && at.y < photo.height;
}

} // namespace

LaidFlat lay_flat(const GreyView& photo, const Surface& surface, const Area& area, double finer, double most_pixels) {
    constexpr double least = 8; // pixels in a width, whatever the limit: an empty picture helps nobody
    const double across = area.right - area.left, down = area.bottom - area.top, own = scale_of(surface);
    const double wanted = std::clamp(own * finer, least, std::max(least, std::sqrt(most_pixels / (across * down))));
    LaidFlat flat{{static_cast<int>(across * wanted), static_cast<int>(down * wanted), {}}, area, wanted};
    auto& picture = flat.picture;
    picture.pixels.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height), 255);
    const int samples = std::clamp(static_cast<int>(std::lround(own / wanted)), 1, 4); // a side, in each pixel
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            double sum = 0;
            for (int i = 0; i < samples * samples; ++i) {
                const int row = i / samples, column = i % samples;
                const auto place = flat.place({x + (column + 0.5) / samples, y + (row + 0.5) / samples});
                const auto at = surface.at(place.x, place.y);
                sum += is_in(photo, at) ? between(photo, at.x, at.y) : 255;
            }
            picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) +
                           static_cast<std::size_t>(x)] = static_cast<std::uint8_t>(sum / (samples * samples));
        }
    return flat;
}

} // namespace temsao::photo
