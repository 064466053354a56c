#pragma once
// A view of a grey picture that another object owns and must keep alive. It depends on no library.
// Reading it is for any thread.
#include <cstdint>

namespace temsao::photo {

struct GreyView { // width * height, row by row, 0 black
    const std::uint8_t* first;
    int width, height;
};

} // namespace temsao::photo
