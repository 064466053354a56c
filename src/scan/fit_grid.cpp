#include "scan/fit_grid.h"

#include "scan/mesh.h"
#include "scan/modules.h"
#include "scan/qr_patterns.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double of_a_guess = 0.3; // the weight of a guessed pattern

std::vector<Match> corner_matches(const Candidate& candidate, int modules) {
    std::vector<Match> matches;
    const double far = modules - 3.5;
    const std::pair<const Finder*, photo::Point> corners[] = {
        {&candidate.top_left, {3.5, 3.5}}, {&candidate.top_right, {far, 3.5}}, {&candidate.bottom_left, {3.5, far}}};
    for (const auto& [finder, place] : corners)
        for (const double du : {-3.5, 0.0, 3.5})
            for (const double dv : {-3.5, 0.0, 3.5}) {
                const double weight = (du == 0 && dv == 0 ? 6 : 1) * (finder->is_guess ? of_a_guess : 1);
                matches.push_back({place.x + du,
                                   place.y + dv,
                                   finder->middle + finder->first * du + finder->second * dv,
                                   weight,
                                   weight});
            }
    return matches;
}

} // namespace

GridFit::GridFit(const photo::GreyView& image, const Candidate& candidate, int modules)
    : image_(image),
      dark_((candidate.top_left.dark + candidate.top_right.dark + candidate.bottom_left.dark) / 3),
      light_((candidate.top_left.light + candidate.top_right.light + candidate.bottom_left.light) / 3),
      corners_(corner_matches(candidate, modules)),
      grid_(modules, corners_) {
    if (grid_.is_usable()) grid_.bend(corners_, 2, 4);
}

double GridFit::timing() const {
    const int size = grid_.modules();
    double sum = 0, spread = 1e-6;
    for (const bool across : {true, false}) {
        double before = across ? grey(7.5, 6.5) : grey(6.5, 7.5);
        for (int i = 8; i < size - 7; ++i) {
            const double here = across ? grey(i + 0.5, 6.5) : grey(6.5, i + 0.5);
            const double step = i % 2 == 0 ? before - here : here - before;
            sum += step;
            spread += std::abs(step);
            before = here;
        }
    }
    const double contrast = std::abs(light_ - dark_) * 2 * (size - 15);
    return (light_ > dark_ ? sum : -sum) / std::max(spread, 0.3 * contrast);
}

// Edge after edge along one line, each looked for where the last ones say. Gives the share that was found, less when
// the line does not end at the second pattern: then the count of modules is wrong.
double GridFit::add_line(bool across, std::vector<Match>& found) const {
    const int size = grid_.modules();
    double drift = 0, seen = 0;
    for (int i = 8; i <= size - 8; ++i) {
        constexpr int steps = 12;
        constexpr double reach = 0.75;
        double values[steps + 1];
        double low = 1e9, high = -1e9;
        for (int k = 0; k <= steps; ++k) {
            const double along = i + drift + reach * (2.0 * k / steps - 1);
            values[k] = across ? grey(along, 6.5) : grey(6.5, along);
            low = std::min(low, values[k]);
            high = std::max(high, values[k]);
        }
        if (high - low < 0.25 * std::abs(light_ - dark_)) continue;
        const double level = (low + high) / 2;
        const bool falls = (i % 2 == 0) == (light_ > dark_); // module i, after the edge, is dark for even i
        double nearest = 9;
        for (int k = 0; k < steps; ++k) {
            const double a = values[k] - level, b = values[k + 1] - level;
            if (falls ? !(a > 0 && b <= 0) : !(a < 0 && b >= 0)) continue;
            const double off = reach * (2.0 * (k + a / (a - b)) / steps - 1);
            if (std::abs(off) < std::abs(nearest)) nearest = off;
        }
        if (std::abs(nearest) > 0.6) continue;
        const double along = i + drift + nearest;
        found.push_back({across ? i : 6.5,
                         across ? 6.5 : i,
                         across ? grid_.at(along, 6.5) : grid_.at(6.5, along),
                         across ? 1.0 : 0.0,
                         across ? 0.0 : 1.0});
        drift += 0.5 * nearest;
        ++seen;
    }
    constexpr double free_drift = 0.4; // modules
    return seen / (size - 15) - std::max(0.0, std::abs(drift) - free_drift);
}

double GridFit::follow_timing() {
    timing_.clear();
    const double across = add_line(true, timing_), down = add_line(false, timing_);
    auto matches = corners_;
    matches.insert(matches.end(), timing_.begin(), timing_.end());
    grid_.bend(matches, 2, 0.5);
    return std::min(across, down);
}

// A dark middle in a light ring in a dark ring, the light against the dark; the best place within reach counts.
void GridFit::find_alignment(double reach) {
    alignment_.clear();
    const auto middles = alignment_middles(grid_.modules());
    const double sign = light_ > dark_ ? 1 : -1, contrast = std::abs(light_ - dark_);
    for (const int mu : middles)
        for (const int mv : middles) {
            const bool on_corner =
                (mu == 6 && mv == 6) || (mu == 6 && mv == middles.back()) || (mu == middles.back() && mv == 6);
            if (on_corner) continue;
            const double u = mu + 0.5, v = mv + 0.5;
            double best = 0, best_u = 0, best_v = 0;
            const auto score = [&](double du, double dv) {
                const photo::Point middle = grid_.at(u + du, v + dv);
                const photo::Point right = grid_.at(u + du + 1, v + dv) - middle,
                                   down = grid_.at(u + du, v + dv + 1) - middle;
                double dark = 0, light = 0, least_light = 1e9, most_dark = -1e9;
                for (int y = -2; y <= 2; ++y)
                    for (int x = -2; x <= 2; ++x) {
                        const double here = sign * grey_at(image_, middle + right * x + down * y);
                        if (std::max(std::abs(x), std::abs(y)) == 1) {
                            light += here / 8;
                            least_light = std::min(least_light, here);
                        } else {
                            dark += here / 17;
                            most_dark = std::max(most_dark, here);
                        }
                    }
                return light - dark + 0.3 * (least_light - most_dark);
            };
            constexpr double step = 0.25;
            const int steps = static_cast<int>(reach / step);
            for (int y = -steps; y <= steps; ++y)
                for (int x = -steps; x <= steps; ++x) {
                    const double value =
                        score(x * step, y * step) - 0.01 * contrast * (std::abs(x) + std::abs(y)) * step;
                    if (value > best) best = value, best_u = x * step, best_v = y * step;
                }
            if (best < 0.55 * contrast) continue;
            alignment_.push_back({u, v, grid_.at(u + best_u, v + best_v), 6, 6});
        }
    if (alignment_.empty()) return;
    auto matches = corners_;
    matches.insert(matches.end(), timing_.begin(), timing_.end());
    matches.insert(matches.end(), alignment_.begin(), alignment_.end());
    grid_.bend(matches, 2, 0.1);
}

void GridFit::follow_wrinkles() {
    scan::follow_wrinkles(image_, grid_);
}

void GridFit::follow_edges(int degree, double stiffness) {
    const int size = grid_.modules();
    const auto greys = sample(image_, grid_);
    const auto at = [&](int u, int v) { return static_cast<double>(greys.at(u, v)); };
    const double contrast = std::abs(light_ - dark_);
    auto matches = corners_;
    for (auto& match : matches)
        match.weight_u = match.weight_v = 0.3 * match.weight_u;
    matches.insert(matches.end(), timing_.begin(), timing_.end());
    matches.insert(matches.end(), alignment_.begin(), alignment_.end());
    const int skip = size > 100 ? 3 : 1; // enough edges
    for (int v = 0; v < size; v += skip)
        for (int u = 0; u < size; ++u)
            for (const bool across : {true, false}) {
                const int next_u = across ? u + 1 : u, next_v = across ? v : v + 1;
                if (next_u >= size || next_v >= size) continue;
                const double a = at(u, v), b = at(next_u, next_v);
                if (std::abs(a - b) < 0.35 * contrast) continue;
                const double level = (a + b) / 2;
                const photo::Point from = grid_.at(u + 0.5, v + 0.5), way = grid_.at(next_u + 0.5, next_v + 0.5) - from;
                constexpr int steps = 6;
                double before = a;
                for (int k = 1; k <= steps; ++k) {
                    const double here =
                        k == steps ? b : photo::grey_at(image_, from + way * (static_cast<double>(k) / steps));
                    if ((here > level) != (a > level)) {
                        const double met = (k - 1 + (level - before) / (here - before)) / steps, off = met - 0.5;
                        const double weight = 1 / (1 + 16 * off * off);
                        matches.push_back({across ? u + 1.0 : u + 0.5,
                                           across ? v + 0.5 : v + 1.0,
                                           from + way * met,
                                           across ? weight : 0,
                                           across ? 0 : weight});
                        break;
                    }
                    before = here;
                }
            }
    grid_.bend(matches, degree, stiffness);
}

} // namespace temsao::scan
