#include "scan/ean13.h"

#include "scan/geometry.h"
#include "scan/laid_flat.h"
#include "scan/zxing.h"

#include <algorithm>
#include <numbers>

namespace temsao::scan {
namespace {

constexpr double around = 3;                      // symbol widths; GS1 wants both codes within 50 mm of each other
constexpr double most_pixels = 1.2e6;             // of all places together
constexpr double least_pixels_a_width = 50;       // under that no bar is seen
constexpr double clearly = 1.5;                   // times as far as the nearest symbol must the next one be
constexpr double most_slant = 15;                 // degrees
constexpr int lines_beside = 3, lines_alone = 10; // that must agree

// Of the sides' directions, how far from along or across.
double slant_degrees(const std::array<Point, 4>& corners) {
    const auto across = corners[1] - corners[0] + corners[2] - corners[3];
    return std::abs(std::remainder(std::atan2(across.y, across.x) * 180 / std::numbers::pi, 90));
}

double width_of(const Reading& reading) {
    return (length(reading.corners[1] - reading.corners[0]) + length(reading.corners[2] - reading.corners[3])) / 2;
}

// Is `of` clearly the nearest to this place of the photo?
bool is_nearest(Point place, const Reading& of, const std::vector<Reading>& all) {
    const double near = length(place - centre(of.corners));
    return std::none_of(all.begin(), all.end(), [&](const Reading& other) {
        const bool same = length(centre(other.corners) - centre(of.corners)) < width_of(of) / 2;
        return !same && length(place - centre(other.corners)) < clearly * near;
    });
}

} // namespace

std::optional<Ean13>
ean13_beside(const Photo& photo, const Reading& of, const std::vector<Reading>& all, std::size_t symbols) {
    const GreyView view{photo.grey.data(), photo.width, photo.height};
    const auto surface = Surface::fit(view, of);
    if (!surface) return {};
    const Area area{-around, -around, 1 + around, 1 + around};
    const auto flat =
        lay_flat(view, *surface, area, 1, most_pixels / static_cast<double>(std::max<std::size_t>(1, symbols)));
    if (flat.pixels_a_width < least_pixels_a_width) return {};
    std::optional<Ean13> found;
    for (const auto& seen : look_for_ean13(flat.picture.view(), lines_beside)) {
        if (slant_degrees(seen.corners) > most_slant) continue;
        Ean13 ean{seen.text, {}};
        for (std::size_t i = 0; i < 4; ++i) {
            const auto place = flat.place(seen.corners[i]);
            ean.corners[i] = surface->at(place.x, place.y);
        }
        if (!is_nearest(centre(ean.corners), of, all)) continue;
        if (found && found->text != ean.text) return {};
        found = std::move(ean);
    }
    return found;
}

std::vector<Reading> ean13_alone(const Photo& photo) {
    constexpr std::int64_t most_pixels_alone = 3'200'000;
    Grey smaller;
    GreyView view{photo.grey.data(), photo.width, photo.height};
    double scale = 1;
    for (; std::int64_t{view.width} * view.height > most_pixels_alone; scale *= 2) {
        smaller = half(view);
        view = smaller.view();
    }
    auto found = look_for_ean13(view, lines_alone);
    for (auto& reading : found)
        for (auto& corner : reading.corners)
            corner = corner * scale;
    return found;
}

} // namespace temsao::scan
