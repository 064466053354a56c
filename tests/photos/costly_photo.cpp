#include "photos/costly_photo.h"

#include "photos/seeded.h"
#include "symbol/symbol.h"

#include <algorithm>

namespace temsao::photos {
namespace {

constexpr int width = 4000, height = 3000, dark = 20, light = 230;

template <class GreyAt>
photo::Photo drawn(GreyAt grey_at) {
    photo::Photo photo{width, height, {}, 1, false};
    photo.grey.reserve(static_cast<std::size_t>(width) * height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            photo.grey.push_back(static_cast<std::uint8_t>(grey_at(x, y)));
    return photo;
}

// Squares of `side` pixels.
template <int side>
photo::Photo noise() {
    Seeded random(7);
    std::vector<std::uint8_t> squares(static_cast<std::size_t>(width / side + 1) * (height / side + 1));
    for (auto& grey : squares)
        grey = static_cast<std::uint8_t>(random.next());
    return drawn([&](int x, int y) {
        return squares[static_cast<std::size_t>(y / side) * (width / side + 1) + static_cast<std::size_t>(x / side)];
    });
}

template <int side>
photo::Photo checkerboard() {
    return drawn([](int x, int y) { return (x / side + y / side) % 2 == 0 ? dark : light; });
}

// Rings in the proportions of a finder pattern, edge to edge, `module` pixels.
template <int module>
photo::Photo finder_patterns() {
    return drawn([](int x, int y) {
        constexpr int cell = 9 * module;
        const int dx = std::abs(x % cell - cell / 2), dy = std::abs(y % cell - cell / 2), away = std::max(dx, dy);
        return 2 * away < 3 * module || (2 * away >= 5 * module && 2 * away < 7 * module) ? dark : light;
    });
}

// Twenty symbols, each whole or damaged so that it is found but not read.
template <bool spoilt>
photo::Photo symbols() {
    const auto symbol =
        *symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124/21/ABCD2345", symbol::EcLevel::M);
    const int module = 500 / (symbol.size() + 8), side = symbol.size() * module;
    Seeded random(7);
    return drawn([&](int x, int y) {
        const int inner_x = x % 800 - 100, inner_y = y % 750 - 100;
        if (inner_x < 0 || inner_y < 0 || inner_x >= side || inner_y >= side) return light;
        const int column = inner_x / module, row = inner_y / module, far = symbol.size() - 9;
        const bool finder = (column < 8 && row < 8) || (column > far && row < 8) || (column < 8 && row > far);
        if (spoilt && !finder) return random.chance(0.5) ? dark : light;
        return symbol.dark(column, row) ? dark : light;
    });
}

} // namespace

const std::vector<DearPhoto>& costly_photos() {
    static const std::vector<DearPhoto> all = {
        {"noise, 1 pixel", noise<1>},
        {"noise, 2 pixels", noise<2>},
        {"noise, 3 pixels", noise<3>},
        {"noise, 5 pixels", noise<5>},
        {"noise, 8 pixels", noise<8>},
        {"noise, 14 pixels", noise<14>},
        {"checkerboard, 2 pixels", checkerboard<2>},
        {"checkerboard, 5 pixels", checkerboard<5>},
        {"checkerboard, 20 pixels", checkerboard<20>},
        {"finder patterns, 1 pixel a module", finder_patterns<1>},
        {"finder patterns, 2 pixels a module", finder_patterns<2>},
        {"finder patterns, 3 pixels a module", finder_patterns<3>},
        {"finder patterns, 4 pixels a module", finder_patterns<4>},
        {"finder patterns, 6 pixels a module", finder_patterns<6>},
        {"finder patterns, 9 pixels a module", finder_patterns<9>},
        {"finder patterns, 14 pixels a module", finder_patterns<14>},
        {"finder patterns, 24 pixels a module", finder_patterns<24>},
        {"twenty symbols", symbols<false>},
        {"twenty spoilt symbols", symbols<true>},
    };
    return all;
}

} // namespace temsao::photos
