#pragma once
// Inside `scan` only: a view of a grey picture that somebody else owns. It depends on no library.
#include <cstdint>

namespace temsao::photo {

struct GreyView { // width * height, row by row, 0 black
    const std::uint8_t* first;
    int width, height;
};

} // namespace temsao::photo
