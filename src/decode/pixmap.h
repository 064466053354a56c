#pragma once
// Inside `decode` only: portable pixmaps (netpbm's raw "pgm" and "ppm"), in which other programs hand pictures on.
// Pure; any thread.
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace temsao::decode {

// Row by row from the top, 8 bits a sample: of 16 the upper ones are kept.
struct Pixmap {
    int width = 0, height = 0;
    int samples = 1; // 1: grey; 3: red, green, blue
    std::vector<std::uint8_t> bytes;
};

// Empty unless it is a whole pixmap of at most most_photo_pixels and nothing follows it.
std::optional<Pixmap> read_pixmap(std::string_view file);

} // namespace temsao::decode
