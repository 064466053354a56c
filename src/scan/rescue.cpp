#include "scan/rescue.h"

#include "scan/equalised.h"
#include "scan/fit_grid.h"
#include "scan/modules.h"
#include "scan/qr_matrix.h"
#include "scan/qr_patterns.h"
#include "scan/zxing.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double least_followed = 0.85; // of the timing lines' edges, where they are bent
constexpr double least_timing = 0.5;    // true symbols of photos lie over 0.9, chance under 0.3
constexpr double pixels_a_module = 7;   // more are averaged away in the next smaller picture
constexpr std::size_t most_grids = 3;   // that are tried for one candidate

// Nanoseconds, by the symbol's size in modules.
std::int64_t guess_cost(std::int64_t size) {
    return 1'400 * size;
}

std::int64_t round_cost(std::int64_t size) {
    return 650 * size * size;
}

std::int64_t thorough_cost(std::int64_t size) {
    return 400'000 + 450 * size * size;
}

std::int64_t wrinkles_cost(std::int64_t size) {
    return 2'500 * size * size;
}

std::int64_t alignment_cost(int size, double reach) {
    const auto side = static_cast<std::int64_t>(alignment_middles(size).size());
    return static_cast<std::int64_t>(450 * std::pow(8 * reach + 1, 2)) * side * side;
}

// Sizes 21, 25, … by how well their timing lines alternate, the best first.
std::vector<GridFit> guesses(const photo::GreyView& image, const Candidate& candidate, Work& work) {
    const double estimate = std::sqrt(candidate.modules_across * candidate.modules_down) + 7;
    const double slack = 3 + 0.12 * estimate;
    std::vector<std::pair<double, GridFit>> fits;
    for (int size = 21; size <= 177; size += 4) {
        if (std::abs(size - estimate) > slack || !work.spend(guess_cost(size))) continue;
        GridFit fit(image, candidate, size);
        if (!fit.is_usable()) continue;
        const bool was_followed = fit.follow_timing() > least_followed;
        const double timing = was_followed ? std::max(fit.timing(), least_timing + 0.31) : fit.timing();
        fits.emplace_back(timing - 0.3 * std::abs(size - estimate) / slack, std::move(fit));
    }
    std::stable_sort(fits.begin(), fits.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<GridFit> best;
    for (auto& [score, fit] : fits)
        if (best.size() < most_grids && score > least_timing) best.push_back(std::move(fit));
    return best;
}

bool has_format(const Bits& bits) {
    const auto distance = format_distance(bits);
    return distance.better <= 2 || distance.both <= 8;
}

// `sure` as in scan/equalised.h, or empty.
std::optional<photo::Reading> decode(Bits bits, const std::vector<float>& sure) {
    if (!has_format(bits)) return {};
    draw_fixed_patterns(bits);
    if (auto reading = decode_modules(bits.values, bits.size)) return reading;
    if (sure.empty()) return {};
    const auto taken = take_apart({bits.size, std::move(bits.values)}, sure);
    return taken ? decode_modules(taken->meant.dark, bits.size) : std::nullopt;
}

struct Surrounded {
    Greys greys;
    std::array<Levels, 2> levels; // of a narrow and of a wide window

    explicit Surrounded(Greys of) : greys(std::move(of)), levels{levels_around(greys, 4), levels_around(greys, 8)} {}
};

std::optional<photo::Reading> decode_as_seen(const Surrounded& seen, bool light_on_dark) {
    for (const auto& around : seen.levels)
        if (auto reading = decode(decided(seen.greys, around, light_on_dark), {})) return reading;
    return {};
}

// Takes out the blur, and goes without what is least sure.
std::optional<photo::Reading>
decode_equalised(const HalfModules& half_modules, const Surrounded& seen, bool light_on_dark) {
    for (const auto& around : seen.levels) {
        auto [bits, sure] = equalised(half_modules, around, light_on_dark);
        if (auto reading = decode(std::move(bits), sure)) return reading;
    }
    return {};
}

// `thorough`: without the blur, too, and by the light that the greys stand for.
std::optional<photo::Reading>
decode(const photo::GreyView& image, const GridFit& fit, bool light_on_dark, bool thorough) {
    const Surrounded seen(sample(image, fit.grid()));
    if (auto reading = decode_as_seen(seen, light_on_dark)) return reading;
    if (!thorough) return {};
    const HalfModules half_modules(image, fit.grid());
    if (auto reading = decode_equalised(half_modules, seen, light_on_dark)) return reading;
    const Surrounded as_light(seen.greys.as_light());
    if (auto reading = decode_as_seen(as_light, light_on_dark)) return reading;
    return decode_equalised(half_modules.as_light(), as_light, light_on_dark);
}

// Follows the edges with a bend of growing freedom, and tries to read after each.
std::optional<photo::Reading> read_grid(const photo::GreyView& image, GridFit& fit, bool light_on_dark, Work& work) {
    const int size = fit.grid().modules();
    if (!work.spend(alignment_cost(size, 2.5) + round_cost(size))) return {};
    fit.find_alignment(2.5);
    auto wrinkled = fit;
    if (auto reading = decode(image, fit, light_on_dark, false)) return reading;
    for (const int degree : {2, 3, 3, 4, 4}) {
        if (!work.spend(round_cost(size) + (degree == 3 ? alignment_cost(size, 1) : 0) +
                        (degree == 4 ? thorough_cost(size) : 0)))
            return {};
        fit.follow_edges(degree, 0.3);
        if (degree == 3) fit.find_alignment(1);
        if (auto reading = decode(image, fit, light_on_dark, degree == 4)) return reading;
    }
    for (auto* smooth : {&wrinkled, &fit}) {
        if (!work.spend(wrinkles_cost(size) + thorough_cost(size))) return {};
        smooth->follow_wrinkles();
        if (auto reading = decode(image, *smooth, light_on_dark, true)) {
            if (smooth != &fit) fit = std::move(*smooth);
            return reading;
        }
    }
    return {};
}

} // namespace

std::optional<photo::Reading> read_candidate(const Pyramid& pyramid, const Candidate& candidate, Work& work) {
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
    for (auto& fit : guesses(pyramid[level], here, work)) {
        auto reading = read_grid(pyramid[level], fit, here.top_left.inverted, work);
        if (!reading) continue;
        const double size = fit.grid().modules();
        const photo::Point corners[] = {{0, 0}, {size, 0}, {size, size}, {0, size}};
        for (std::size_t i = 0; i < 4; ++i)
            reading->corners[i] = fit.grid().at(corners[i].x, corners[i].y) * (1 / shrink);
        reading->inverted = here.top_left.inverted;
        return reading;
    }
    return {};
}

} // namespace temsao::scan
