#pragma once
// Inside `grade`: the modules of a symbol and of its quiet zone as the standard's aperture sees them. Values; pure.
#include "grade/flat_grid.h"
#include "photo/photo.h"

#include <algorithm>

namespace temsao::grade {

constexpr int quiet = 4; // modules

// The grey values around the symbol made linear (IEC 61966-2-1); light and dark change places where it is inverted.
Reflectance linear(const photo::Photo& photo, const photo::Reading& reading);

// Between the darkest and the lightest that the aperture saw.
struct Range {
    double least = 0, most = 1;

    double middle() const { return (least + most) / 2; }

    double contrast() const { return most - least; }
};

struct Field {
    int size = 0;               // of the symbol
    std::vector<double> values; // row by row, with the quiet zone around

    double at(int column, int row) const { // -4 .. size + 3
        const int side = size + 2 * quiet;
        return values[static_cast<std::size_t>((row + quiet) * side + column + quiet)];
    }

    Range range() const {
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        return {*least, *most};
    }
};

// The aperture, 0.8 X wide, on the middle of every module.
Field look(const Reflectance& scan, const FlatGrid& grid);

// The modules darker than `level`.
scan::Matrix parted(const Field& field, double level);

// Mean reflectance of the modules that were meant dark, and of those meant light.
struct Tones {
    double dark = 0, light = 1;
};

Tones tones(const Field& field, const scan::Matrix& meant);

} // namespace temsao::grade
