#pragma once
// Pixels -> PNG bytes; only this file of `render` uses libpng. The smallest form that holds the picture: 1 bit when all
// is black or white, grey when all is grey, a palette up to 256 colours, else RGB. Exact, except when `inks` is given:
// then colours between the inks, at blurred edges, may be rounded to six, five or four bits per channel to fit a
// palette. Pure; any thread.
#include "base/result.h"
#include "base/units.h"
#include "label/picture.h"

#include <cstdint>
#include <vector>

namespace temsao::render {

// 32 bits a pixel, blue lowest, the highest byte unused (Cairo's RGB24).
struct Pixels {
    const std::uint32_t* first;
    std::size_t stride; // pixels from row to row
    int width, height;
    std::vector<std::uint32_t> inks = {}; // empty: every colour is kept exactly

    const std::uint32_t* row(int y) const { return first + static_cast<std::size_t>(y) * stride; }
};

// Error render.failed {"PNG"} (Cause::io).
Result<std::string> encode_png(const Pixels& pixels, Resolution resolution);

// A picture as it is, with its alpha. Error as above.
Result<std::string> encode_picture(const label::Picture& picture);

} // namespace temsao::render
