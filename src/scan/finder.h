#pragma once
// Inside `scan` only: photo -> finder patterns, the three squares in a symbol's corners, by their own geometry.
// A pattern is three squares in one another, half as wide as 1.5, 2.5 and 3.5 modules. Rays from the middle meet their
// edges; a parallelogram through those edges gives the middle and the module to parts of a pixel, and holds where some
// rays meet glare, a scratch or a neighbour. Pure; any thread.
#include "photo/geometry.h"
#include "scan/work.h"

namespace temsao::scan {

struct Finder {
    photo::Point middle;
    photo::Point first,
        second; // one module along each side, in pixels; first is turned less than a right angle to second
    bool inverted = false;
    double misfit = 0;          // of its edges, in modules; patterns of photos lie under 0.3
    double dark = 0, light = 0; // grey of the inner square and of the ring around it, as printed
};

// At most 400. Finds modules of about 1.5 to 8 pixels; smaller pictures of the same photo show larger ones. Nothing is
// looked for in what is known. Ends where `work` does.
std::vector<Finder> find_finders(const photo::GreyView& image,
                                 const std::vector<std::array<photo::Point, 4>>& known_symbols,
                                 const std::vector<Finder>& known_finders,
                                 Work& work);

Finder scaled(Finder finder, double by);

// The largest module of both sides, in pixels.
double module_size(const Finder& finder);

} // namespace temsao::scan
