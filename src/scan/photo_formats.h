#pragma once
// Inside `scan` only: one decoder for each picture format.
#include "scan/photo.h"

namespace temsao::scan {

Result<Photo> decode_jpeg(std::string_view bytes, std::string_view name);
Result<Photo> decode_png(std::string_view bytes, std::string_view name);
Result<Photo> decode_webp(std::string_view bytes, std::string_view name);

// "heifload", "tiffload"; empty: nothing that libvips is asked for.
std::string_view vips_loader(std::string_view bytes);
Result<Photo> decode_by_vips(std::string_view bytes, std::string_view name); // of several pages the first
Outcome
each_tiff_page(std::string_view bytes, std::string_view name, const std::function<void(int, const Photo&)>& each);

// Error photo.too_many_pixels.
Outcome check_pixels(std::int64_t width, std::int64_t height, std::string_view name);

} // namespace temsao::scan
