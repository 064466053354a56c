#pragma once
// Surface: the part of a label around a symbol that was read, as it lies in the photo: flat, or bent around a jar or a
// bottle. Places on it are told in symbol widths, 0,0 at the symbol's top left corner, 1,1 at its bottom right.
//
// A plane under a camera has eight unknowns; a cylinder whose axis runs down or across the label has three more, and
// its curvature, which hardly matters between radii of 1.5 and 3 symbol widths and is fixed. All of them are fitted to
// the edges between the symbol's own dark and light modules, some thousand of them, so that the place of a badge beside
// the symbol is known to a fraction of a module even where the corners are not.
#include "photo/grey_view.h"
#include "photo/reading.h"

namespace temsao::photo {

enum class Bend { none, axis_down, axis_across }; // axis_down: a jar that stands as the label does

class Surface {
public:
    // Nothing when the edges do not fit: a symbol without modules, fewer than 60 edges, or more than 0.35 modules off.
    static std::optional<Surface> fit(const GreyView& photo, const Reading& reading);

    Point at(double x, double y) const; // in pixels of the photo; anywhere

    Bend bend() const { return bend_; }

    double miss_modules() const { return miss_; } // how far the symbol's edges lie from where they should, typically

    // Rows: photo x, photo y, and what both are divided by. Columns: what `basis` gives.
    using Camera = std::array<std::array<double, 4>, 3>;

private:
    Surface(Bend bend, Camera camera, double miss) : bend_(bend), camera_(camera), miss_(miss) {}

    Bend bend_;
    Camera camera_;
    double miss_;
};

} // namespace temsao::photo
