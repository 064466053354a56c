#include "scan/equalised.h"

#include "scan/qr_patterns.h"

#include <algorithm>
#include <cmath>

namespace temsao::scan {
namespace {

constexpr int window_reach = HalfModules::around;
constexpr double weight_stiffness = 3; // holds the weights to the middle's own grey alone
constexpr double most_level = 2;       // glare and holes shall not rule the fit

constexpr std::size_t window_side = 2 * window_reach + 1, window_places = window_side * window_side,
                      window_middle = window_places / 2;

using Surrounding = std::array<double, window_places + 1>;

// The greys around a module's middle, 1 as dark as the dark modules, -1 as light as the light ones; and 1.
Surrounding surrounding(const HalfModules& greys, const Levels& levels, Cell cell) {
    Surrounding around;
    const double level = levels.middle.at(cell.column, cell.row), half = levels.half.at(cell.column, cell.row);
    std::size_t place = 0;
    for (int down = -window_reach; down <= window_reach; ++down)
        for (int right = -window_reach; right <= window_reach; ++right)
            around[place++] =
                std::clamp((level - greys.at(cell.column, cell.row, right, down)) / half, -most_level, most_level);
    around[window_places] = 1;
    return around;
}

} // namespace

HalfModules::HalfModules(const photo::GreyView& image, const Grid& grid)
    : modules_(grid.modules()),
      side_(2 * modules_ - 1 + 2 * around) {
    greys_.reserve(static_cast<std::size_t>(side_) * static_cast<std::size_t>(side_));
    for (int down = 0; down < side_; ++down)
        for (int right = 0; right < side_; ++right)
            greys_.push_back(static_cast<float>(
                photo::grey_at(image, grid.at(0.5 * (right - around + 1), 0.5 * (down - around + 1)))));
}

HalfModules HalfModules::as_light() const {
    auto result = *this;
    for (auto& grey : result.greys_)
        grey = light_of(grey);
    return result;
}

Equalised equalised(const HalfModules& half_modules, const Levels& levels, bool light_on_dark) {
    const int size = half_modules.modules();
    photo::LeastSquares fit(window_places + 1);
    for (const auto& [cell, part, dark] : fixed_modules(size)) {
        if (part == Part::version) continue; // only as sure as our count of modules
        const auto greys = surrounding(half_modules, levels, cell);
        fit.add(greys.data(), (dark != light_on_dark ? 1 : -1) - greys[window_middle], 1);
    }
    for (std::size_t i = 0; i <= window_places; ++i)
        fit.pull_to_zero(i, weight_stiffness);
    auto weights = fit.solve();
    if (weights.empty()) weights.assign(window_places + 1, 0);
    weights[window_middle] += 1;

    Equalised result{{size, std::vector<std::uint8_t>(levels.middle.values.size())}, levels.middle.values};
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            const auto greys = surrounding(half_modules, levels, {column, row});
            double dark = 0;
            for (std::size_t i = 0; i <= window_places; ++i)
                dark += weights[i] * greys[i];
            const auto at =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column);
            result.bits.values[at] = (dark > 0) != light_on_dark;
            result.sure[at] = static_cast<float>(std::abs(dark));
        }
    return result;
}

} // namespace temsao::scan
