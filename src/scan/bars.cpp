#include "scan/bars.h"

#include "photo/geometry.h"

namespace temsao::scan {
namespace {

constexpr int bar_block = 16;       // pixels: wider than the widest bar of a code that is just fine enough to be read
constexpr double least_slope = 12;  // mean square of the grey's slope; less is paper
constexpr double least_agree = 0.6; // of the block's edges; 1 when all run one way, 0 when none prevails

// Twice the angle of a block's edges as a vector, so that opposite slopes agree; zero where they run anyhow.
photo::Point way_of_block(const photo::Photo& photo, int left, int top) {
    std::int64_t xx = 0, yy = 0, xy = 0;
    for (int y = top; y < top + bar_block; y += 2) {
        const auto* row = photo.grey.data() + static_cast<std::ptrdiff_t>(y) * photo.width + left;
        const auto* below = row + photo.width;
        for (int x = 0; x < bar_block; ++x) {
            const int across = row[x + 1] - row[x], down = below[x] - row[x];
            xx += across * across;
            yy += down * down;
            xy += across * down;
        }
    }
    const double all = static_cast<double>(xx + yy), one = static_cast<double>(xx - yy),
                 other = 2 * static_cast<double>(xy);
    const double strength = std::hypot(one, other);
    if (all < least_slope * bar_block * bar_block / 2 || strength < least_agree * all) return {};
    return {one / strength, other / strength};
}

// Calls act with the index of a block and of the eight around it.
template <class Act>
void each_around(int column, int row, int columns, Act act) {
    for (int y = row - 1; y <= row + 1; ++y)
        for (int x = column - 1; x <= column + 1; ++x)
            act(static_cast<std::size_t>(y * columns + x));
}

} // namespace

BarPlaces::BarPlaces(const photo::Photo& photo) {
    const int columns = (photo.width - 1) / bar_block, rows = (photo.height - 1) / bar_block;
    if (columns < 3 || rows < 3) return;
    std::vector<photo::Point> ways;
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column)
            ways.push_back(way_of_block(photo, column * bar_block, row * bar_block));
    constexpr double least_sum = 6.2; // of nine blocks that all agree
    std::vector<std::uint8_t> barred(ways.size());
    for (int row = 1; row + 1 < rows; ++row)
        for (int column = 1; column + 1 < columns; ++column) {
            photo::Point sum;
            each_around(column, row, columns, [&](std::size_t at) { sum = sum + ways[at]; });
            barred[static_cast<std::size_t>(row * columns + column)] = photo::length(sum) > least_sum;
        }
    constexpr int least_around = 5; // of nine: a line of print and the edge of a label are long, and not high
    for (int row = 1; row + 1 < rows; ++row)
        for (int column = 1; column + 1 < columns; ++column) {
            int count = 0;
            each_around(column, row, columns, [&](std::size_t at) { count += barred[at]; });
            if (count >= least_around) places_.push_back({(column + 0.5) * bar_block, (row + 0.5) * bar_block});
        }
}

std::vector<photo::Point> BarPlaces::within(photo::Point place, double pixels) const {
    std::vector<photo::Point> near;
    for (const auto& at : places_)
        if (photo::length(at - place) < pixels) near.push_back(at);
    return near;
}

} // namespace temsao::scan
