#pragma once
// PagePicture: a photo as a page shows it: upright, small, and a new JPEG file of the pixels alone, so that nothing
// else of the photo's file is in it: no EXIF with place and camera, no comment, nothing behind its end. Any thread.
#include "base/result.h"

#include <filesystem>

namespace temsao::bench {

inline constexpr int page_picture_width = 1200, page_picture_height = 800, least_page_picture_side = 100; // pixels
inline constexpr std::size_t most_page_picture_bytes = 150'000;

struct PagePicture {
    std::string jpeg; // at most `most_page_picture_bytes`
    int width = 0, height = 0;
};

// Errors (Cause::data): picture.kind {name}, picture.incomplete {name}, picture.narrow {name, width, height, least};
// photo.given_up {name}; those of read_file and decode_photo.
Result<PagePicture> page_picture(const std::filesystem::path& file);

} // namespace temsao::bench
