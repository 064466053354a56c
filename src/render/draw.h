#pragma once
// Inside `render` only: a page on a Cairo surface, for pixels; and inks as light.
#include "page/page.h"
#include "render/font_book.h"
#include "render/write.h"

#include <cairo.h>

namespace temsao::render {

// Draws in points: the surface's scale is the caller's.
void draw_page(cairo_t* cairo, const page::Page& page, const FontBook& fonts, Tone tone);

// What an ink looks like, 0..1 each.
struct Rgb {
    double r, g, b;
};

Rgb light(const label::Ink& ink, Tone tone);

} // namespace temsao::render
