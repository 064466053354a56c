#pragma once
// Inside `scan` only: one decoder for each picture format.
#include "scan/photo.h"

namespace temsao::scan {

Result<Photo> decode_jpeg(std::string_view bytes, std::string_view name);
Result<Photo> decode_png(std::string_view bytes, std::string_view name);
Result<Photo> decode_webp(std::string_view bytes, std::string_view name);

// Error photo.too_many_pixels.
Outcome check_pixels(std::int64_t width, std::int64_t height, std::string_view name);

} // namespace temsao::scan
