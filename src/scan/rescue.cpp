#include "scan/rescue.h"

#include "scan/fit_grid.h"
#include "scan/modules.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double least_timing = 0.5;  // true symbols of photos lie over 0.9, chance under 0.3
constexpr double pixels_a_module = 7; // more are averaged away in the next smaller picture

// Sizes 21, 25, … by how well their timing lines alternate, the best first.
std::vector<GridFit> guesses(const GreyView& image, const Candidate& candidate, std::size_t most) {
    const double estimate = std::sqrt(candidate.modules_across * candidate.modules_down) + 7;
    const double slack = 3 + 0.12 * estimate;
    std::vector<std::pair<double, GridFit>> fits;
    for (int size = 21; size <= 177; size += 4) {
        if (std::abs(size - estimate) > slack) continue;
        GridFit fit(image, candidate, size);
        if (!fit.is_usable()) continue;
        fit.follow_timing();
        fits.emplace_back(fit.timing() - 0.3 * std::abs(size - estimate) / slack, std::move(fit));
    }
    std::stable_sort(fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<GridFit> best;
    for (auto& [score, fit] : fits)
        if (best.size() < most && score > least_timing) best.push_back(std::move(fit));
    return best;
}

std::optional<Reading> decode(const Greys& greys, int reach, bool light_on_dark) {
    auto bits = decided(greys, reach, light_on_dark);
    const auto distance = format_distance(bits);
    if (distance.better > 2 && distance.both > 8) return {};
    draw_fixed_patterns(bits);
    return decode_modules(bits.values, bits.size);
}

std::optional<Reading> decode(const GreyView& image, const GridFit& fit, bool light_on_dark, bool sharpen) {
    const auto greys = sample(image, fit.grid());
    for (const int reach : {4, 8})
        if (auto reading = decode(greys, reach, light_on_dark)) return reading;
    if (!sharpen) return {};
    for (const float share : {0.6f, 1.5f})
        if (auto reading = decode(sharpened(greys, share), 4, light_on_dark)) return reading;
    return {};
}

// Follows the edges with a bend of growing freedom, and tries to read after each.
std::optional<Reading> read_grid(const GreyView& image, GridFit& fit, bool light_on_dark) {
    fit.find_alignment(2.5);
    if (auto reading = decode(image, fit, light_on_dark, false)) return reading;
    for (const int degree : {2, 3, 3, 4, 4}) {
        fit.follow_edges(degree, 0.3);
        if (degree == 3) fit.find_alignment(1);
        if (auto reading = decode(image, fit, light_on_dark, degree == 4)) return reading;
    }
    return {};
}

} // namespace

Attempt read_candidate(const Pyramid& pyramid, const Candidate& candidate, int most_grids) {
    const double module =
        (module_size(candidate.top_left) + module_size(candidate.top_right) + module_size(candidate.bottom_left)) / 3;
    std::size_t level = 0;
    double shrink = 1;
    while (level + 1 < pyramid.size() && module * shrink > pixels_a_module) {
        ++level;
        shrink /= 2;
    }
    Candidate here = candidate;
    for (auto* finder : {&here.top_left, &here.top_right, &here.bottom_left})
        *finder = scaled(*finder, shrink);
    Attempt attempt;
    for (auto& fit : guesses(pyramid[level], here, static_cast<std::size_t>(most_grids))) {
        attempt.is_symbol = true;
        auto reading = read_grid(pyramid[level], fit, here.top_left.inverted);
        if (!reading) continue;
        const double size = fit.grid().modules();
        const Point corners[] = {{0, 0}, {size, 0}, {size, size}, {0, size}};
        for (std::size_t i = 0; i < 4; ++i)
            reading->corners[i] = fit.grid().at(corners[i].x, corners[i].y) * (1 / shrink);
        reading->inverted = here.top_left.inverted;
        attempt.reading = std::move(reading);
        break;
    }
    return attempt;
}

} // namespace temsao::scan
