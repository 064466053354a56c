#pragma once
// Modules as bits, so that many are handled in one step: 1 is dark. Row after row, each row in whole words of 64 bits,
// its first module in the lowest bit; bits beyond the row are 0. Values; any thread.
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
