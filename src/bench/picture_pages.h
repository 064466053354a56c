#pragma once
// How many pictures a file holds: the pages of a PDF or TIFF, 1 for any other. Found without decoding one, so that a
// door can refuse what it would have to work on for long. Any thread; runs a program with limits.
#include <filesystem>

namespace temsao::bench {

int pages_of(const std::filesystem::path& file);

} // namespace temsao::bench
