#include "scan/modules.h"

#include <algorithm>
#include <bit>

namespace temsao::scan {
namespace {

// Remainder bits of a BCH code (annexes C and D).
std::uint32_t with_remainder(std::uint32_t value, int check_bits, std::uint32_t generator) {
    std::uint32_t rest = value << check_bits;
    for (int bit = 31; bit >= check_bits; --bit)
        if (rest >> bit & 1) rest ^= generator << (bit - check_bits);
    return value << check_bits | rest;
}

void draw_corner(Bits& bits, int middle_u, int middle_v) {
    for (int dv = -4; dv <= 4; ++dv)
        for (int du = -4; du <= 4; ++du) {
            const int u = middle_u + du, v = middle_v + dv;
            if (u < 0 || v < 0 || u >= bits.size || v >= bits.size) continue;
            const int square = std::max(std::abs(du), std::abs(dv));
            bits.at(u, v) = square != 2 && square != 4;
        }
}

} // namespace

std::vector<int> alignment_middles(int size) {
    const int version = (size - 17) / 4;
    if (version < 2) return {};
    const int count = version / 7 + 2;
    const int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
    std::vector<int> middles(static_cast<std::size_t>(count), 6);
    for (int i = 1; i < count; ++i)
        middles[static_cast<std::size_t>(i)] = size - 7 - step * (count - 1 - i);
    return middles;
}

Greys sample(const GreyView& image, const Grid& grid) {
    Greys greys{grid.modules(), {}};
    greys.values.resize(static_cast<std::size_t>(greys.size) * static_cast<std::size_t>(greys.size));
    for (int v = 0; v < greys.size; ++v)
        for (int u = 0; u < greys.size; ++u) {
            const Point middle = grid.at(u + 0.5, v + 0.5);
            const Point right = (grid.at(u + 1.0, v + 0.5) - middle) * 0.5,
                        down = (grid.at(u + 0.5, v + 1.0) - middle) * 0.5;
            greys.at(u, v) = static_cast<float>((2 * grey_at(image, middle) + grey_at(image, middle + right) +
                                                 grey_at(image, middle - right) + grey_at(image, middle + down) +
                                                 grey_at(image, middle - down)) /
                                                6);
        }
    return greys;
}

Greys sharpened(const Greys& greys, float share) {
    Greys result = greys;
    const auto clamp = [&](int at) { return std::clamp(at, 0, greys.size - 1); };
    for (int v = 0; v < greys.size; ++v)
        for (int u = 0; u < greys.size; ++u) {
            const float around = (greys.at(clamp(u - 1), v) + greys.at(clamp(u + 1), v) + greys.at(u, clamp(v - 1)) +
                                  greys.at(u, clamp(v + 1))) /
                                 4;
            result.at(u, v) = greys.at(u, v) + share * (greys.at(u, v) - around);
        }
    return result;
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

Bits decided(const Greys& greys, int reach, bool light_on_dark) {
    Bits bits{greys.size, std::vector<std::uint8_t>(greys.values.size())};
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
            const double between =
                below < 1 || above < 1 ? (sum + rest) / (below + above) : (sum / below + rest / above) / 2;
            bits.at(u, v) = (greys.at(u, v) < between) != light_on_dark;
        }
    return bits;
}

void draw_fixed_patterns(Bits& bits) {
    const int size = bits.size;
    for (int i = 8; i < size - 8; ++i)
        bits.at(i, 6) = bits.at(6, i) = i % 2 == 0;
    draw_corner(bits, 3, 3);
    draw_corner(bits, size - 4, 3);
    draw_corner(bits, 3, size - 4);
    bits.at(8, size - 8) = 1;
    const int version = (size - 17) / 4;
    if (version < 7) return;
    const auto word = with_remainder(static_cast<std::uint32_t>(version), 12, 0x1f25);
    for (int i = 0; i < 18; ++i)
        bits.at(size - 11 + i % 3, i / 3) = bits.at(i / 3, size - 11 + i % 3) = word >> i & 1;
}

FormatDistance format_distance(const Bits& bits) {
    const int size = bits.size;
    std::uint32_t first = 0, second = 0; // figure 25: bit 0 to bit 14
    for (int i = 0; i < 15; ++i) {
        const int v = i < 6 ? i : i < 8 ? i + 1 : 8, u = i < 8 ? 8 : i == 8 ? 7 : 14 - i;
        first |= static_cast<std::uint32_t>(bits.at(u, v)) << i;
        second |= static_cast<std::uint32_t>(i < 8 ? bits.at(size - 1 - i, 8) : bits.at(8, size - 15 + i)) << i;
    }
    FormatDistance nearest;
    for (std::uint32_t format = 0; format < 32; ++format) {
        const auto word = with_remainder(format, 10, 0x537) ^ 0x5412u;
        const int one = std::popcount(first ^ word), other = std::popcount(second ^ word);
        nearest.better = std::min({nearest.better, one, other});
        nearest.both = std::min(nearest.both, one + other);
    }
    return nearest;
}

} // namespace temsao::scan
