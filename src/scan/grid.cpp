#include "scan/grid.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr std::size_t most_terms = 15;

std::size_t terms_of(int degree) {
    return static_cast<std::size_t>((degree + 1) * (degree + 2) / 2);
}

// 1, s, t, s^2, s t, t^2, …
void fill_terms(double s, double t, int degree, double* terms) {
    std::size_t at = 0;
    double power_s[5] = {1, s, s * s, s * s * s, s * s * s * s}, power_t[5] = {1, t, t * t, t * t * t, t * t * t * t};
    for (int total = 0; total <= degree; ++total)
        for (int of_t = 0; of_t <= total; ++of_t)
            terms[at++] = power_s[total - of_t] * power_t[of_t];
}

} // namespace

Grid::Grid(int modules, const std::vector<Match>& matches) : modules_(modules) {
    for (const auto& match : matches)
        origin_ = origin_ + match.at * (1.0 / static_cast<double>(matches.size()));
    scale_ = 1e-9;
    for (const auto& match : matches)
        scale_ = std::max(scale_, photo::length(match.at - origin_));
    photo::LeastSquares fit(8);
    for (const auto& match : matches) {
        const double s = 2 * match.u / modules_ - 1, t = 2 * match.v / modules_ - 1;
        const double x = (match.at.x - origin_.x) / scale_, y = (match.at.y - origin_.y) / scale_;
        const double for_x[] = {s, t, 1, 0, 0, 0, -s * x, -t * x}, for_y[] = {0, 0, 0, s, t, 1, -s * y, -t * y};
        fit.add(for_x, x, match.weight_u);
        fit.add(for_y, y, match.weight_v);
    }
    const double hold = 1e-3 * static_cast<double>(matches.size());
    fit.pull_to_zero(6, hold);
    fit.pull_to_zero(7, hold);
    const auto solved = fit.solve();
    if (solved.empty()) return;
    std::copy(solved.begin(), solved.end(), perspective_.begin());
    const auto& [a, b, c, d, e, f, g, h] = perspective_;
    inverse_ = {e - f * h,
                c * h - b,
                b * f - c * e,
                f * g - d,
                a - c * g,
                c * d - a * f,
                d * h - e * g,
                b * g - a * h,
                a * e - b * d};
    usable_ = std::abs(g) + std::abs(h) < 0.9 && std::abs(inverse_[8]) > 1e-6;
}

photo::Point Grid::unbent(double u, double v) const {
    const double s = 2 * u / modules_ - 1, t = 2 * v / modules_ - 1;
    const auto& [a, b, c, d, e, f, g, h] = perspective_;
    const double w = scale_ / std::max(0.05, 1 + g * s + h * t);
    return {origin_.x + (a * s + b * t + c) * w, origin_.y + (d * s + e * t + f) * w};
}

photo::Point Grid::in_modules(photo::Point pixel) const {
    const double x = (pixel.x - origin_.x) / scale_, y = (pixel.y - origin_.y) / scale_;
    double w = inverse_[6] * x + inverse_[7] * y + inverse_[8];
    if (std::abs(w) < 1e-9) w = 1e-9;
    const double s = (inverse_[0] * x + inverse_[1] * y + inverse_[2]) / w;
    const double t = (inverse_[3] * x + inverse_[4] * y + inverse_[5]) / w;
    return {(s + 1) * modules_ / 2, (t + 1) * modules_ / 2};
}

void Grid::lay_over(std::vector<photo::Point> nodes) {
    side_ = static_cast<int>(std::lround(std::sqrt(static_cast<double>(nodes.size()))));
    nodes_ = std::move(nodes);
}

photo::Point Grid::moved_at(double u, double v) const {
    const double x = std::clamp(u / modules_, 0.0, 1.0) * (side_ - 1),
                 y = std::clamp(v / modules_, 0.0, 1.0) * (side_ - 1);
    const int left = std::min(static_cast<int>(x), side_ - 2), top = std::min(static_cast<int>(y), side_ - 2);
    const double fx = x - left, fy = y - top;
    const auto* node = &nodes_[static_cast<std::size_t>(top * side_ + left)];
    return (node[0] * (1 - fx) + node[1] * fx) * (1 - fy) + (node[side_] * (1 - fx) + node[side_ + 1] * fx) * fy;
}

photo::Point Grid::at(double u, double v) const {
    if (side_ > 0) {
        const auto moved = moved_at(u, v);
        u += moved.x;
        v += moved.y;
    }
    if (degree_ == 0) return unbent(u, v);
    std::array<double, most_terms> terms;
    fill_terms(2 * u / modules_ - 1, 2 * v / modules_ - 1, degree_, terms.data());
    double du = 0, dv = 0;
    for (std::size_t i = 0; i < bend_u_.size(); ++i) {
        du += bend_u_[i] * terms[i];
        dv += bend_v_[i] * terms[i];
    }
    return unbent(u + du, v + dv);
}

void Grid::bend(const std::vector<Match>& matches, int degree, double stiffness) {
    const auto count = terms_of(degree);
    photo::LeastSquares fit_u(count), fit_v(count);
    std::array<double, most_terms> terms;
    for (const auto& match : matches) {
        fill_terms(2 * match.u / modules_ - 1, 2 * match.v / modules_ - 1, degree, terms.data());
        const photo::Point seen = in_modules(match.at);
        if (match.weight_u > 0) fit_u.add(terms.data(), seen.x - match.u, match.weight_u);
        if (match.weight_v > 0) fit_v.add(terms.data(), seen.y - match.v, match.weight_v);
    }
    for (std::size_t i = 3; i < count; ++i) {
        const double hold = stiffness * (i < 6 ? 1 : i < 10 ? 2 : 4);
        fit_u.pull_to_zero(i, hold);
        fit_v.pull_to_zero(i, hold);
    }
    auto bend_u = fit_u.solve(), bend_v = fit_v.solve();
    if (bend_u.empty() || bend_v.empty()) return;
    bend_u_ = std::move(bend_u);
    bend_v_ = std::move(bend_v);
    degree_ = degree;
}

} // namespace temsao::scan
