#pragma once
// dots as a printer will set them -> what two readers see of them. The print is modelled first: ink spreads into the
// white beside it, and the camera blurs by a quarter of a module. So a code that is read here has something to spare.
// Pure; any thread.
#include "base/units.h"

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

} // namespace temsao::scan
