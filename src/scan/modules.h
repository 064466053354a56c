#pragma once
// Inside `scan` only: Modules, the greys sampled at a symbol's modules, and the decision between dark and light. Pure;
// any thread.
#include "scan/grid.h"

#include <cstdint>

namespace temsao::scan {

// A camera stores about the root of the light, and blur mixes light: where paper is dazzling, blur eats into the dark.
inline float light_of(float grey) {
    return grey * grey / 255;
}

// size * size greys, row by row.
struct Greys {
    int size = 0;
    std::vector<float> values;

    Greys as_light() const;

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
Greys sample(const photo::GreyView& image, const Grid& grid);

// For a window around each module: the grey halfway between its dark and light modules, and their distance from it.
struct Levels {
    Greys middle, half;
};

Levels levels_around(const Greys& greys, int reach); // this many modules to each side

// Dark where darker than the middle; `light_on_dark` inverts it.
Bits decided(const Greys& greys, const Levels& levels, bool light_on_dark);

// The fixed patterns and the version information as they must be.
void draw_fixed_patterns(Bits& bits);

// Wrong bits of the two copies of the format (7.9) against the nearest valid format: of the better copy (15 bits), and
// of both together (30 bits).
struct FormatDistance {
    int better = 15, both = 30;
};

FormatDistance format_distance(const Bits& bits);

} // namespace temsao::scan
