#include "scan/equalised.h"

#include "scan/qr_patterns.h"

#include <algorithm>
#include <cmath>

namespace temsao::scan {
namespace {

constexpr int reach = 2;         // greys to each side of the middle, half a module apart
constexpr double stiffness = 3;  // holds the weights to the middle's own grey alone
constexpr double most_level = 2; // glare and holes shall not rule the fit

constexpr std::size_t side = 2 * reach + 1, places = side * side, middle = places / 2;

// The greys around a module's middle, 1 as dark as the dark modules, -1 as light as the light ones; and 1.
std::vector<double> greys_around(const photo::GreyView& image, const Grid& grid, const Levels& levels, Cell cell) {
    std::vector<double> greys;
    greys.reserve(places + 1);
    const double level = levels.middle.at(cell.column, cell.row), half = levels.half.at(cell.column, cell.row);
    for (int down = -reach; down <= reach; ++down)
        for (int right = -reach; right <= reach; ++right) {
            const auto at = grid.at(cell.column + 0.5 * (1 + right), cell.row + 0.5 * (1 + down));
            greys.push_back(std::clamp((level - photo::grey_at(image, at)) / half, -most_level, most_level));
        }
    greys.push_back(1);
    return greys;
}

} // namespace

Equalised equalised(const photo::GreyView& image, const Grid& grid, const Levels& levels, bool light_on_dark) {
    const int size = grid.modules();
    photo::LeastSquares fit(places + 1);
    for (const auto& [cell, part, dark] : fixed_modules(size)) {
        if (part == Part::version) continue; // only as sure as our count of modules
        const auto greys = greys_around(image, grid, levels, cell);
        fit.add(greys.data(), (dark != light_on_dark ? 1 : -1) - greys[middle], 1);
    }
    for (std::size_t i = 0; i <= places; ++i)
        fit.pull_to_zero(i, stiffness);
    auto weights = fit.solve();
    if (weights.empty()) weights.assign(places + 1, 0);
    weights[middle] += 1;

    Equalised result{{size, std::vector<std::uint8_t>(levels.middle.values.size())}, levels.middle.values};
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            const auto greys = greys_around(image, grid, levels, {column, row});
            double dark = 0;
            for (std::size_t i = 0; i <= places; ++i)
                dark += weights[i] * greys[i];
            const auto at =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column);
            result.bits.values[at] = (dark > 0) != light_on_dark;
            result.sure[at] = static_cast<float>(std::abs(dark));
        }
    return result;
}

} // namespace temsao::scan
