#include "scan/cut.h"

#include <algorithm>

namespace temsao::scan {
namespace {

// Steps from `at` to the border.
int room(int at, int size, int step) {
    return step > 0 ? size - 1 - at : step < 0 ? at : size + at;
}

} // namespace

std::optional<Cut>
cut_through(const photo::GreyView& image, int x, int y, Way way, int level, bool inverted, int reach) {
    const std::ptrdiff_t step = std::ptrdiff_t{way.y} * image.width + way.x;
    const auto* pixel = image.first + static_cast<std::ptrdiff_t>(y) * image.width + x;
    const auto is_dark = [&](int offset) { return (pixel[offset * step] < level) != inverted; };
    if (!is_dark(0)) return {};
    int runs[2][3] = {};
    for (const int side : {0, 1}) {
        const int sign = side == 0 ? -1 : 1;
        const int last = std::min({reach, room(x, image.width, sign * way.x), room(y, image.height, sign * way.y)});
        int offset = side == 0 ? 0 : 1;
        bool dark = true;
        for (int run = 0; run < 3; ++run, dark = !dark)
            while (offset <= last && is_dark(sign * offset) == dark) {
                ++runs[side][run];
                ++offset;
            }
    }
    const int inner = runs[0][0] + runs[1][0];
    if (!looks_like_a_cut(runs[0][2], runs[0][1], inner, runs[1][1], runs[1][2])) return {};
    return Cut{(way.x == 0 ? y : x) + (runs[1][0] - runs[0][0]) / 2.0 + 1, (runs[0][1] + inner + runs[1][1]) / 5.0};
}

} // namespace temsao::scan
