#include "scan/fit_finder.h"

#include "scan/round_eye.h"

#include <algorithm>
#include <numbers>

namespace temsao::scan {
namespace {

constexpr double halves[] = {1.5, 2.5, 3.5};
constexpr int rays = 32;
constexpr int least_good = 60;                      // edges of 96
constexpr int first_rays = 8;                       // of them half must look right before the rest are sent
constexpr std::int64_t a_step = 14, a_fit = 12'000; // nanoseconds

// Where a ray leaves the inner square, the ring and the outer square. Tells the steps it took.
int meet_edges(const photo::GreyView& image,
               const FinderGuess& guess,
               photo::Point direction,
               double reach,
               std::vector<RayEdge>& edges) {
    const double step = std::clamp(0.22 * std::min(guess.across, guess.down), 0.5, 1.5); // pixels
    const double level = guess.level;
    bool dark = true;
    double before = photo::grey_at(image, guess.middle);
    std::size_t square = 0;
    int steps = 0;
    for (double distance = step; distance < reach && square < 3; distance += step, ++steps) {
        const photo::Point at = guess.middle + direction * distance;
        if (at.x < 0 || at.y < 0 || at.x >= image.width || at.y >= image.height) break;
        const double here = photo::grey_at(image, at);
        if (((here < level) != guess.inverted) != dark) {
            const double between = std::abs(here - before) > 1e-9 ? (level - before) / (here - before) : 0.5;
            const double met = distance - step + step * std::clamp(between, 0.0, 1.0);
            edges.push_back({direction * met, halves[square]});
            ++square;
            dark = !dark;
        }
        before = here;
    }
    return steps;
}

// One ray's three edges lie as 3 : 5 : 7, roughly.
bool squares_fit(const RayEdge* edges) {
    const double inner = photo::length(edges[0].at), ring = photo::length(edges[1].at),
                 outer = photo::length(edges[2].at);
    return ring > 1.25 * inner && ring < 2.3 * inner && outer > 1.1 * ring && outer < 1.8 * ring;
}

// One side's pair of parallel lines: normal . point = offset +- half.
struct Lines {
    photo::Point normal;
    double offset = 0;

    double along(const RayEdge& edge) const { return photo::dot(normal, edge.at) - offset; }

    double misfit(const RayEdge& edge) const { return std::abs(std::abs(along(edge)) - edge.half); }
};

// The sums of weighted least squares for x, y and the offset, and their solution by Cramer's rule.
struct LineSums {
    double xx = 0, xy = 0, yy = 0, x = 0, y = 0, one = 0, right_x = 0, right_y = 0, right = 0;

    void add(const RayEdge& edge, double value, double weight) {
        const double wx = weight * edge.at.x, wy = weight * edge.at.y;
        xx += wx * edge.at.x;
        xy += wx * edge.at.y;
        yy += wy * edge.at.y;
        x -= wx;
        y -= wy;
        one += weight;
        right_x += wx * value;
        right_y += wy * value;
        right -= weight * value;
    }

    std::optional<Lines> solved() const {
        const double a = yy * one - y * y, b = x * y - xy * one, c = xy * y - x * yy;
        const double determinant = xx * a + xy * b + x * c;
        if (!(std::abs(determinant) > 1e-12 * one)) return {};
        const double d = xx * one - x * x, e = x * xy - xx * y, f = xx * yy - xy * xy;
        return Lines{{(a * right_x + b * right_y + c * right) / determinant,
                      (b * right_x + d * right_y + e * right) / determinant},
                     (c * right_x + e * right_y + f * right) / determinant};
    }
};

Lines fitted(const std::vector<RayEdge>& edges, const Lines& lines, const Lines& others) {
    LineSums sums;
    for (const auto& edge : edges) {
        const double along = lines.along(edge);
        if (std::abs(along) < std::abs(others.along(edge))) continue;
        const double misfit = std::abs(along) - edge.half;
        sums.add(edge, along > 0 ? edge.half : -edge.half, 1 / (0.05 + misfit * misfit));
    }
    return sums.solved().value_or(lines);
}

struct Shape {
    Lines first, second;
    double misfit = 1e9;
    int good = 0;
};

Shape start(const FinderGuess& guess, double angle) {
    const double c = std::cos(angle), s = std::sin(angle);
    Shape shape;
    shape.first = {{c / guess.across, s / guess.down}, 0};
    shape.second = {{-s / guess.across, c / guess.down}, 0};
    return shape;
}

// A parallelogram's two pairs of lines, from a start.
Shape fit_shape(const std::vector<RayEdge>& edges, Shape shape, int rounds) {
    shape.good = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto first = fitted(edges, shape.first, shape.second);
        shape.second = fitted(edges, shape.second, shape.first);
        shape.first = first;
    }
    double sum = 0;
    for (const auto& edge : edges) {
        const auto& lines =
            std::abs(shape.first.along(edge)) > std::abs(shape.second.along(edge)) ? shape.first : shape.second;
        const double misfit = std::min(lines.misfit(edge), 0.6);
        sum += misfit * misfit;
        shape.good += misfit < 0.4;
    }
    shape.misfit = std::sqrt(sum / static_cast<double>(std::max<std::size_t>(1, edges.size())));
    return shape;
}

std::optional<Shape> best_shape(const std::vector<RayEdge>& edges, const FinderGuess& guess) {
    Shape best;
    for (int turn = 0; turn < 4; ++turn) {
        const auto shape = fit_shape(edges, start(guess, turn * std::numbers::pi / 8), 2);
        if (shape.good > best.good || (shape.good == best.good && shape.misfit < best.misfit)) best = shape;
    }
    if (best.misfit > 0.45) return {};
    best = fit_shape(edges, best, 6);
    if (best.misfit > 0.32 || best.good < least_good) return {};
    return best;
}

// Its middle relative to that of the rays.
std::optional<Finder> square_eye(const std::vector<RayEdge>& edges, const FinderGuess& guess) {
    const auto best = best_shape(edges, guess);
    if (!best) return {};
    const double determinant = photo::cross(best->first.normal, best->second.normal);
    if (std::abs(determinant) < 1e-9) return {};
    const photo::Point u = best->first.normal, v = best->second.normal;
    Finder finder;
    finder.misfit = best->misfit;
    finder.first = {v.y / determinant, -v.x / determinant};
    finder.second = {-u.y / determinant, u.x / determinant};
    finder.middle = finder.first * best->first.offset + finder.second * best->second.offset;
    return finder;
}

// The greys of the inner square and of the ring around it.
void measure_greys(const photo::GreyView& image, Finder& finder) {
    for (const double du : {-0.6, 0.0, 0.6})
        for (const double dv : {-0.6, 0.0, 0.6})
            finder.dark += photo::grey_at(image, finder.middle + finder.first * du + finder.second * dv) / 9;
    for (const double side : {-2.0, 2.0})
        for (const double along : {-1.5, 0.0, 1.5})
            finder.light += (photo::grey_at(image, finder.middle + finder.first * side + finder.second * along) +
                             photo::grey_at(image, finder.middle + finder.second * side + finder.first * along)) /
                            12;
}

// Evenly around, in an order that is all around from the first on.
const std::array<photo::Point, rays>& ray_directions() {
    static const auto directions = [] {
        std::array<photo::Point, rays> all;
        for (int ray = 0; ray < rays; ++ray) {
            const double angle = 2 * std::numbers::pi * (ray * 13 % rays) / rays;
            all[static_cast<std::size_t>(ray)] = {std::cos(angle), std::sin(angle)};
        }
        return all;
    }();
    return directions;
}

} // namespace

std::optional<Finder> fit_finder(const photo::GreyView& image, const FinderGuess& guess, Work& work) {
    std::vector<RayEdge> edges;
    edges.reserve(3 * rays);
    int likely = 0;
    // The larger of both modules bounds a ray; the smaller ones' rays stop at their third edge anyway.
    const double reach = 3.5 * 1.6 * 1.5 * std::max(guess.across, guess.down);
    for (int ray = 0; ray < rays; ++ray) {
        // Even spread on the pattern, not in the picture: strong perspective would leave one side without rays.
        const auto even = ray_directions()[static_cast<std::size_t>(ray)];
        photo::Point direction{even.x * guess.across, even.y * guess.down};
        direction = direction * (1 / photo::length(direction));
        const auto before = edges.size();
        work.take(a_step * meet_edges(image, guess, direction, reach, edges));
        if (ray >= first_rays) continue;
        likely += edges.size() == before + 3 && squares_fit(&edges[before]);
        if (ray == first_rays - 1 && likely < first_rays / 2) return {};
    }
    work.take(a_fit);
    if (edges.size() < rays * 3 / 2) return {};
    constexpr double clearly_square = 0.12, rounder = 0.7;
    auto fitted = square_eye(edges, guess);
    if (!fitted || fitted->misfit > clearly_square) {
        const auto round = fit_round_eye(edges, least_good);
        if (round && (!fitted || round->misfit < rounder * fitted->misfit)) fitted = round;
    }
    if (!fitted) return {};
    auto& finder = *fitted;
    finder.inverted = guess.inverted;
    finder.middle = guess.middle + finder.middle;
    const double a = photo::length(finder.first), b = photo::length(finder.second);
    const double sine = std::abs(photo::cross(finder.first, finder.second)) / (a * b);
    if (std::max(a, b) > 6 * std::min(a, b) || sine < 0.3 || std::min(a, b) < 0.8) return {};
    measure_greys(image, finder);
    return fitted;
}

} // namespace temsao::scan
