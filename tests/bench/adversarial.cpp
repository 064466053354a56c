// Photos of 12 megapixels that are made to cost much: what the default effort takes for each, in CPU milliseconds.
//
// usage: bench_adversarial
#include "scan/read.h"
#include "symbol/symbol.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace temsao;
using namespace temsao::scan;

namespace {

constexpr int width = 4000, height = 3000, most_ms = 300;

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

class Dice {
public:
    unsigned next() {
        return static_cast<unsigned>((state_ = state_ * 6364136223846793005u + 1442695040888963407u) >> 33);
    }

private:
    std::uint64_t state_ = 7;
};

Photo drawn(const std::function<int(int x, int y)>& grey_at) {
    Photo photo{width, height, {}, 1, false};
    photo.grey.reserve(static_cast<std::size_t>(width) * height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            photo.grey.push_back(static_cast<std::uint8_t>(grey_at(x, y)));
    return photo;
}

Photo noise(int block) {
    Dice dice;
    std::vector<std::uint8_t> blocks(static_cast<std::size_t>(width / block + 1) * (height / block + 1));
    for (auto& grey : blocks)
        grey = static_cast<std::uint8_t>(dice.next());
    return drawn([&](int x, int y) {
        return blocks[static_cast<std::size_t>(y / block) * (width / block + 1) + static_cast<std::size_t>(x / block)];
    });
}

Photo checkerboard(int block) {
    return drawn([=](int x, int y) { return (x / block + y / block) % 2 == 0 ? 20 : 230; });
}

// Rings in the proportions of a finder pattern, edge to edge, `module` pixels.
Photo finder_patterns(int module) {
    return drawn([=](int x, int y) {
        const int cell = 9 * module;
        const int dx = std::abs(x % cell - cell / 2), dy = std::abs(y % cell - cell / 2), away = std::max(dx, dy);
        const bool dark = 2 * away < 3 * module || (2 * away >= 5 * module && 2 * away < 7 * module);
        return dark ? 20 : 230;
    });
}

// Twenty symbols, each spoilt so that it is located and not read, or whole.
Photo symbols(bool spoilt) {
    const auto symbol =
        *symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124/21/ABCD2345", symbol::EcLevel::M);
    const int module = 500 / (symbol.size() + 8), side = symbol.size() * module;
    Dice dice;
    return drawn([&](int x, int y) {
        const int inner_x = x % 800 - 100, inner_y = y % 750 - 100;
        if (inner_x < 0 || inner_y < 0 || inner_x >= side || inner_y >= side) return 230;
        const int column = inner_x / module, row = inner_y / module, far = symbol.size() - 9;
        const bool finder = (column < 8 && row < 8) || (column > far && row < 8) || (column < 8 && row > far);
        if (spoilt && !finder) return dice.next() % 2 == 0 ? 20 : 230;
        return symbol.dark(column, row) ? 20 : 230;
    });
}

} // namespace

int main() {
    const std::pair<const char*, std::function<Photo()>> kinds[] = {
        {"noise, 1 pixel", [] { return noise(1); }},
        {"noise, 3 pixels", [] { return noise(3); }},
        {"noise, 8 pixels", [] { return noise(8); }},
        {"checkerboard, 2 pixels", [] { return checkerboard(2); }},
        {"checkerboard, 5 pixels", [] { return checkerboard(5); }},
        {"checkerboard, 20 pixels", [] { return checkerboard(20); }},
        {"finder patterns, 2 pixels a module", [] { return finder_patterns(2); }},
        {"finder patterns, 4 pixels a module", [] { return finder_patterns(4); }},
        {"finder patterns, 9 pixels a module", [] { return finder_patterns(9); }},
        {"twenty symbols", [] { return symbols(false); }},
        {"twenty spoilt symbols", [] { return symbols(true); }},
    };
    int over = 0;
    for (const auto& [name, make] : kinds) {
        const auto photo = make();
        double best = 1e9;
        ReadReport report;
        for (int i = 0; i < 3; ++i) {
            const double start = cpu_ms();
            report = read_symbols(photo);
            best = std::min(best, cpu_ms() - start);
        }
        std::printf("%-36s %7.0f ms  %zu read, %zu passes\n", name, best, report.readings.size(), report.passes.size());
        over += best > most_ms;
    }
    return over > 0 ? 1 : 0;
}
