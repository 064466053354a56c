#pragma once
// Inside `stars` only: one row of stars, straightened from the photo and compared with pictures of a solid and of an
// outlined star, at every possible place and at several blurs. Pure; any thread.
#include "photo/surface.h"
#include "stars/badge.h"

namespace temsao::stars {

// A straightened part of a label, in darkness: 0 white, 255 black. The middle of pixel x, y is x + 0.5 pixels right of
// `left`, in widths of the symbol.
struct Straight {
    int width = 0, height = 0;
    double left = 0, top = 0;
    int pixels_a_width = 0;
    std::vector<float> pixels;

    Straight(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w * h)) {}

    float& at(int x, int y) { return pixels[static_cast<std::size_t>(y * width + x)]; }

    float at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }
};

struct Region { // in widths of the symbol
    double left = 0, top = 0, width = 0, height = 0;
};

Straight
straighten(const photo::GreyView& photo, const photo::Surface& surface, const Region& region, int pixels_a_width);

// How well a place matches each kind of star: -1..1.
struct Likeness {
    float solid = 0, outline = 0;

    float either() const { return std::max(solid, outline); }
};

// Pictures of one star at one size, in several blurs.
class StarPictures {
public:
    // `stretch_x`, `stretch_y`: as if the star had been drawn wider or higher.
    StarPictures(const BadgeShape& shape,
                 int pixels_a_width,
                 const std::vector<double>& blurs,
                 double stretch_x = 1,
                 double stretch_y = 1);

    std::size_t blurs() const { return by_blur_.size(); }

    int half() const { return half_; } // of the window that is compared, in pixels

    // For each blur. The window must lie within the picture.
    void compare(const Straight& picture, int x, int y, Likeness* by_blur) const;

    double alike(std::size_t blur) const { return by_blur_[blur].alike; }

private:
    using Disc = std::vector<float>; // the pixels of a round window, one after the other

    struct Pair {
        Disc solid, outline;
        double alike = 0; // correlation of the two
    };

    Disc disc(const Straight& picture, int x, int y) const;
    void level(Disc& disc) const; // removes the light's level and slope

    int half_;
    std::vector<std::pair<int, int>> window_; // places of a disc's pixels, from its centre
    std::array<Disc, 3> slopes_;              // level and slope of the light, an orthonormal basis
    std::vector<Pair> by_blur_;               // of length one, orthogonal to all slopes
};

// A row of a known shape, searched close to its place.
class StarRow {
public:
    explicit StarRow(const BadgeShape& shape);

    const BadgeShape& shape() const { return shape_; }

    const StarPictures& pictures() const { return pictures_; } // at row_pixels_a_width, in row_blurs

    struct Look {
        std::vector<Badge::Slot> slots;
        std::optional<int> stars; // as in Badge
        double confidence = 0;
        int stars_seen = 0; // slots with a probable star of either kind
        std::size_t blur = 0;
    };

    // The row, moved by `dx`, `dy` widths from its nominal place.
    Look look(const photo::GreyView& photo, const photo::Surface& surface, double dx = 0, double dy = 0) const;

private:
    BadgeShape shape_;
    StarPictures pictures_;
};

inline constexpr int row_pixels_a_width = 96;
inline constexpr std::array row_blurs = {0.6, 1.2, 2.0, 2.9}; // sigma in those pixels

} // namespace temsao::stars
