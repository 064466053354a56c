#pragma once
// Inside `render` only: the font book's Pango side, and the drawing of a page on any Cairo surface.
#include "page/page.h"
#include "render/font_book.h"
#include "render/write.h"

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

// One line shaped at one size: glyphs with their places, tabular figures already spread. Draws at any Cairo.
struct ShapedLine {
    std::string text;
    std::unique_ptr<PangoLayout, Unref> layout; // owns the runs
    std::vector<PangoGlyphItem*> runs;
    bool complete = true; // no glyph is missing
};

struct FontBook::Library {
    ~Library();
    _FcConfig* config = nullptr;
    std::unique_ptr<PangoFontMap, Unref> map;
    std::unique_ptr<PangoContext, Unref> context;
    // Labels of one run repeat most of their lines.
    std::unordered_map<std::string, label::LineMeasure> measured; // at 100 pt
    std::unordered_map<std::string, ShapedLine> shaped;
    std::unordered_map<std::string, std::vector<std::string>> missing;

    // In points; stays until the next call of shape.
    const ShapedLine& shape(std::string_view line, const label::TextStyle& style);

private:
    ShapedLine shape_anew(std::string_view line, const label::TextStyle& style) const;
};

struct DrawOptions {
    Tone tone = Tone::colour;
    // For pixels: the code's edges fall on them and get no smoothing; letters are filled as outlines, since Cairo
    // (1.16) moves glyphs to whole pixels, which shows at 203 dpi.
    bool dots = false;
};

// Draws in points: the surface's scale is the caller's.
void draw_page(cairo_t* cairo, const page::Page& page, const FontBook& fonts, DrawOptions options);

// The inks as light, 0..1 each.
struct Rgb {
    double r, g, b;
};

Rgb light(const label::Ink& ink, Tone tone);

} // namespace temsao::render
