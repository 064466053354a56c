#pragma once
// The fonts of fonts/, for tests of folders that look for no files themselves. Any thread.
#include "render/font_book.h"

#include <filesystem>

namespace temsao::render::test {

// Opened once. A font that is missing ends the test program.
inline const FontBook& shipped_fonts() {
    static const auto book = *FontBook::open(std::filesystem::path(TEMSAO_SOURCE_DIR) / "fonts");
    return *book;
}

} // namespace temsao::render::test
