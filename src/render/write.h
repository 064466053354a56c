#pragma once
// page -> picture, PNG or SVG (PDF: pdf.h). All draw the same list of items (label/drawing.h), and the same page always
// gives the same bytes. Each returns the whole file's bytes; the caller writes them. Errors: render.failed {why}
// (Cause::io) when Cairo or libpng fails, render.too_large {megapixels} (Cause::data) over 200 megapixels. Any thread.
#include "page/page.h"
#include "render/font_book.h"

#include <span>

namespace temsao::render {

// What the printer can show. `one_bit`: each dot is printed or not; an ink of 60 % or more in total prints, a lighter
// one does not, so that white words on a colour stay readable. Without colour the stars are black.
enum class Tone { colour, grey, one_bit };

// One picture, a pixel for each dot; every module of the code is a square of whole pixels, black or white. The file is
// RGB, a palette, 8-bit grey or 1-bit, whichever is the smallest that holds the picture exactly, and states its
// resolution.
Result<std::string>
write_png(const page::Page& page, Resolution resolution, const FontBook& fonts, Tone tone = Tone::colour);

// One for each page, the same bytes as write_png's; similar pages cost only a part of it.
Result<std::vector<std::string>>
write_pngs(std::span<const page::Page> pages, Resolution resolution, const FontBook& fonts, Tone tone = Tone::colour);

// One SVG in millimetres. Letters are outlines, so that it looks the same without our fonts; each line's words are in
// aria-label.
Result<std::string> write_svg(const page::Page& page, const FontBook& fonts);

} // namespace temsao::render
