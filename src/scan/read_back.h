#pragma once
// the dots of a print -> what two readers see. The print is modelled first: ink spreads into the white beside it, and
// the camera blurs by a quarter of a module. So a code that is read here has a safety margin. Pure; any thread.
#include "base/units.h"
#include "photo/photo.h"
#include "photo/reading.h"

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

// usual: 3 to 5 pixels a module, as most labels are scanned; near: 8 or more, the phone held closer after a failed try.
// Measured in modules, both photos are blurred alike.
enum class Nearness { usual, near };

// `module`: dots per module of the code, 1 or more (ENSURE).
photo::Photo photographed(const PrintedDots& dots, Dots module, Nearness nearness = Nearness::usual);

// What both readers find in such a photo.
ReadBack read_back(const photo::Photo& photo);

// The codes of tills in such a photo: EAN-13 and EAN-8, which both readers read, and DataMatrix, which ZBar does not.
ReadBack read_till_codes_back(const photo::Photo& photo);

// The one code of such a photo with its corners; nothing when there are none or several.
std::optional<photo::Reading> read_alone(const photo::Photo& photo);

} // namespace temsao::scan
