#pragma once
// Pixels -> PNG bytes: the one user of libpng in `render`. 1 bit when all is black or white, grey when all is grey.
#include "base/result.h"
#include "base/units.h"

namespace temsao::render {

// 32 bits a pixel, blue first, the fourth byte unused (Cairo's RGB24).
struct Pixels {
    const unsigned char* first;
    std::size_t stride;
    int width, height;
};

Result<std::string> encode_png(const Pixels& pixels, Resolution resolution);

} // namespace temsao::render
