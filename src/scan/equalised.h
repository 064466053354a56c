#pragma once
// Inside `scan` only: a symbol's modules with the blur taken out that this photo put in. What the patterns of a symbol
// look like is known; so weights for the greys around a module are fitted that make those modules come out as they
// must be, and used on all others. That follows blur of any shape, also one that is aside of the grid. Pure; any
// thread.
#include "scan/modules.h"

namespace temsao::scan {

struct Equalised {
    Bits bits;
    std::vector<float> sure; // of each module, row by row: 0 as likely dark as light, about 1 as sure as a pattern's
};

Equalised equalised(const photo::GreyView& image, const Grid& grid, const Levels& levels, bool light_on_dark);

} // namespace temsao::scan
