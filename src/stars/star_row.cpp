#include "stars/star_row.h"

#include "photo/sample.h"

#include <cmath>
#include <numbers>
#include <numeric>

namespace temsao::stars {
namespace {

constexpr double window_radius = 1.19;       // of a star's: what is looked at, its neighbours left out
constexpr int row_shift = 4, star_shift = 2; // how far the row, and then each star, may stand from its place
constexpr int reach = row_shift + star_shift, places = 2 * reach + 1;

// How far x, y lies from the outline of a star of `radius`, negative inside.
double star_distance(double x, double y, double radius, double inner) {
    // One of ten equal parts is enough: fold the rest onto it. The part's outline is the line from point to notch.
    constexpr double part = std::numbers::pi / 5;
    const double angle = std::abs(std::remainder(std::atan2(x, -y), 2 * part));
    const double away = std::hypot(x, y), px = away * std::cos(angle), py = away * std::sin(angle);
    const double nx = radius * inner * std::cos(part), ny = radius * inner * std::sin(part);
    const double along_x = nx - radius, along_y = ny, length = std::hypot(along_x, along_y);
    const double t = std::clamp(((px - radius) * along_x + py * along_y) / (length * length), 0.0, 1.0);
    const double distance = std::hypot(px - radius - t * along_x, py - t * along_y);
    return (px - radius) * along_y - py * along_x > 0 ? distance : -distance;
}

float coverage(double distance) {
    return static_cast<float>(std::clamp(0.5 - distance, 0.0, 1.0));
}

Straight blurred(const Straight& sharp, double sigma) {
    const int far = static_cast<int>(std::ceil(3 * sigma));
    std::vector<float> kernel;
    for (int i = -far; i <= far; ++i)
        kernel.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma))));
    const float sum = std::accumulate(kernel.begin(), kernel.end(), 0.0f);
    const auto pass = [&](const Straight& from, int step_x, int step_y) {
        Straight to(from.width, from.height);
        for (int y = 0; y < from.height; ++y)
            for (int x = 0; x < from.width; ++x)
                for (int i = -far; i <= far; ++i) {
                    const int px = x + i * step_x, py = y + i * step_y;
                    if (px >= 0 && py >= 0 && px < from.width && py < from.height)
                        to.at(x, y) += kernel[static_cast<std::size_t>(i + far)] / sum * from.at(px, py);
                }
        return to;
    };
    return pass(pass(sharp, 1, 0), 0, 1);
}

// In eight sums, which the compiler may keep side by side.
float dot(const std::vector<float>& a, const std::vector<float>& b) {
    std::array<float, 8> sums{};
    std::size_t i = 0;
    for (; i + sums.size() <= a.size(); i += sums.size())
        for (std::size_t k = 0; k < sums.size(); ++k)
            sums[k] += a[i + k] * b[i + k];
    for (; i < a.size(); ++i)
        sums[0] += a[i] * b[i];
    return std::accumulate(sums.begin(), sums.end(), 0.0f);
}

} // namespace

Straight
straighten(const photo::GreyView& photo, const photo::Surface& surface, const Region& region, int pixels_a_width) {
    Straight straight(static_cast<int>(region.width * pixels_a_width),
                      static_cast<int>(region.height * pixels_a_width));
    straight.left = region.left;
    straight.top = region.top;
    straight.pixels_a_width = pixels_a_width;
    const double mid_x = region.left + region.width / 2, mid_y = region.top + region.height / 2;
    const auto a = surface.at(mid_x, mid_y), b = surface.at(mid_x + 0.1, mid_y), c = surface.at(mid_x, mid_y + 0.1);
    const double photo_pixels = std::max(std::hypot(b.x - a.x, b.y - a.y), std::hypot(c.x - a.x, c.y - a.y)) * 10;
    const int taps = std::clamp(static_cast<int>(photo_pixels / pixels_a_width + 0.5), 1, 4);
    for (int y = 0; y < straight.height; ++y)
        for (int x = 0; x < straight.width; ++x) {
            double sum = 0;
            for (int j = 0; j < taps; ++j)
                for (int i = 0; i < taps; ++i) {
                    const auto at = surface.at(region.left + (x + (i + 0.5) / taps) / pixels_a_width,
                                               region.top + (y + (j + 0.5) / taps) / pixels_a_width);
                    sum += photo::between(photo, at.x, at.y);
                }
            straight.at(x, y) = static_cast<float>(255 - sum / (taps * taps));
        }
    return straight;
}

StarPictures::StarPictures(
    const BadgeShape& shape, int pixels_a_width, const std::vector<double>& blurs, double stretch_x, double stretch_y) {
    const double radius = shape.radius * pixels_a_width, line = shape.outline * pixels_a_width;
    const double far = radius * window_radius;
    half_ = static_cast<int>(far);
    for (int y = -half_; y <= half_; ++y)
        for (int x = -half_; x <= half_; ++x)
            if (x * x + y * y <= far * far) window_.emplace_back(x, y);

    for (auto& slope : slopes_)
        slope.resize(window_.size());
    const float length = std::sqrt(static_cast<float>(window_.size()));
    float squares = 0;
    for (const auto& [x, y] : window_)
        squares += static_cast<float>(x * x);
    for (std::size_t i = 0; i < window_.size(); ++i) {
        slopes_[0][i] = 1 / length;
        slopes_[1][i] = static_cast<float>(window_[i].first) / std::sqrt(squares);
        slopes_[2][i] = static_cast<float>(window_[i].second) / std::sqrt(squares);
    }

    const int side = 2 * half_ + 25, middle = side / 2; // with room for the blur
    Straight solid(side, side), outline(side, side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double px = (x - middle) / stretch_x, py = (y - middle) / stretch_y;
            solid.at(x, y) = coverage(star_distance(px, py, radius, shape.inner));
            const double from_line = star_distance(px, py, radius - line, shape.inner);
            outline.at(x, y) = coverage(from_line - line / 2) - coverage(from_line + line / 2);
        }
    for (const double blur : blurs) {
        Pair pair{disc(blurred(solid, blur), middle, middle), disc(blurred(outline, blur), middle, middle), 0};
        for (auto* star : {&pair.solid, &pair.outline}) {
            level(*star);
            const float size = std::sqrt(dot(*star, *star));
            for (auto& pixel : *star)
                pixel /= size;
        }
        pair.alike = dot(pair.solid, pair.outline);
        by_blur_.push_back(std::move(pair));
    }
}

StarPictures::Disc StarPictures::disc(const Straight& picture, int x, int y) const {
    Disc pixels(window_.size());
    for (std::size_t i = 0; i < window_.size(); ++i)
        pixels[i] = picture.at(x + window_[i].first, y + window_[i].second);
    return pixels;
}

void StarPictures::level(Disc& pixels) const {
    for (const auto& slope : slopes_) {
        const float much = dot(pixels, slope);
        for (std::size_t i = 0; i < pixels.size(); ++i)
            pixels[i] -= much * slope[i];
    }
}

void StarPictures::compare(const Straight& picture, int x, int y, Likeness* by_blur) const {
    const auto seen = disc(picture, x, y);
    float square = dot(seen, seen) + 1; // less what is light's level and slope; the pictures have none
    for (const auto& slope : slopes_)
        square -= std::pow(dot(seen, slope), 2.0f);
    const float size = std::sqrt(std::max(square, 1.0f));
    for (std::size_t blur = 0; blur < by_blur_.size(); ++blur)
        by_blur[blur] = {dot(seen, by_blur_[blur].solid) / size, dot(seen, by_blur_[blur].outline) / size};
}

namespace {

// How well every place of every star goes with both pictures, at each blur.
class Matches {
public:
    explicit Matches(int stars) : likeness_(static_cast<std::size_t>(stars * places * places) * row_blurs.size()) {}

    Likeness* at(int star, int dx, int dy) {
        return &likeness_[static_cast<std::size_t>((star * places + dy + reach) * places + dx + reach) *
                          row_blurs.size()];
    }

    const Likeness* at(int star, int dx, int dy) const { return const_cast<Matches*>(this)->at(star, dx, dy); }

private:
    std::vector<Likeness> likeness_;
};

// Where the row as a whole stands, away from its place, and how blurred it is.
struct BestRow {
    std::size_t blur = 0;
    int dx = 0, dy = 0;
};

BestRow place_of(const Matches& matches, int stars) {
    BestRow best;
    float best_sum = -10;
    for (std::size_t blur = 0; blur < row_blurs.size(); ++blur)
        for (int dy = -row_shift; dy <= row_shift; ++dy)
            for (int dx = -row_shift; dx <= row_shift; ++dx) {
                float sum = 0;
                for (int star = 0; star < stars; ++star)
                    sum += matches.at(star, dx, dy)[blur].either();
                if (sum > best_sum) {
                    best_sum = sum;
                    best = {blur, dx, dy};
                }
            }
    return best;
}

// The star itself may stand a little off the row: a bent label, or a pasted star. Where it stands best, a solid and an
// outlined star are mixed until they look like it: a pasted star with the old line around it is both.
Badge::Slot slot_of(const Matches& matches, int star, const BestRow& row, double alike) {
    Badge::Slot best{-1, 0, 0, 0};
    for (int dy = row.dy - star_shift; dy <= row.dy + star_shift; ++dy)
        for (int dx = row.dx - star_shift; dx <= row.dx + star_shift; ++dx) {
            const auto& likeness = matches.at(star, dx, dy)[row.blur];
            const double solid = likeness.solid, outline = likeness.outline;
            const double ink = (solid - alike * outline) / (1 - alike * alike);
            const double line = (outline - alike * solid) / (1 - alike * alike);
            // Neither is taken away from the paper.
            const double seen = ink < 0 ? outline : line < 0 ? solid : std::sqrt(ink * solid + line * outline);
            if (seen > best.seen)
                best = {seen,
                        line < 0 ? solid : ink,
                        static_cast<double>(dx) / row_pixels_a_width,
                        static_cast<double>(dy) / row_pixels_a_width};
        }
    return best;
}

double logistic(double value, double middle, double width) {
    return 1 / (1 + std::exp((middle - value) / width));
}

double is_star(const Badge::Slot& slot) {
    return logistic(slot.seen, 0.62, 0.03);
}

// The solid stars come first, so the last of them and the first outlined one decide; a star under glare may stay
// unread where its neighbours tell. Middles and widths of the curves were chosen on made photos so that nothing wrong
// comes over `least_confidence` (CHANGELOG.md has the figures).
void judge_row(StarRow::Look& row) {
    const std::size_t stars = row.slots.size();
    std::vector<double> solid, outline; // how surely a place holds that kind of star
    std::size_t readable = 0;
    for (const auto& slot : row.slots) {
        // Between the two lie outlined stars run together by blur (0.33 was seen) and pasted ones in glare (0.39).
        solid.push_back(is_star(slot) * logistic(slot.ink, 0.35, 0.03));
        outline.push_back(is_star(slot) * logistic(-slot.ink, -0.25, 0.03));
        readable += is_star(slot) > least_confidence;
        row.stars_seen += is_star(slot) > 0.5;
    }
    if (readable * 2 <= stars) return;
    for (std::size_t n = 0; n <= stars; ++n) {
        double sure = std::min(n > 0 ? solid[n - 1] : 1, n < stars ? outline[n] : 1);
        for (std::size_t star = 0; star < stars; ++star)
            sure = std::min(sure, 1 - (star < n ? outline : solid)[star]);
        if (sure <= row.confidence) continue;
        row.confidence = sure;
        if (sure > least_confidence) row.stars = static_cast<int>(n);
    }
}

} // namespace

StarRow::StarRow(const BadgeShape& shape)
    : shape_(shape),
      pictures_(shape, row_pixels_a_width, {row_blurs.begin(), row_blurs.end()}) {}

// Straighten, compare every place with every picture, find the row, then each star, then count.
StarRow::Look StarRow::look(const photo::GreyView& photo, const photo::Surface& surface, double dx, double dy) const {
    const double margin = static_cast<double>(pictures_.half() + reach + 2) / row_pixels_a_width;
    const double first_x = shape_.first_x + dx, middle_y = shape_.y + dy, span = shape_.pitch * (shape_.stars - 1);
    const auto picture = straighten(
        photo, surface, {first_x - margin, middle_y - margin, span + 2 * margin, 2 * margin}, row_pixels_a_width);
    Matches matches(shape_.stars);
    for (int star = 0; star < shape_.stars; ++star) {
        const int x = static_cast<int>((first_x + star * shape_.pitch - picture.left) * row_pixels_a_width);
        const int y = static_cast<int>((middle_y - picture.top) * row_pixels_a_width);
        for (int j = -reach; j <= reach; ++j)
            for (int i = -reach; i <= reach; ++i)
                pictures_.compare(picture, x + i, y + j, matches.at(star, i, j));
    }
    Look row;
    const auto place = place_of(matches, shape_.stars);
    row.blur = place.blur;
    for (int star = 0; star < shape_.stars; ++star)
        row.slots.push_back(slot_of(matches, star, place, pictures_.alike(place.blur)));
    judge_row(row);
    return row;
}

} // namespace temsao::stars
