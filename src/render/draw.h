#pragma once
// Inside `render` only: items on a Cairo surface, for pixels; and inks as light.
#include "label/drawing.h"
#include "render/font_book.h"
#include "render/write.h"

#include <cairo.h>

namespace temsao::render {

// Draws in points; the caller sets the surface's scale; `x`, `y`: the top left corner of the item's label.
void draw_item(cairo_t* cairo, const label::Item& item, Mm x, Mm y, const FontBook& fonts, Tone tone);

// An ink as red, green and blue, 0..1 each.
struct Rgb {
    double r, g, b;
};

Rgb light(const label::Ink& ink, Tone tone);

} // namespace temsao::render
