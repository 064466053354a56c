#pragma once
// dots as a printer will set them -> what two readers see of them. The print is modelled first: ink spreads into the
// white beside it, and the camera blurs by a quarter of a module. So a code that is read here has something to spare.
// Pure; any thread.
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
    std::vector<std::string> zxing, zbar; // what each code in the picture holds, to each reader
};

// `module`: how many dots a module of the code has, 1 or more (ENSURE).
ReadBack read_back(const PrintedDots& dots, Dots module);

// The same print seen by the star counter: how many stars the badge has. Nothing when it cannot be said. `module` as
// above.
std::optional<int> stars_back(const PrintedDots& dots, Dots module, const StarCounter& counter);

} // namespace temsao::scan
