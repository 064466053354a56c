#pragma once
// the dots of a print -> what two readers see. The print is modelled first: ink spreads into the white beside it, and
// the camera blurs by a quarter of a module. So a code that is read here has a safety margin. Pure; any thread.
#include "base/units.h"
#include "scan/badge.h"

#include <cstdint>
#include <string>
#include <vector>

namespace temsao::scan {

// Row by row, 1 where the printer sets a dot.
struct PrintedDots {
    int width = 0, height = 0;
    std::vector<std::uint8_t> ink;
};

struct ReadBack {
    std::vector<std::string> zxing, zbar; // text of each code in the picture, as each reader reads it
};

// `module`: dots per module of the code, 1 or more (ENSURE).
ReadBack read_back(const PrintedDots& dots, Dots module);

// The number of stars of the badge, as the star counter sees the same print. Empty when it cannot be counted. `module`
// as above.
std::optional<int> stars_back(const PrintedDots& dots, Dots module, const StarCounter& counter);

} // namespace temsao::scan
