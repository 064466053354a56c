#pragma once
// Inside `render` only: the font book's Pango side, and the drawing of a page on any Cairo surface.
#include "page/page.h"
#include "render/font_book.h"

#include <pango/pangocairo.h>

#include <unordered_map>

struct _FcConfig;

namespace temsao::render {

struct Unref {
    template <class T>
    void operator()(T* object) const {
        g_object_unref(object);
    }
};

struct FontBook::Library {
    ~Library();
    _FcConfig* config = nullptr;
    std::unique_ptr<PangoFontMap, Unref> map;
    std::unique_ptr<PangoContext, Unref> context;
    std::unordered_map<std::string, label::LineMeasure> measured; // at 100 pt

    // A layout of one line, laid out in points.
    std::unique_ptr<PangoLayout, Unref> layout(std::string_view line, const label::TextStyle& style) const;
};

// Draws in points: the surface's scale is the caller's. `exact_modules`: the code's edges fall on whole pixels and get
// no smoothing.
void draw_page(cairo_t* cairo, const page::Page& page, const FontBook& fonts, bool exact_modules);

} // namespace temsao::render
