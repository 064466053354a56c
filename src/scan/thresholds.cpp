#include "scan/thresholds.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr int block = Thresholds::block;
constexpr int blocks_around = 3; // from the mean of so many blocks to each side

} // namespace

Thresholds local_means(const photo::GreyView& image) {
    Thresholds result;
    result.columns = (image.width + block - 1) / block;
    result.rows = (image.height + block - 1) / block;
    const auto columns = static_cast<std::size_t>(result.columns), rows = static_cast<std::size_t>(result.rows);
    const auto stride = columns + 1;
    std::vector<std::uint32_t> sums(stride * (rows + 1)); // of all pixels above and left
    std::vector<std::uint32_t> line(columns);
    for (std::size_t by = 0; by < rows; ++by) {
        std::fill(line.begin(), line.end(), 0u);
        const int end = std::min(image.height, static_cast<int>(by + 1) * block);
        for (int y = static_cast<int>(by) * block; y < end; ++y) {
            const auto* pixel = image.first + static_cast<std::ptrdiff_t>(y) * image.width;
            for (std::size_t bx = 0; bx < columns; ++bx) {
                const auto stop = std::min<std::size_t>(static_cast<std::size_t>(image.width), (bx + 1) * block);
                std::uint32_t sum = 0;
                for (auto x = bx * block; x < stop; ++x)
                    sum += pixel[x];
                line[bx] += sum;
            }
        }
        std::uint32_t so_far = 0;
        for (std::size_t bx = 0; bx < columns; ++bx) {
            so_far += line[bx];
            sums[(by + 1) * stride + bx + 1] = sums[by * stride + bx + 1] + so_far;
        }
    }
    result.levels.resize(columns * rows);
    for (int by = 0; by < result.rows; ++by)
        for (int bx = 0; bx < result.columns; ++bx) {
            const auto left = static_cast<std::size_t>(std::max(0, bx - blocks_around)),
                       right = static_cast<std::size_t>(std::min(result.columns, bx + blocks_around + 1)),
                       top = static_cast<std::size_t>(std::max(0, by - blocks_around)),
                       bottom = static_cast<std::size_t>(std::min(result.rows, by + blocks_around + 1));
            const auto sum = sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left] +
                             sums[top * stride + left];
            const auto across =
                std::min<std::size_t>(static_cast<std::size_t>(image.width), right * block) - left * block;
            const auto down =
                std::min<std::size_t>(static_cast<std::size_t>(image.height), bottom * block) - top * block;
            result.levels[static_cast<std::size_t>(by) * columns + static_cast<std::size_t>(bx)] =
                static_cast<std::uint8_t>(sum / (across * down));
        }
    return result;
}

Thresholds times(const Thresholds& thresholds, double factor) {
    auto result = thresholds;
    for (auto& level : result.levels)
        level = static_cast<std::uint8_t>(std::min(255.0, level * factor));
    return result;
}

} // namespace temsao::scan
