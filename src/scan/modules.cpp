#include "scan/modules.h"

#include "scan/qr_patterns.h"

#include <algorithm>
#include <bit>

namespace temsao::scan {
Greys Greys::as_light() const {
    auto result = *this;
    for (auto& grey : result.values)
        grey = light_of(grey);
    return result;
}

Greys sample(const photo::GreyView& image, const Grid& grid) {
    Greys greys{grid.modules(), {}};
    greys.values.resize(static_cast<std::size_t>(greys.size) * static_cast<std::size_t>(greys.size));
    for (int v = 0; v < greys.size; ++v)
        for (int u = 0; u < greys.size; ++u) {
            const photo::Point middle = grid.at(u + 0.5, v + 0.5);
            const photo::Point right = (grid.at(u + 1.0, v + 0.5) - middle) * 0.5,
                               down = (grid.at(u + 0.5, v + 1.0) - middle) * 0.5;
            greys.at(u, v) =
                static_cast<float>((2 * grey_at(image, middle) + photo::grey_at(image, middle + right) +
                                    photo::grey_at(image, middle - right) + photo::grey_at(image, middle + down) +
                                    photo::grey_at(image, middle - down)) /
                                   6);
        }
    return greys;
}

namespace {

// Sums over windows of `reach` modules to each side.
class Windows {
public:
    explicit Windows(const Greys& greys)
        : size_(greys.size),
          sums_(static_cast<std::size_t>((size_ + 1) * (size_ + 1))) {
        for (int v = 0; v < size_; ++v)
            for (int u = 0; u < size_; ++u)
                sum(u + 1, v + 1) = static_cast<double>(greys.at(u, v)) + sum(u, v + 1) + sum(u + 1, v) - sum(u, v);
    }

    double around(int u, int v, int reach) {
        const int left = std::max(0, u - reach), right = std::min(size_, u + reach + 1);
        const int top = std::max(0, v - reach), bottom = std::min(size_, v + reach + 1);
        return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
    }

private:
    double& sum(int u, int v) { return sums_[static_cast<std::size_t>(v * (size_ + 1) + u)]; }

    int size_;
    std::vector<double> sums_;
};

} // namespace

Levels levels_around(const Greys& greys, int reach) {
    constexpr float least_half = 8; // of noise there is no telling dark from light
    Levels levels{greys, greys};
    Greys dark = greys, is_dark = greys, one = greys;
    std::fill(one.values.begin(), one.values.end(), 1.0f);
    Windows all(greys), count(one);
    for (int v = 0; v < greys.size; ++v)
        for (int u = 0; u < greys.size; ++u) {
            const bool below = greys.at(u, v) * count.around(u, v, reach) < all.around(u, v, reach);
            is_dark.at(u, v) = below ? 1.0f : 0.0f;
            dark.at(u, v) = below ? greys.at(u, v) : 0.0f;
        }
    Windows darks(dark), dark_count(is_dark);
    for (int v = 0; v < greys.size; ++v)
        for (int u = 0; u < greys.size; ++u) {
            const double below = dark_count.around(u, v, reach), above = count.around(u, v, reach) - below;
            const double sum = darks.around(u, v, reach), rest = all.around(u, v, reach) - sum;
            const bool is_flat = below < 1 || above < 1;
            levels.middle.at(u, v) =
                static_cast<float>(is_flat ? (sum + rest) / (below + above) : (sum / below + rest / above) / 2);
            levels.half.at(u, v) =
                std::max(least_half, is_flat ? 0.0f : static_cast<float>((rest / above - sum / below) / 2));
        }
    return levels;
}

Bits decided(const Greys& greys, const Levels& levels, bool light_on_dark) {
    Bits bits{greys.size, std::vector<std::uint8_t>(greys.values.size())};
    for (std::size_t i = 0; i < greys.values.size(); ++i)
        bits.values[i] = (greys.values[i] < levels.middle.values[i]) != light_on_dark;
    return bits;
}

void draw_fixed_patterns(Bits& bits) {
    for (const auto& [cell, part, dark] : fixed_modules(bits.size))
        bits.at(cell.column, cell.row) = dark;
}

FormatDistance format_distance(const Bits& bits) {
    std::array<std::uint32_t, 2> seen{};
    const auto copies = format_cells(bits.size);
    for (std::size_t copy = 0; copy < 2; ++copy)
        for (const auto& cell : copies[copy])
            seen[copy] = seen[copy] << 1 | bits.at(cell.column, cell.row);
    FormatDistance nearest;
    for (std::uint32_t format = 0; format < 32; ++format) {
        const auto word = format_word(format);
        const int one = std::popcount(seen[0] ^ word), other = std::popcount(seen[1] ^ word);
        nearest.better = std::min({nearest.better, one, other});
        nearest.both = std::min(nearest.both, one + other);
    }
    return nearest;
}

} // namespace temsao::scan
