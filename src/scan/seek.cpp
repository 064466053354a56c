#include "scan/seek.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double most_module = 5;                 // pixels; more are averaged away in the next smaller picture
constexpr double least_likeness = 0.62;           // of 1; in the midst of other modules chance stays under 0.5
constexpr std::int64_t a_grey = 5, a_glance = 40; // nanoseconds
constexpr int half_side = 4;                      // modules from the middle: the pattern and the light around it

// Dark is 1, light -1.
double meant(int x, int y) {
    const int ring = std::max(std::abs(x), std::abs(y));
    return ring == 2 || ring == 4 ? -1 : 1;
}

// How well the picture around a place agrees with a pattern: a correlation, which no change of light alters.
class Likeness {
public:
    Likeness(const photo::GreyView& image, const Finder& sides, Work& work)
        : image_(image),
          sides_(sides),
          sign_(sides.inverted ? 1 : -1),
          least_contrast_(0.2 * std::abs(sides.light - sides.dark)),
          work_(work) {}

    double at(photo::Point middle) const {
        if (!is_worth_it(middle)) return 0;
        work_.take(a_grey * (2 * half_side + 1) * (2 * half_side + 1));
        double sum = 0, squares = 0, product = 0, pattern = 0, count = 0;
        for (int y = -half_side; y <= half_side; ++y)
            for (int x = -half_side; x <= half_side; ++x) {
                const double grey = sign_ * grey_at(middle, x, y), wanted = meant(x, y);
                sum += grey;
                squares += grey * grey;
                product += grey * wanted;
                pattern += wanted;
                ++count;
            }
        const double spread = squares - sum * sum / count, of_pattern = count - pattern * pattern / count;
        return spread > 1 ? (product - sum * pattern / count) / std::sqrt(spread * of_pattern) : 0;
    }

private:
    double grey_at(photo::Point middle, double x, double y) const {
        return photo::grey_at(image_, middle + sides_.first * x + sides_.second * y);
    }

    // The middle is darker than the ring around it.
    bool is_worth_it(photo::Point middle) const {
        work_.take(a_glance);
        const double ring =
            (grey_at(middle, 2, 0) + grey_at(middle, -2, 0) + grey_at(middle, 0, 2) + grey_at(middle, 0, -2)) / 4;
        return sign_ * (grey_at(middle, 0, 0) - ring) > least_contrast_;
    }

    const photo::GreyView& image_;
    const Finder& sides_;
    double sign_, least_contrast_;
    Work& work_;
};

struct Place {
    photo::Point at;
    double likeness = 0;
};

struct Level {
    const photo::GreyView& image;
    double scale; // pixels of level 0 in one of this
};

Level level_for(const Pyramid& pyramid, const Finder& finder) {
    std::size_t level = 0;
    double scale = 1;
    for (; level + 1 < pyramid.size() && module_size(finder) / scale > most_module; ++level)
        scale *= 2;
    return {pyramid[level], scale};
}

// The best place from `from` to `to` along the first side and within `aside` of it along the second, in modules.
struct Span {
    double from, to, aside, step;
};

Place best_in(const Likeness& likeness, const Finder& sides, photo::Point middle, const Span& span) {
    Place best{middle};
    for (double along = span.from; along <= span.to; along += span.step)
        for (double aside = -span.aside; aside <= span.aside; aside += span.step) {
            const photo::Point at = middle + sides.first * along + sides.second * aside;
            const double here = likeness.at(at);
            if (here > best.likeness) best = {at, here};
        }
    return best;
}

constexpr double coarse = 0.6, fine = 0.15; // modules

std::optional<Finder> refined(const Likeness& likeness, const Finder& sides, const Place& rough, double scale) {
    if (rough.likeness < 0.8 * least_likeness) return {};
    const auto best = best_in(likeness, sides, rough.at, {-coarse / 2, coarse / 2 + 0.01, coarse / 2, fine});
    if (best.likeness < least_likeness) return {};
    Finder found = sides;
    found.middle = best.at;
    found.misfit = 0.5 * (1 - best.likeness);
    found.is_guess = true;
    return scaled(found, scale);
}

} // namespace

std::optional<Finder> seek_pattern(const Pyramid& pyramid, const Finder& expected, double reach, Work& work) {
    const auto [image, scale] = level_for(pyramid, expected);
    const Finder sides = scaled(expected, 1 / scale);
    const Likeness likeness(image, sides, work);
    if (work.left() < 0) return {};
    return refined(likeness, sides, best_in(likeness, sides, sides.middle, {-reach, reach, reach, coarse}), scale);
}

std::vector<Finder> seek_neighbours(const Pyramid& pyramid, const Finder& lone, Work& work) {
    constexpr double nearest = 13, farthest = 46, slant = 0.12; // modules: versions 1 to 9
    std::vector<Finder> found;
    const auto [image, scale] = level_for(pyramid, lone);
    for (int turn = 0; turn < 4 && work.left() > 0; ++turn) {
        Finder sides = scaled(lone, 1 / scale);
        if (turn % 2 == 1) std::swap(sides.first, sides.second);
        if (turn >= 2) sides.first = sides.first * -1;
        const Likeness likeness(image, sides, work);
        Place best{sides.middle};
        for (double far = nearest; far <= farthest; far += coarse) {
            const auto place = best_in(likeness, sides, sides.middle, {far, far, slant * far, coarse});
            if (place.likeness > best.likeness) best = place;
        }
        if (auto neighbour = refined(likeness, sides, best, scale)) found.push_back(*neighbour);
    }
    return found;
}

} // namespace temsao::scan
