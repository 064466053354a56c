#include "scan/ean13.h"

#include "photo/geometry.h"
#include "photo/laid_flat.h"
#include "scan/zxing.h"

#include <algorithm>
#include <numbers>

namespace temsao::scan {
namespace {

constexpr double search_widths = 3;               // symbol widths; GS1 wants both codes within 50 mm of each other
constexpr double most_bar_pixels = 1.2e6;         // of all places together
constexpr double least_pixels_a_width = 50;       // under that no bar is seen
constexpr double clearly = 1.5;                   // times as far as the nearest symbol must the next one be
constexpr double most_slant = 15;                 // degrees
constexpr int lines_beside = 3, lines_alone = 10; // that must agree

// Of the sides' directions, how far from along or across.
double slant_degrees(const std::array<photo::Point, 4>& corners) {
    const auto across = corners[1] - corners[0] + corners[2] - corners[3];
    return std::abs(std::remainder(std::atan2(across.y, across.x) * 180 / std::numbers::pi, 90));
}

double width_of(const photo::Reading& reading) {
    return (photo::length(reading.corners[1] - reading.corners[0]) +
            photo::length(reading.corners[2] - reading.corners[3])) /
           2;
}

// Is `of` clearly the nearest to this place of the photo?
bool is_nearest(photo::Point place, const photo::Reading& of, const std::vector<photo::Reading>& all) {
    const double near = photo::length(place - photo::centre(of.corners));
    return std::none_of(all.begin(), all.end(), [&](const photo::Reading& other) {
        const bool same = photo::length(photo::centre(other.corners) - photo::centre(of.corners)) < width_of(of) / 2;
        return !same && photo::length(place - photo::centre(other.corners)) < clearly * near;
    });
}

// Where around the symbol there are bars, in widths of the symbol. Its corners are taken as a parallelogram, which is
// true enough with a margin.
std::optional<photo::Area> area_of_bars(const photo::Reading& of, const BarPlaces& bars) {
    constexpr double margin = 1; // widths
    const auto& corners = of.corners;
    const auto right = (corners[1] - corners[0] + corners[2] - corners[3]) * 0.5,
               down = (corners[3] - corners[0] + corners[2] - corners[1]) * 0.5;
    const auto middle = photo::centre(corners);
    const double size = photo::cross(right, down);
    const double reach = (search_widths + 1) * std::sqrt(2) * std::max(photo::length(right), photo::length(down));
    if (std::abs(size) < 1) return {};
    photo::Area area{1e9, 1e9, -1e9, -1e9};
    for (const auto& place : bars.within(middle, reach)) {
        const auto from = place - middle;
        const double x = photo::cross(from, down) / size + 0.5, y = photo::cross(right, from) / size + 0.5;
        area = {std::min(area.left, x), std::min(area.top, y), std::max(area.right, x), std::max(area.bottom, y)};
    }
    area = {std::max(-search_widths, area.left - margin),
            std::max(-search_widths, area.top - margin),
            std::min(1 + search_widths, area.right + margin),
            std::min(1 + search_widths, area.bottom + margin)};
    if (area.left >= area.right || area.top >= area.bottom) return {};
    return area;
}

} // namespace

std::optional<photo::Ean13> ean13_beside(const photo::Photo& photo,
                                         const photo::Reading& of,
                                         const std::vector<photo::Reading>& all,
                                         const BarPlaces& bars,
                                         std::size_t symbols) {
    const photo::GreyView view{photo.grey.data(), photo.width, photo.height};
    const auto area = area_of_bars(of, bars);
    if (!area) return {};
    const auto surface = photo::Surface::fit(view, of);
    if (!surface) return {};
    const auto flat = photo::lay_flat(
        view, *surface, *area, 1, most_bar_pixels / static_cast<double>(std::max<std::size_t>(1, symbols)));
    if (flat.pixels_a_width < least_pixels_a_width) return {};
    std::optional<photo::Ean13> found;
    for (const auto& seen : look_for_ean13(flat.picture.view(), lines_beside)) {
        if (slant_degrees(seen.corners) > most_slant) continue;
        photo::Ean13 ean{seen.text, {}};
        for (std::size_t i = 0; i < 4; ++i) {
            const auto place = flat.place(seen.corners[i]);
            ean.corners[i] = surface->at(place.x, place.y);
        }
        if (!is_nearest(photo::centre(ean.corners), of, all)) continue;
        if (found && found->text != ean.text) return {};
        found = std::move(ean);
    }
    return found;
}

std::vector<photo::Reading> ean13_alone(const photo::Photo& photo) {
    constexpr std::int64_t most_pixels_alone = 3'200'000;
    photo::Grey smaller;
    photo::GreyView view{photo.grey.data(), photo.width, photo.height};
    double scale = 1;
    for (; std::int64_t{view.width} * view.height > most_pixels_alone; scale *= 2) {
        smaller = photo::half(view);
        view = smaller.view();
    }
    auto found = look_for_ean13(view, lines_alone);
    for (auto& reading : found)
        for (auto& corner : reading.corners)
            corner = corner * scale;
    return found;
}

} // namespace temsao::scan
