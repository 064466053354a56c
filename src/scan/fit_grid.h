#pragma once
// Inside `scan` only: candidate -> grids, fitted to the picture in steps: first by the corner patterns, then by the
// timing lines, the alignment patterns, and last by every edge between a dark and a light module. Pure.
#include "scan/candidate.h"
#include "scan/grid.h"

namespace temsao::scan {

class GridFit {
public:
    // `modules` is the assumed size of the symbol; is_usable says whether the patterns allow a grid at all.
    GridFit(const photo::GreyView& image, const Candidate& candidate, int modules);

    const Grid& grid() const { return grid_; }

    bool is_usable() const { return grid_.is_usable(); }

    // How well the timing lines alternate under the grid: 1 as printed, 0 noise.
    double timing() const;

    // Gives how well the timing lines could be followed from pattern to pattern, however they are bent: up to 1.
    double follow_timing();
    void find_alignment(double reach); // searches each pattern within this many modules
    void follow_wrinkles();
    void follow_edges(int degree, double stiffness); // one round: a robust fit to all edges nearby

private:
    double grey(double u, double v) const { return photo::grey_at(image_, grid_.at(u, v)); }

    double add_line(bool across, std::vector<Match>& found) const;

    photo::GreyView image_;
    double dark_, light_;
    std::vector<Match> corners_, timing_, alignment_;
    Grid grid_;
};

} // namespace temsao::scan
