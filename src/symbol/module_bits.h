#pragma once
// Modules as bits, so that many are looked at in one step: 1 is dark; row after row, each row whole words of 64, its
// first module in the lowest bit; what lies beyond the row is 0.
#include <cstdint>
#include <vector>

namespace temsao::symbol {

using ModuleBits = std::vector<std::uint64_t>;

inline constexpr int most_size = 177; // modules on a side, version 40
inline constexpr int word_bits = 64;

constexpr int row_words(int size) {
    return (size + word_bits - 1) / word_bits;
}

} // namespace temsao::symbol
