#pragma once
// pages -> PWG Raster (PWG 5102.4), the picture format that every IPP Everywhere printer takes: each page as write_png
// draws it, its rows packed. All bytes at once; errors as write.h says. Any thread.
#include "page/page.h"
#include "render/font_book.h"

#include <span>

namespace temsao::render {

enum class PwgType { srgb_8, sgray_8 }; // pwg-raster-document-type-supported (PWG 5102.4 section 7)

Result<std::string>
write_pwg(std::span<const page::Page> pages, Resolution resolution, const FontBook& fonts, PwgType type);

} // namespace temsao::render
