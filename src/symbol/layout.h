#pragma once
// Inside `symbol` only: what all symbols of one version share (ISO/IEC 18004:2015 6.3, 7.7, 7.8.2, 7.9, 7.10).
#include "symbol/module_bits.h"

#include <array>

namespace temsao::symbol {

inline constexpr int mask_count = 8;

inline void flip(ModuleBits& bits, std::uint32_t place) {
    bits[place / word_bits] ^= std::uint64_t{1} << place % word_bits;
}

// A place is the index of a module's bit.
struct Layout {
    int size = 0;
    ModuleBits patterns;                      // finder, timing, alignment, version, the one dark module
    std::array<ModuleBits, mask_count> masks; // the modules that each mask flips
    std::vector<std::uint32_t> codewords;     // places of their bits, starting with the highest bit of the first
    std::array<std::array<std::uint32_t, 2>, 15> format = {}; // places of its bits, lowest first, two for each
};

// Computed once, on first use; any thread.
const Layout& layout_of(int version);

} // namespace temsao::symbol
