#pragma once
// Inside `scan` only: a picture in grey that somebody else holds. No library is needed to look at it.
#include <cstdint>

namespace temsao::photo {

struct GreyView { // width * height, row by row, 0 black
    const std::uint8_t* first;
    int width, height;
};

} // namespace temsao::photo
