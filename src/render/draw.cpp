#include "render/font_library.h"

namespace temsao::render {
namespace {

using namespace label;

// Inks as light, for screens and for Cairo's PDF, which knows no inks (1.16).
void set_ink(cairo_t* cairo, const Ink& ink) {
    const auto light = [&](double part) { return (1 - part / 100) * (1 - ink.k / 100); };
    cairo_set_source_rgb(cairo, light(ink.c), light(ink.m), light(ink.y));
}

void trace(cairo_t* cairo, const Path& path) {
    const auto pt = [](double mm) { return points(Mm{mm}); };
    for (const auto& step : path) {
        switch (step.kind) {
        case PathStep::Kind::move: cairo_move_to(cairo, pt(step.x), pt(step.y)); break;
        case PathStep::Kind::line: cairo_line_to(cairo, pt(step.x), pt(step.y)); break;
        case PathStep::Kind::curve:
            cairo_curve_to(cairo, pt(step.x1), pt(step.y1), pt(step.x2), pt(step.y2), pt(step.x), pt(step.y));
            break;
        case PathStep::Kind::close: cairo_close_path(cairo); break;
        }
    }
}

class Painter {
public:
    Painter(cairo_t* cairo, const FontBook& fonts, bool exact_modules)
        : cairo_(cairo),
          fonts_(fonts),
          exact_modules_(exact_modules) {}

    void operator()(const FilledPath& filled) const {
        set_ink(cairo_, filled.ink);
        cairo_set_fill_rule(cairo_, filled.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        trace(cairo_, filled.path);
        cairo_fill(cairo_);
    }

    void operator()(const StrokedPath& stroked) const {
        set_ink(cairo_, stroked.ink);
        cairo_set_line_width(cairo_, points(stroked.width));
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        trace(cairo_, stroked.path);
        cairo_stroke(cairo_);
    }

    void operator()(const TextLine& line) const {
        set_ink(cairo_, line.ink);
        const auto layout = fonts_.library().layout(line.text, line.style);
        cairo_move_to(cairo_, points(line.x), points(line.baseline));
        pango_cairo_show_layout_line(cairo_, pango_layout_get_line_readonly(layout.get(), 0));
    }

    // Runs of dark modules in one path and a single fill: no seams between them in any viewer.
    void operator()(const CodeModules& code) const {
        set_ink(cairo_, Ink{});
        cairo_set_antialias(cairo_, exact_modules_ ? CAIRO_ANTIALIAS_NONE : CAIRO_ANTIALIAS_DEFAULT);
        const auto& symbol = *code.symbol;
        const double module = points(code.module), left = points(code.x), top = points(code.y);
        for (int row = 0; row < symbol.size(); ++row) {
            for (int column = 0; column < symbol.size(); ++column) {
                const int start = column;
                while (column < symbol.size() && symbol.dark(column, row))
                    ++column;
                if (column > start)
                    cairo_rectangle(
                        cairo_, left + start * module, top + row * module, (column - start) * module, module);
            }
        }
        cairo_fill(cairo_);
        cairo_set_antialias(cairo_, CAIRO_ANTIALIAS_DEFAULT);
    }

private:
    cairo_t* cairo_;
    const FontBook& fonts_;
    bool exact_modules_;
};

} // namespace

void draw_page(cairo_t* cairo, const page::Page& page, const FontBook& fonts, bool exact_modules) {
    for (const auto& placed : page.labels) {
        cairo_save(cairo);
        cairo_translate(cairo, points(placed.x), points(placed.y));
        for (const auto& item : placed.drawing->items)
            std::visit(Painter(cairo, fonts, exact_modules), item);
        cairo_restore(cairo);
    }
}

} // namespace temsao::render
