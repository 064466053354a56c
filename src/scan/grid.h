#pragma once
// Inside `scan` only: Grid, where a symbol's modules lie in a photo. A perspective, bent by polynomials, which fits
// jars, bottles and creased labels. Module coordinates run from 0 to `modules` to the right and down; the middle of the
// top left module is (0.5, 0.5). Pure; any thread.
#include "photo/geometry.h"

namespace temsao::scan {

// A place in modules and the place in the picture where it was seen; an edge gives the position in one direction only.
struct Match {
    double u = 0, v = 0;
    photo::Point at;
    double weight_u = 1, weight_v = 1;
};

class Grid {
public:
    // The perspective that fits best, weakly regularised towards no perspective.
    Grid(int modules, const std::vector<Match>& matches);

    bool is_usable() const { return usable_; }

    int modules() const { return modules_; }

    photo::Point at(double u, double v) const;

    // Bends the perspective to follow the matches: polynomials of degree 1 to 4, regularised by `stiffness`.
    void bend(const std::vector<Match>& matches, int degree, double stiffness);

    // Nodes evenly spaced over the symbol, row by row, as many across as down: how far each part lies from where the
    // bent perspective puts it, in modules.
    void lay_over(std::vector<photo::Point> nodes);

private:
    photo::Point moved_at(double u, double v) const;
    photo::Point unbent(double u, double v) const;
    photo::Point in_modules(photo::Point pixel) const;

    int modules_;
    bool usable_ = false;
    std::array<double, 8> perspective_{}; // of coordinates from -1 to 1, into pixels from `origin_` by `scale_`
    std::array<double, 9> inverse_{};
    photo::Point origin_;
    double scale_ = 1;
    int degree_ = 0;
    std::vector<double> bend_u_, bend_v_;
    std::vector<photo::Point> nodes_;
    int side_ = 0; // of the nodes
};

} // namespace temsao::scan
