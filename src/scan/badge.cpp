#include "scan/badge.h"

#include "base/check.h"
#include "scan/sample.h"
#include "scan/surface.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace temsao::scan {
namespace {

constexpr int pixels_a_width = 96;                 // of the straightened picture
constexpr double window_radius = 1.19;             // of a star's: what is looked at, its neighbours left out
constexpr std::array blurs = {0.6, 1.2, 2.0, 2.9}; // in those pixels
constexpr int row_shift = 4, star_shift = 2;       // how far the row, and then each star, may stand from its place

// A picture whose pixels are darkness, 0 white.
struct Plane {
    int width = 0, height = 0;
    std::vector<float> pixels;

    Plane(int w, int h) : width(w), height(h), pixels(static_cast<std::size_t>(w * h)) {}

    float& at(int x, int y) { return pixels[static_cast<std::size_t>(y * width + x)]; }

    float at(int x, int y) const { return pixels[static_cast<std::size_t>(y * width + x)]; }
};

// How far x, y lies from the outline of a star of `radius`, negative inside.
double star_distance(double x, double y, double radius, double inner) {
    // One of ten equal parts is enough: fold the rest onto it. The part's outline is the line from point to notch.
    constexpr double part = std::numbers::pi / 5;
    double angle = std::abs(std::remainder(std::atan2(x, -y), 2 * part));
    const double reach = std::hypot(x, y), px = reach * std::cos(angle), py = reach * std::sin(angle);
    const double nx = radius * inner * std::cos(part), ny = radius * inner * std::sin(part);
    const double along_x = nx - radius, along_y = ny, length = std::hypot(along_x, along_y);
    const double t = std::clamp(((px - radius) * along_x + py * along_y) / (length * length), 0.0, 1.0);
    const double away = std::hypot(px - radius - t * along_x, py - t * along_y);
    return (px - radius) * along_y - py * along_x > 0 ? away : -away;
}

float coverage(double distance) {
    return static_cast<float>(std::clamp(0.5 - distance, 0.0, 1.0));
}

Plane blurred(const Plane& sharp, double sigma) {
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> kernel;
    for (int i = -reach; i <= reach; ++i)
        kernel.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma))));
    const float sum = std::accumulate(kernel.begin(), kernel.end(), 0.0f);
    const auto pass = [&](const Plane& from, int step_x, int step_y) {
        Plane to(from.width, from.height);
        for (int y = 0; y < from.height; ++y)
            for (int x = 0; x < from.width; ++x)
                for (int i = -reach; i <= reach; ++i) {
                    const int px = x + i * step_x, py = y + i * step_y;
                    if (px >= 0 && py >= 0 && px < from.width && py < from.height)
                        to.at(x, y) += kernel[static_cast<std::size_t>(i + reach)] / sum * from.at(px, py);
                }
        return to;
    };
    return pass(pass(sharp, 1, 0), 0, 1);
}

// The pixels of a round window, one after the other.
using Disc = std::vector<float>;

// In eight sums, which the compiler may keep side by side.
float dot(const Disc& a, const Disc& b) {
    std::array<float, 8> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= a.size(); i += sums.size())
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += a[i + k] * b[i + k];
    for (; i < a.size(); ++i)
        sums[0] += a[i] * b[i];
    return std::accumulate(sums.begin(), sums.end(), 0.0f);
}

struct StarPicture {
    Disc solid, outline;
    double alike = 0; // how well the one goes with the other
};

} // namespace

struct StarCounter::Pictures {
    BadgeShape shape;
    int half;                                // of the window, in pixels
    std::vector<std::pair<int, int>> window; // places of a disc's pixels, from its centre
    std::array<Disc, 3> slopes;              // level and slope of the light, of length one and square to each other
    std::vector<StarPicture> by_blur;        // of length one, square to all slopes

    explicit Pictures(const BadgeShape& badge);
    Disc disc(const Plane& plane, int x, int y) const;
    void level(Disc& disc) const; // takes the light's level and slope away
    Badge look(const GreyView& photo, const Surface& surface) const;
};

StarCounter::Pictures::Pictures(const BadgeShape& badge) : shape(badge) {
    const double radius = shape.radius * pixels_a_width, line = shape.outline * pixels_a_width;
    const double reach = radius * window_radius;
    half = static_cast<int>(reach);
    for (int y = -half; y <= half; ++y)
        for (int x = -half; x <= half; ++x)
            if (x * x + y * y <= reach * reach) window.emplace_back(x, y);

    for (auto& slope : slopes)
        slope.resize(window.size());
    const float length = std::sqrt(static_cast<float>(window.size()));
    float squares = 0;
    for (const auto& [x, y] : window)
        squares += static_cast<float>(x * x);
    for (std::size_t i = 0; i < window.size(); ++i) {
        slopes[0][i] = 1 / length;
        slopes[1][i] = static_cast<float>(window[i].first) / std::sqrt(squares);
        slopes[2][i] = static_cast<float>(window[i].second) / std::sqrt(squares);
    }

    const int side = 2 * half + 25, middle = side / 2; // with room for the blur
    Plane solid(side, side), outline(side, side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            solid.at(x, y) = coverage(star_distance(x - middle, y - middle, radius, shape.inner));
            const double from_line = star_distance(x - middle, y - middle, radius - line, shape.inner);
            outline.at(x, y) = coverage(from_line - line / 2) - coverage(from_line + line / 2);
        }
    for (const double blur : blurs) {
        StarPicture picture{
            disc(blurred(solid, blur), middle, middle), disc(blurred(outline, blur), middle, middle), 0};
        for (auto* star : {&picture.solid, &picture.outline}) {
            level(*star);
            const float size = std::sqrt(dot(*star, *star));
            for (auto& pixel : *star)
                pixel /= size;
        }
        picture.alike = dot(picture.solid, picture.outline);
        by_blur.push_back(std::move(picture));
    }
}

Disc StarCounter::Pictures::disc(const Plane& plane, int x, int y) const {
    Disc pixels(window.size());
    for (std::size_t i = 0; i < window.size(); ++i)
        pixels[i] = plane.at(x + window[i].first, y + window[i].second);
    return pixels;
}

void StarCounter::Pictures::level(Disc& pixels) const {
    for (const auto& slope : slopes) {
        const float much = dot(pixels, slope);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] -= much * slope[i];
    }
}

namespace {

// The badge's row of stars, straightened; the place x, y (in widths) of its pixel 0, 0.
struct Row {
    Plane picture;
    double x, y;
};

Row straighten(const GreyView& photo, const Surface& surface, double left, double top, double width, double height) {
    Row row{Plane(static_cast<int>(width * pixels_a_width), static_cast<int>(height * pixels_a_width)), left, top};
    const auto a = surface.at(left + width / 2, top + height / 2),
               b = surface.at(left + width / 2 + 0.1, top + height / 2),
               c = surface.at(left + width / 2, top + height / 2 + 0.1);
    const double photo_pixels = std::max(std::hypot(b.x - a.x, b.y - a.y), std::hypot(c.x - a.x, c.y - a.y)) * 10;
    const int taps = std::clamp(static_cast<int>(photo_pixels / pixels_a_width + 0.5), 1, 4);
    for (int y = 0; y < row.picture.height; ++y)
        for (int x = 0; x < row.picture.width; ++x) {
            double sum = 0;
            for (int j = 0; j < taps; ++j)
                for (int i = 0; i < taps; ++i) {
                    const auto at = surface.at(left + (x + (i + 0.5) / taps) / pixels_a_width,
                                               top + (y + (j + 0.5) / taps) / pixels_a_width);
                    sum += between(photo, at.x, at.y);
                }
            row.picture.at(x, y) = static_cast<float>(255 - sum / (taps * taps));
        }
    return row;
}

} // namespace

namespace {

constexpr int reach = row_shift + star_shift, places = 2 * reach + 1;

// How well every place of every star goes with both pictures, at each blur.
class Matches {
public:
    explicit Matches(int stars) : solid_(index(stars, 0, -reach, -reach)), outline_(solid_.size()) {}

    float& solid(int star, std::size_t blur, int dx, int dy) { return solid_[index(star, blur, dx, dy)]; }

    float& outline(int star, std::size_t blur, int dx, int dy) { return outline_[index(star, blur, dx, dy)]; }

    float either(int star, std::size_t blur, int dx, int dy) const {
        return std::max(solid_[index(star, blur, dx, dy)], outline_[index(star, blur, dx, dy)]);
    }

private:
    static std::size_t index(int star, std::size_t blur, int dx, int dy) {
        const auto row = (static_cast<std::size_t>(star) * blurs.size() + blur) * places;
        return (row + static_cast<std::size_t>(dy + reach)) * places + static_cast<std::size_t>(dx + reach);
    }

    std::vector<float> solid_, outline_;
};

// Where the row as a whole stands, away from its place, and how blurred it is.
struct RowPlace {
    std::size_t blur = 0;
    int dx = 0, dy = 0;
};

RowPlace place_of(const Matches& matches, int stars) {
    RowPlace best;
    float best_sum = -10;
    for (std::size_t blur = 0; blur < blurs.size(); ++blur)
        for (int dy = -row_shift; dy <= row_shift; ++dy)
            for (int dx = -row_shift; dx <= row_shift; ++dx) {
                float sum = 0;
                for (int star = 0; star < stars; ++star)
                    sum += matches.either(star, blur, dx, dy);
                if (sum > best_sum) {
                    best_sum = sum;
                    best = {blur, dx, dy};
                }
            }
    return best;
}

// The star itself may stand a little off the row: a bent label, or a pasted star. Where it stands best, a solid and an
// outlined star are mixed until they look like it: a pasted star with the old line around it is both.
Badge::Slot slot_of(Matches& matches, int star, const RowPlace& row, double alike) {
    Badge::Slot best{-1, 0, 0, 0};
    for (int dy = row.dy - star_shift; dy <= row.dy + star_shift; ++dy)
        for (int dx = row.dx - star_shift; dx <= row.dx + star_shift; ++dx) {
            const double solid = matches.solid(star, row.blur, dx, dy),
                         outline = matches.outline(star, row.blur, dx, dy);
            const double ink = (solid - alike * outline) / (1 - alike * alike);
            const double line = (outline - alike * solid) / (1 - alike * alike);
            // Neither is taken away from the paper.
            const double seen = ink < 0 ? outline : line < 0 ? solid : std::sqrt(ink * solid + line * outline);
            if (seen > best.seen)
                best = {seen,
                        line < 0 ? solid : ink,
                        static_cast<double>(dx) / pixels_a_width,
                        static_cast<double>(dy) / pixels_a_width};
        }
    return best;
}

double logistic(double value, double middle, double width) {
    return 1 / (1 + std::exp((middle - value) / width));
}

// The solid stars come first, so the last of them and the first outlined one decide; a star under glare may stay
// unread where its neighbours tell. Middles and widths of the curves were chosen on made photos so that nothing wrong
// comes over `least_confidence` (CHANGELOG.md has the figures).
void judge_row(Badge& badge) {
    const std::size_t stars = badge.slots.size();
    std::vector<double> solid, outline; // how surely a place holds that kind of star
    std::size_t readable = 0;
    for (const auto& slot : badge.slots) {
        const double is_star = logistic(slot.seen, 0.62, 0.03);
        solid.push_back(is_star * logistic(slot.ink, 0.25, 0.03));
        outline.push_back(is_star * logistic(-slot.ink, -0.25, 0.03));
        readable += is_star > least_confidence;
    }
    if (readable * 2 <= stars) return;
    for (std::size_t n = 0; n <= stars; ++n) {
        double sure = std::min(n > 0 ? solid[n - 1] : 1, n < stars ? outline[n] : 1);
        for (std::size_t star = 0; star < stars; ++star)
            sure = std::min(sure, 1 - (star < n ? outline : solid)[star]);
        if (sure <= badge.confidence) continue;
        badge.confidence = sure;
        if (sure > least_confidence) badge.stars = static_cast<int>(n);
    }
}

} // namespace

// Straighten, compare every place with every picture, find the row, then each star, then count.
Badge StarCounter::Pictures::look(const GreyView& photo, const Surface& surface) const {
    const double margin = static_cast<double>(half + reach + 2) / pixels_a_width;
    const double span = shape.pitch * (shape.stars - 1);
    const auto row =
        straighten(photo, surface, shape.first_x - margin, shape.y - margin, span + 2 * margin, 2 * margin);
    Matches matches(shape.stars);
    for (int star = 0; star < shape.stars; ++star) {
        const double centre_x = (shape.first_x + star * shape.pitch - row.x) * pixels_a_width;
        const int x = static_cast<int>(centre_x), y = static_cast<int>((shape.y - row.y) * pixels_a_width);
        for (int dy = -reach; dy <= reach; ++dy)
            for (int dx = -reach; dx <= reach; ++dx) {
                const auto seen = disc(row.picture, x + dx, y + dy);
                float square = dot(seen, seen) + 1; // less what is light's level and slope; the pictures have none
                for (const auto& slope : slopes)
                    square -= std::pow(dot(seen, slope), 2.0f);
                const float size = std::sqrt(std::max(square, 1.0f));
                for (std::size_t blur = 0; blur < blurs.size(); ++blur) {
                    matches.solid(star, blur, dx, dy) = dot(seen, by_blur[blur].solid) / size;
                    matches.outline(star, blur, dx, dy) = dot(seen, by_blur[blur].outline) / size;
                }
            }
    }
    Badge badge;
    const auto place = place_of(matches, shape.stars);
    for (int star = 0; star < shape.stars; ++star)
        badge.slots.push_back(slot_of(matches, star, place, by_blur[place.blur].alike));
    judge_row(badge);
    const double left = shape.first_x - shape.radius, right = shape.first_x + span + shape.radius;
    const double top = shape.y - shape.radius, bottom = shape.y + shape.radius;
    badge.corners = {
        surface.at(left, top), surface.at(right, top), surface.at(right, bottom), surface.at(left, bottom)};
    return badge;
}

StarCounter::StarCounter(const BadgeShape& shape) : pictures_(std::make_unique<const Pictures>(shape)) {
    ENSURE(shape.stars >= 2 && shape.stars <= 8 && shape.radius > 0.02 && shape.radius < 0.5);
}

StarCounter::~StarCounter() = default;
StarCounter::StarCounter(StarCounter&&) noexcept = default;

std::optional<Badge> StarCounter::count(const Photo& photo, const Reading& reading) const {
    if (reading.inverted || reading.mirrored) return {};
    const GreyView grey{photo.grey.data(), photo.width, photo.height};
    const auto surface = Surface::fit(grey, reading);
    if (!surface) return {};
    return pictures_->look(grey, *surface);
}

} // namespace temsao::scan
