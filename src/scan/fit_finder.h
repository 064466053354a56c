#pragma once
// Inside `scan` only: rays from the middle of a possible finder pattern find its edges, and a parallelogram is fitted
// to them. Pure; any thread.
#include "scan/finder.h"

#include <optional>

namespace temsao::scan {

// A guess from the cuts through a pattern: its middle, its module along rows and columns, in pixels.
struct FinderGuess {
    photo::Point middle;
    double across = 0, down = 0;
    double level = 0; // darker is dark
    bool inverted = false;
};

// Empty when the edges are not those of three nested squares.
std::optional<Finder> fit_finder(const photo::GreyView& image, const FinderGuess& guess, Work& work);

} // namespace temsao::scan
