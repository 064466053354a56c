#pragma once
// Photo: one picture in grey, as stored in its file. Unchanged once made; any thread may read it.
#include <cstdint>
#include <optional>
#include <vector>

namespace temsao::photo {

struct Photo {
    int width = 0, height = 0;
    std::vector<std::uint8_t> grey; // width * height, row by row, 0 black
    int exif_orientation = 1;       // 1..8 as the camera noted; the pixels are not turned. HEIC turns them itself: 1
    bool is_truncated = false;      // the file ended early; the rest is grey
    std::optional<double> dpi = {}; // as the file says, where it does
};

} // namespace temsao::photo
