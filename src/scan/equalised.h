#pragma once
// Inside `scan` only: removes a photo's blur from a symbol's modules. The fixed patterns of a symbol are known, so
// weights for the greys around a module are fitted on them and then applied to all other modules. That works for blur
// of any shape and direction. Pure; any thread.
#include "scan/modules.h"

namespace temsao::scan {

// The greys of a symbol at each half module, and a little around it: what both directions of blur mix.
class HalfModules {
public:
    static constexpr int around = 2; // half modules beyond the middle of the outermost module

    HalfModules(const photo::GreyView& image, const Grid& grid);

    // Half modules right of and below the middle of a module; -around to around.
    float at(int column, int row, int right, int down) const {
        return greys_[static_cast<std::size_t>(2 * row + down + around) * static_cast<std::size_t>(side_) +
                      static_cast<std::size_t>(2 * column + right + around)];
    }

    int modules() const { return modules_; }

    HalfModules as_light() const;

private:
    int modules_, side_;
    std::vector<float> greys_;
};

struct Equalised {
    Bits bits;
    std::vector<float> sure; // certainty of each module, row by row: 0 undecided, about 1 as sure as a fixed pattern
};

Equalised equalised(const HalfModules& greys, const Levels& levels, bool light_on_dark);

} // namespace temsao::scan
