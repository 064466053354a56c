#include "scan/round_eye.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double good_misfit = 0.4, most_misfit = 0.25; // modules
constexpr std::size_t most_round = 16;                  // more circles than this are not symbols

// The conic a x^2 + b x y + c y^2 + d x + e y + f = (modules from the middle)^2.
std::optional<std::array<double, 6>> conic_through(const std::vector<RayEdge>& edges) {
    double scale = 1e-9;
    for (const auto& edge : edges)
        scale = std::max(scale, photo::length(edge.at));
    photo::LeastSquares fit(6);
    for (const auto& edge : edges) {
        const double x = edge.at.x / scale, y = edge.at.y / scale;
        const double factors[] = {x * x, x * y, y * y, x, y, 1};
        fit.add(factors, edge.half * edge.half, 1 / (edge.half * edge.half));
    }
    const auto solved = fit.solve();
    if (solved.empty()) return {};
    return std::array{solved[0] / (scale * scale),
                      solved[1] / (scale * scale),
                      solved[2] / (scale * scale),
                      solved[3] / scale,
                      solved[4] / scale,
                      solved[5]};
}

// `first` turned towards `place`, on the circle that the sides span.
Finder turned_towards(Finder finder, photo::Point place) {
    const photo::Point from = place - finder.middle;
    const double determinant = photo::cross(finder.first, finder.second);
    const double u = photo::cross(from, finder.second) / determinant,
                 v = photo::cross(finder.first, from) / determinant;
    const double far = std::hypot(u, v), c = u / far, s = v / far;
    const photo::Point first = finder.first * c + finder.second * s, second = finder.second * c - finder.first * s;
    finder.first = first;
    finder.second = second;
    return finder;
}

double modules_between(const Finder& a, const Finder& b) {
    return photo::length(a.middle - b.middle) / std::max(module_size(a), module_size(b));
}

} // namespace

std::optional<Finder> fit_round_eye(const std::vector<RayEdge>& edges, std::size_t least_good) {
    const auto conic = conic_through(edges);
    if (!conic) return {};
    const auto [a, b, c, d, e, f] = *conic;
    const double determinant = 4 * a * c - b * b;
    if (!(a > 0 && determinant > 1e-12)) return {};
    Finder finder;
    finder.middle = {(b * e - 2 * c * d) / determinant, (b * d - 2 * a * e) / determinant};
    // Cholesky: the ellipse is |S p| = modules with S = (p, q; 0, r).
    const double p = std::sqrt(a), q = b / (2 * p), r = std::sqrt(c - q * q);
    finder.first = {1 / p, 0};
    finder.second = {-q / (p * r), 1 / r};
    std::size_t good = 0;
    double sum = 0;
    for (const auto& edge : edges) {
        const photo::Point at = edge.at - finder.middle;
        const double misfit = std::abs(std::hypot(p * at.x + q * at.y, r * at.y) - edge.half);
        good += misfit < good_misfit;
        sum += std::min(misfit * misfit, 0.36);
    }
    finder.misfit = std::sqrt(sum / static_cast<double>(edges.size()));
    finder.is_round = true;
    if (finder.misfit > most_misfit || good < least_good) return {};
    return finder;
}

std::vector<Finder> with_sides_turned(const std::vector<Finder>& finders) {
    constexpr double nearest = 11, farthest = 80;
    auto turned = finders;
    const auto round = std::count_if(finders.begin(), finders.end(), [](const Finder& one) { return one.is_round; });
    if (static_cast<std::size_t>(round) > most_round) return turned;
    for (const auto& finder : finders)
        for (const auto& other : finders) {
            if (!finder.is_round || &finder == &other || finder.inverted != other.inverted) continue;
            const double far = modules_between(finder, other);
            if (far > nearest && far < farthest) turned.push_back(turned_towards(finder, other.middle));
        }
    return turned;
}

} // namespace temsao::scan
