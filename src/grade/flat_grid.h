#pragma once
// Inside `grade`: where each module of a known symbol lies on a flat scan, to a fraction of a pixel. Module units: 0,0
// is the symbol's top left corner, x to the right, module (c, r) has its centre at c + 0.5, r + 0.5.
#include "photo/reading.h"
#include "scan/qr_matrix.h"

namespace temsao::grade {

// Reflectance 0..1 of a part of the picture, row by row. Places are those of the whole picture.
struct Reflectance {
    int left = 0, top = 0, width = 0, height = 0;
    std::vector<float> values;

    double at(double x, double y) const; // interpolated; outside the part the nearest pixel. Pixel centres are at .5

    bool has(photo::Point at) const {
        return at.x >= left && at.y >= top && at.x < left + width && at.y < top + height;
    }
};

// From module units to pixels, as a plane seen in perspective.
struct Plane {
    std::array<double, 9> m{1, 0, 0, 0, 1, 0, 0, 0, 1};

    photo::Point operator()(double x, double y) const;
    static Plane from_corners(const std::array<photo::Point, 4>& corners, double size);
};

struct FlatGrid {
    Plane plane;
    double growth_x = 0, growth_y = 0; // dark edges moved outward, both sides together, in modules
    double largest_deviation = 0;      // of a grid crossing from the plane, in modules
    int size = 0;
    std::vector<photo::Point> bend; // offset of each module's centre from the plane, in modules

    photo::Point centre(int column, int row) const; // in pixels; also outside the symbol, where there is no bend
};

// `level`: the reflectance that separates dark from light.
FlatGrid fit_grid(const Reflectance& scan, const scan::Matrix& meant, Plane start, double level);

} // namespace temsao::grade
