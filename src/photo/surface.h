#pragma once
// Surface: the part of a label around a symbol that was read, as it lies in the photo: flat, or bent around a jar or a
// bottle. Places on it are in symbol widths: 0,0 is the symbol's top left corner, 1,1 its bottom right.
//
// A plane under a camera has eight unknowns; a cylinder whose axis runs down or across the label has three more, and
// its curvature, which makes little difference between radii of 1.5 and 3 symbol widths and is fixed. All are fitted to
// the edges between the symbol's own dark and light modules, about a thousand, so that the place of a badge beside the
// symbol is known to a fraction of a module even where the corners are not. Pure; any thread.
#include "photo/grey_view.h"
#include "photo/reading.h"

namespace temsao::photo {

enum class Bend { none, axis_down, axis_across }; // axis_down: an upright jar with an upright label

class Surface {
public:
    // Empty when the edges do not fit: a symbol without modules, fewer than 60 edges, or a miss of more than 0.35
    // modules.
    static std::optional<Surface> fit(const GreyView& photo, const Reading& reading);

    Point at(double x, double y) const; // in pixels of the photo; anywhere

    Bend bend() const { return bend_; }

    double miss_modules() const { return miss_; } // typical distance of the symbol's edges from their fitted places

    // Rows: photo x, photo y, and what both are divided by. Columns: what `basis` gives.
    using Camera = std::array<std::array<double, 4>, 3>;

private:
    Surface(Bend bend, Camera camera, double miss) : bend_(bend), camera_(camera), miss_(miss) {}

    Bend bend_;
    Camera camera_;
    double miss_;
};

} // namespace temsao::photo
