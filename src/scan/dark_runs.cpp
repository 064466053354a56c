#include "scan/dark_runs.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace temsao::scan {
namespace {

constexpr int word_bits = 64;

#ifdef __wasm_simd128__

// Bytes of 0 or 1 as bits, the first byte lowest: the sign of each that is negated.
std::uint64_t packed_word(const std::uint8_t* bytes) {
    std::uint64_t bits = 0;
    for (int i = 0; i < word_bits; i += 16)
        bits |= std::uint64_t{wasm_i8x16_bitmask(wasm_i8x16_neg(wasm_v128_load(bytes + i)))} << i;
    return bits;
}

#else

// Eight bytes of 0 or 1 as eight bits, the first byte lowest: each product falls on a place of its own.
std::uint64_t packed(const std::uint8_t* bytes) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes, sizeof eight);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    return eight * 0x0102040810204080u >> 56;
}

std::uint64_t packed_word(const std::uint8_t* bytes) {
    std::uint64_t bits = 0;
    for (int i = 0; i < word_bits / 8; ++i)
        bits |= packed(bytes + 8 * i) << 8 * i;
    return bits;
}

#endif

} // namespace

DarkRuns::DarkRuns(const photo::GreyView& image, const Thresholds& thresholds)
    : image_(image),
      thresholds_(thresholds),
      levels_(static_cast<std::size_t>((image.width + word_bits - 1) / word_bits * word_bits)),
      dark_(levels_.size()) {}

void DarkRuns::spread_levels(int y) {
    if (block_row_ == y / Thresholds::block) return;
    block_row_ = y / Thresholds::block;
    const auto* levels = thresholds_.row(y);
    for (int x = 0; x < image_.width; x += Thresholds::block)
        std::memset(&levels_[static_cast<std::size_t>(x)], levels[x / Thresholds::block], Thresholds::block);
}

const std::vector<int>& DarkRuns::ends_of(int y) {
    spread_levels(y);
    const auto* pixels = image_.first + static_cast<std::ptrdiff_t>(y) * image_.width;
    const auto width = static_cast<std::size_t>(image_.width);
    for (std::size_t x = 0; x < width; ++x)
        dark_[x] = pixels[x] < levels_[x];
    std::memset(dark_.data() + width, dark_[width - 1], dark_.size() - width); // no run ends beyond the picture
    starts_dark_ = dark_[0] != 0;
    ends_.clear();
    std::uint64_t before = dark_[0];
    for (std::size_t x = 0; x < dark_.size(); x += word_bits) {
        const auto bits = packed_word(&dark_[x]);
        for (auto changes = bits ^ (bits << 1 | before); changes != 0; changes &= changes - 1)
            ends_.push_back(static_cast<int>(x) + std::countr_zero(changes));
        before = bits >> 63;
    }
    ends_.push_back(image_.width);
    return ends_;
}

} // namespace temsao::scan
