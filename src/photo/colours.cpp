#include "photo/colours.h"

namespace temsao::photo {

bool place_box(Colours& colours, const PixelBox& box, int whole_width, int whole_height) {
    const auto down = [&](int at) { return std::max(at, 0) / colours.shrink; };
    colours.left = down(box.left);
    colours.top = down(box.top);
    colours.width = std::min(down(box.right) + 1, whole_width) - colours.left;
    colours.height = std::min(down(box.bottom) + 1, whole_height) - colours.top;
    if (colours.width <= 0 || colours.height <= 0) return false;
    colours.rgb.assign(static_cast<std::size_t>(colours.width) * static_cast<std::size_t>(colours.height) * 3, 128);
    return true;
}

void take_row(Colours& colours, int row, const std::uint8_t* rgb) {
    if (row < colours.top || row >= colours.top + colours.height) return;
    const auto bytes = static_cast<std::size_t>(colours.width) * 3;
    std::copy_n(rgb + static_cast<std::size_t>(colours.left) * 3,
                bytes,
                colours.rgb.data() + static_cast<std::size_t>(row - colours.top) * bytes);
}

} // namespace temsao::photo
