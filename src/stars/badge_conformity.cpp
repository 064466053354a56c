#include "stars/badge_conformity.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace temsao::stars {
namespace {

constexpr int along_pixels = 48; // a symbol width, for finding stars along the row

constexpr double clearly_seen = 0.7;

// How far the stars that were seen stand from their places: the one in the middle.
std::pair<double, double> middle_offset(const Badge& badge) {
    std::vector<double> x, y;
    for (const auto& slot : badge.slots)
        if (slot.seen > clearly_seen) {
            x.push_back(slot.x);
            y.push_back(slot.y);
        }
    if (x.empty()) return {0, 0};
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    return {x[x.size() / 2], y[y.size() / 2]};
}

} // namespace

BadgeConformity::BadgeConformity(const StarRow& as_drawn) : shape_(as_drawn.shape()), true_size_(as_drawn.pictures()) {
    for (const double blur : row_blurs)
        by_blur_.emplace_back(
            shape_, along_pixels, std::vector<double>{blur * along_pixels / row_pixels_a_width + 0.2});
    const std::vector<double> blurs(row_blurs.begin(), row_blurs.end());
    for (const auto& [x, y] : {std::pair{1.25, 1.0}, {1.0, 1.25}, {0.8, 0.8}, {1.25, 1.25}})
        other_size_.emplace_back(shape_, row_pixels_a_width, blurs, x, y);
}

// A star that stands where none is drawn: beside the row, off its line, or between two places. The row as a whole may
// be a little off its own place, as on a jar that lies.
bool BadgeConformity::has_stray_star(const Badge& badge,
                                     const photo::GreyView& photo,
                                     const photo::Surface& surface,
                                     std::size_t blur) const {
    constexpr double far = 0.12;  // above and below the row: no further, there stands text
    constexpr double off = 0.045; // from a place; a bent label that was read well is off by 0.02 at most
    constexpr double least = 0.8; // text reaches 0.76
    // A star moved towards its neighbours is less like a star, for they reach into its picture; but its place is empty.
    constexpr double empty = 0.5, least_by_empty = 0.45;
    const auto seen = std::count_if(
        badge.slots.begin(), badge.slots.end(), [](const Badge::Slot& slot) { return slot.seen > clearly_seen; });
    const bool is_a_row = 2 * seen > shape_.stars;
    const double border = far + 1.3 * shape_.radius;
    const auto [row_x, row_y] = middle_offset(badge);
    const auto stars = find_stars(
        photo, surface, {-0.4, shape_.y - border, 1.8, 2 * border}, by_blur_[blur], along_pixels, least_by_empty);
    return std::any_of(stars.begin(), stars.end(), [&, dx = row_x, dy = row_y](const StarPlace& star) {
        const double x = star.x - shape_.first_x - dx, y = star.y - shape_.y - dy;
        const double slot = std::clamp(std::round(x / shape_.pitch), 0.0, shape_.stars - 1.0);
        const double away = std::hypot(x - slot * shape_.pitch, y);
        const bool is_missed =
            is_a_row && badge.slots[static_cast<std::size_t>(slot)].seen < empty && away < 1.3 * shape_.radius;
        return star.likeness.solid >= (is_missed ? least_by_empty : least) && std::abs(y) <= far && away > off;
    });
}

// Stars that go clearly better with a picture of another size or of another proportion.
bool BadgeConformity::has_other_size(const Badge& badge,
                                     const photo::GreyView& photo,
                                     const photo::Surface& surface) const {
    constexpr double clearly = 0.02, margin = 0.2;
    const auto picture =
        straighten(photo, surface, {-margin, shape_.y - margin, 1 + 2 * margin, 2 * margin}, row_pixels_a_width);
    const auto likeness = [&](const StarPictures& pictures) {
        double sum = 0;
        for (std::size_t star = 0; star < badge.slots.size(); ++star) {
            const auto& slot = badge.slots[star];
            if (slot.ink < 0.5 || slot.seen < clearly_seen) continue;
            const double x = shape_.first_x + static_cast<double>(star) * shape_.pitch + slot.x, y = shape_.y + slot.y;
            std::array<Likeness, row_blurs.size()> by_blur;
            pictures.compare(picture,
                             static_cast<int>((x - picture.left) * row_pixels_a_width),
                             static_cast<int>((y - picture.top) * row_pixels_a_width),
                             by_blur.data());
            float best = 0;
            for (const auto& one : by_blur)
                best = std::max(best, one.solid);
            sum += static_cast<double>(best) / static_cast<double>(badge.slots.size());
        }
        return sum;
    };
    const double as_drawn = likeness(true_size_);
    return std::any_of(other_size_.begin(), other_size_.end(), [&](const StarPictures& other) {
        return likeness(other) > as_drawn + clearly;
    });
}

void BadgeConformity::check(Badge& badge,
                            const photo::GreyView& photo,
                            const photo::Surface& surface,
                            const photo::Reading& reading,
                            std::size_t blur,
                            const photo::ColourSource& colours) const {
    badge.is_odd_form = has_stray_star(badge, photo, surface, blur) || has_other_size(badge, photo, surface);
    if (!colours || !badge.stars) return;
    const int modules = 17 + 4 * reading.version;
    const auto ink = star_ink(badge, shape_, surface, modules, colours);
    badge.is_odd_colour = ink && !is_gold_or_grey(*ink);
}

namespace {

using Rgb = std::array<double, 3>;

// The mean around a place, `apart` being the way from sample to sample.
Rgb mean_at(const photo::Colours& colours, const photo::Surface& surface, double x, double y, double apart) {
    Rgb sum{};
    for (int j = -1; j <= 1; ++j)
        for (int i = -1; i <= 1; ++i) {
            const auto here = colours.at(surface.at(x + i * apart, y + j * apart));
            for (std::size_t c = 0; c < 3; ++c)
                sum[c] += here[c] / 9;
        }
    return sum;
}

photo::PixelBox box_around(const photo::Surface& surface, double left, double top, double right, double bottom) {
    photo::PixelBox box{1 << 30, 1 << 30, 0, 0};
    for (int i = 0; i <= 8; ++i)
        for (const double y : {top, bottom}) {
            const auto at = surface.at(left + (right - left) * i / 8, y);
            const auto pixel = [](double value) { return static_cast<int>(std::min(std::max(value, 0.0), 1e5)); };
            box.left = std::min(box.left, pixel(at.x) - 2);
            box.right = std::max(box.right, pixel(at.x) + 2);
            box.top = std::min(box.top, pixel(at.y) - 2);
            box.bottom = std::max(box.bottom, pixel(at.y) + 2);
        }
    return box;
}

} // namespace

std::optional<Rgb> star_ink(const Badge& badge,
                            const BadgeShape& shape,
                            const photo::Surface& surface,
                            int modules,
                            const photo::ColourSource& source) {
    const double module = 1.0 / modules, finder = 3.5 * module;
    const auto a = surface.at(0.5, shape.y), b = surface.at(0.5 + shape.radius, shape.y);
    constexpr double radius_needed = 8; // in pixels of the part
    const int shrink = static_cast<int>(std::hypot(b.x - a.x, b.y - a.y) / radius_needed);
    const auto colours = source(box_around(surface, 0, shape.y - 1.2 * shape.radius, 1, 2 * finder), shrink);
    if (!colours) return {};
    const auto left = mean_at(*colours, surface, finder, finder, 0.7 * module);
    const auto right = mean_at(*colours, surface, 1 - finder, finder, 0.7 * module);
    Rgb share{};
    int counted = 0;
    for (std::size_t star = 0; star < badge.slots.size(); ++star) {
        const auto& slot = badge.slots[star];
        if (static_cast<int>(star) >= badge.stars.value_or(0) || slot.seen < 0.8) continue;
        const double x = shape.first_x + static_cast<double>(star) * shape.pitch + slot.x, y = shape.y + slot.y;
        const auto ink = mean_at(*colours, surface, x, y, 0.22 * shape.radius);
        Rgb paper{};
        for (int notch = 0; notch < 5; ++notch) { // between the points
            const double angle = (36 + 72 * notch) * std::numbers::pi / 180;
            const auto here = colours->at(
                surface.at(x + 0.9 * shape.radius * std::sin(angle), y - 0.9 * shape.radius * std::cos(angle)));
            for (std::size_t c = 0; c < 3; ++c)
                paper[c] += here[c] / 5;
        }
        bool is_clear = true;
        Rgb here{};
        for (std::size_t c = 0; c < 3; ++c) {
            const double dark = left[c] + (right[c] - left[c]) * x;
            is_clear = is_clear && paper[c] - dark > 40;
            here[c] = (ink[c] - dark) / (paper[c] - dark);
        }
        if (!is_clear) continue;
        ++counted;
        for (std::size_t c = 0; c < 3; ++c)
            share[c] += here[c];
    }
    if (counted < 2) return {};
    for (auto& part : share)
        part /= counted;
    return share;
}

// Gold as printed has a hue of 39 degrees, cut from foil or paper 25 to 55. Red begins under 10, green over 90.
bool is_gold_or_grey(const Rgb& ink) {
    constexpr double grey_chroma = 0.4, least_hue = 16, most_hue = 80;
    const auto [r, g, b] = ink;
    const double most = std::max({r, g, b}), chroma = most - std::min({r, g, b});
    if (chroma < grey_chroma) return true;
    const double hue = most == r ? 60 * (g - b) / chroma : most == g ? 120 + 60 * (b - r) / chroma : 240;
    return hue >= least_hue && hue <= most_hue;
}

} // namespace temsao::stars
