#pragma once
// Pictures as a door takes them in. Any thread; both run programs with limits.
#include "base/result.h"

#include <filesystem>

namespace temsao::bench {

// How many pictures a file holds: the pages of a PDF or TIFF, 1 for any other. Found without decoding one, so that a
// door can refuse what it would have to work on for long.
int pages_of(const std::filesystem::path& file);

// A HEIC or AVIF photo as JPEG, at most 4096 pixels wide, for browsers that cannot show it. A separate program
// decodes it. Errors (Cause::data): photo.not_heic, photo.broken {name, why}; those of read_file.
Result<std::string> heic_as_jpeg(const std::filesystem::path& file);

} // namespace temsao::bench
