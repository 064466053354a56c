#pragma once
// A whole picture with its colours, to be drawn and not to be read: no damage is passed over. PNG and JPEG, recognised
// by content; the size is looked at before any pixel is decoded. Any thread may call.
#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::decode {

// Row by row from the top, 8 bits a sample.
struct InColour {
    int width = 0, height = 0;
    int samples = 1;                 // 1: grey; 3: red, green, blue (sRGB)
    std::vector<std::uint8_t> bytes; // width * height * samples; white where nothing of it can be seen
    std::vector<std::uint8_t> alpha; // width * height, 255 where it hides all below; empty when it does everywhere
};

enum class Refused {
    no,
    other_kind, // neither PNG nor JPEG
    four_inks,  // CMYK or YCCK: its colours depend on a profile
    too_large,  // width and height say how large
    damaged     // `why` holds the library's words
};

struct Decoded {
    Refused refused = Refused::no;
    std::string why = {};
    InColour picture = {}; // whole only when nothing is refused
};

Decoded decode_in_colour(std::string_view bytes, std::int64_t most_pixels);

} // namespace temsao::decode
