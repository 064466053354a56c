#include "label/picture.h"

#include <algorithm>

namespace temsao::label {

BoxMm fitted(const Picture& picture, const BoxMm& room, double across, double down) {
    const double scale = std::min(room.width.value / picture.width, room.height.value / picture.height);
    const Mm width{picture.width * scale}, height{picture.height * scale};
    return {room.x + (room.width - width) * across, room.y + (room.height - height) * down, width, height};
}

} // namespace temsao::label
