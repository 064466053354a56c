#pragma once
// Inside `scan` only: Modules, what was sampled at a symbol's modules, and how they are decided. Pure; any thread.
#include "scan/grid.h"

#include <cstdint>

namespace temsao::scan {

// size * size greys, row by row.
struct Greys {
    int size = 0;
    std::vector<float> values;

    float& at(int u, int v) {
        return values[static_cast<std::size_t>(v) * static_cast<std::size_t>(size) + static_cast<std::size_t>(u)];
    }

    float at(int u, int v) const {
        return values[static_cast<std::size_t>(v) * static_cast<std::size_t>(size) + static_cast<std::size_t>(u)];
    }
};

// size * size bits, row by row; 1 is dark.
struct Bits {
    int size = 0;
    std::vector<std::uint8_t> values;

    std::uint8_t& at(int u, int v) {
        return values[static_cast<std::size_t>(v) * static_cast<std::size_t>(size) + static_cast<std::size_t>(u)];
    }

    std::uint8_t at(int u, int v) const {
        return values[static_cast<std::size_t>(v) * static_cast<std::size_t>(size) + static_cast<std::size_t>(u)];
    }
};

// The mean grey around each module's middle.
Greys sample(const GreyView& image, const Grid& grid);

// Each module less what its neighbours' blur brought in.
Greys sharpened(const Greys& greys, float share);

// Dark where darker than the middle between the dark and the light within `reach` modules around; `light_on_dark` turns
// it.
Bits decided(const Greys& greys, int reach, bool light_on_dark);

// The patterns and the version as they must be.
void draw_fixed_patterns(Bits& bits);

// How far the two copies of the format (7.9) are from any that exists: the better copy, and both together; 15 and 30
// bits.
struct FormatDistance {
    int better = 15, both = 30;
};

FormatDistance format_distance(const Bits& bits);

} // namespace temsao::scan
