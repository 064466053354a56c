#pragma once
// Inside `scan` only: removes a photo's blur from a symbol's modules. The fixed patterns of a symbol are known, so
// weights for the greys around a module are fitted on them and then applied to all other modules. That works for blur
// of any shape and direction. Pure; any thread.
#include "scan/modules.h"

namespace temsao::scan {

struct Equalised {
    Bits bits;
    std::vector<float> sure; // certainty of each module, row by row: 0 undecided, about 1 as sure as a fixed pattern
};

Equalised equalised(const photo::GreyView& image, const Grid& grid, const Levels& levels, bool light_on_dark);

} // namespace temsao::scan
