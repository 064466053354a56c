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

// Where the flat picture's places lie in the photo: worked out at every eighth pixel, and between those on straight
// lines. No label bends so much that this would be off by more than a few hundredths of a pixel.
class Places {
public:
    Places(const LaidFlat& flat, const Surface& surface)
        : columns_(static_cast<std::size_t>(flat.picture.width / step + 2)),
          line_(columns_) {
        const auto rows = static_cast<std::size_t>(flat.picture.height / step + 2);
        for (std::size_t y = 0; y < rows; ++y)
            for (std::size_t x = 0; x < columns_; ++x) {
                const auto place = flat.place({static_cast<double>(x) * step, static_cast<double>(y) * step});
                knots_.push_back(surface.at(place.x, place.y));
            }
    }

    // The row of the next questions, in pixels of the flat picture.
    void go_to_row(double y) {
        const auto above = static_cast<std::size_t>(y / step);
        const double part = y / step - static_cast<double>(above);
        for (std::size_t x = 0; x < columns_; ++x)
            line_[x] = on_line(knots_[above * columns_ + x], knots_[(above + 1) * columns_ + x], part);
    }

    Point at(double x) const {
        const auto left = static_cast<std::size_t>(x / step);
        return on_line(line_[left], line_[left + 1], x / step - static_cast<double>(left));
    }

private:
    static constexpr int step = 8;

    static Point on_line(Point from, Point to, double part) { return from + (to - from) * part; }

    std::size_t columns_;
    std::vector<Point> knots_, line_;
};

} // namespace

LaidFlat lay_flat(const GreyView& photo, const Surface& surface, const Area& area, double finer, double most_pixels) {
    constexpr double least = 8; // pixels in a width, whatever the limit: an empty picture helps nobody
    const double across = area.right - area.left, down = area.bottom - area.top, own = scale_of(surface);
    const double wanted = std::clamp(own * finer, least, std::max(least, std::sqrt(most_pixels / (across * down))));
    LaidFlat flat{{static_cast<int>(across * wanted), static_cast<int>(down * wanted), {}}, area, wanted};
    auto& picture = flat.picture;
    picture.pixels.assign(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height), 255);
    const int samples = std::clamp(static_cast<int>(std::lround(own / wanted)), 1, 4); // a side, in each pixel
    Places places(flat, surface);
    std::vector<double> sums(static_cast<std::size_t>(picture.width));
    for (int y = 0; y < picture.height; ++y) {
        std::fill(sums.begin(), sums.end(), 0.0);
        for (int row = 0; row < samples; ++row) {
            places.go_to_row(y + (row + 0.5) / samples);
            for (int i = 0; i < picture.width * samples; ++i) {
                const auto at = places.at((i + 0.5) / samples);
                sums[static_cast<std::size_t>(i / samples)] += is_in(photo, at) ? between(photo, at.x, at.y) : 255;
            }
        }
        auto* pixels = &picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width)];
        for (std::size_t x = 0; x < sums.size(); ++x)
            pixels[x] = static_cast<std::uint8_t>(sums[x] / (samples * samples));
    }
    return flat;
}

} // namespace temsao::photo
