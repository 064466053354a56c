#pragma once
// Inside `scan` only: photo -> finder patterns, the three squares in a symbol's corners, by their geometry. A pattern
// is three nested squares with half widths of 1.5, 2.5 and 3.5 modules. Rays from the middle find their edges; a
// parallelogram fitted to these edges gives middle and module to fractions of a pixel, even when some rays hit glare, a
// scratch or a neighbour. Pure; any thread.
#include "photo/geometry.h"
#include "scan/work.h"

namespace temsao::scan {

struct Finder {
    photo::Point middle;
    photo::Point first,
        second; // one module along each side, in pixels; first is turned less than a right angle to second
    bool inverted = false;
    double misfit = 0;          // of its edges, in modules; below 0.3 for real patterns in photos
    double dark = 0, light = 0; // grey of the inner square and of the ring around it, as printed
    bool is_round = false;      // rings instead of squares: its sides may be turned anyhow (scan/round_eye.h)
    bool is_guess = false;      // guessed: its place follows from two others (scan/pair.h)
};

// At most 400, some of them twice, as seen at different thresholds. Finds modules of about 1.5 to 8 pixels; larger ones
// are found in reduced pictures of the same photo. Areas that are known are not searched. Stops when `work` is used up.
std::vector<Finder> find_finders(const photo::GreyView& image,
                                 const std::vector<std::array<photo::Point, 4>>& known_symbols,
                                 const std::vector<Finder>& known_finders,
                                 Work& work);

Finder scaled(Finder finder, double by);

// The largest module of both sides, in pixels.
double module_size(const Finder& finder);

} // namespace temsao::scan
