#include "render/draw.h"

#include "render/font_library.h"
#include "render/picture_dots.h"

#include <cmath>

namespace temsao::render {
namespace {

using namespace label;

constexpr double least_printed_ink = 60; // percent, of all inks together, where dots are printed or not

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
    Painter(cairo_t* cairo, const FontBook& fonts, Tone tone) : cairo_(cairo), fonts_(fonts), tone_(tone) {}

    void operator()(const FilledPath& filled) const {
        set_ink(filled.needs_contrast && tone_ != Tone::colour ? Ink{} : filled.ink);
        cairo_set_fill_rule(cairo_, filled.even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
        trace(cairo_, filled.path);
        cairo_fill(cairo_);
    }

    void operator()(const StrokedPath& stroked) const {
        set_ink(stroked.ink);
        cairo_set_line_width(cairo_, points(stroked.width));
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        trace(cairo_, stroked.path);
        cairo_stroke(cairo_);
    }

    // Letters are filled as outlines, since Cairo (1.16) moves glyphs to whole pixels, which shows at 203 dpi.
    void operator()(const TextLine& line) const {
        set_ink(line.ink);
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_WINDING);
        auto& library = fonts_.library();
        const auto& shaped = library.shape(line.text, line.style);
        cairo_save(cairo_);
        cairo_translate(cairo_, points(line.x), points(line.baseline));
        const auto along = turned_point({1, 0}, line.turn), down = turned_point({0, 1}, line.turn);
        const cairo_matrix_t turn{along.x, along.y, down.x, down.y, 0, 0};
        cairo_transform(cairo_, &turn);
        cairo_scale(cairo_, line.style.size_pt, -line.style.size_pt);
        for (const auto& placed : shaped.glyphs)
            trace_outline(library.outline(shaped.face, placed.glyph), placed.x, placed.y);
        cairo_restore(cairo_);
        cairo_fill(cairo_);
    }

    // Runs of dark modules in one path and a single fill: no seams between them. Their edges fall on pixels and get no
    // smoothing.
    void operator()(const CodeModules& code) const {
        set_ink(Ink{});
        cairo_set_antialias(cairo_, CAIRO_ANTIALIAS_NONE);
        const double module = points(code.module), left = points(code.x), top = points(code.y);
        code.symbol->each_run([&](int column, int row, int count) {
            cairo_rectangle(cairo_, left + column * module, top + row * module, count * module, module);
        });
        cairo_fill(cairo_);
        cairo_set_antialias(cairo_, CAIRO_ANTIALIAS_DEFAULT);
    }

    // On whole pixels, as the code is: what is dithered must not be smoothed again.
    void operator()(const PlacedPicture& placed) const {
        const bool is_other = tone_ == Tone::one_bit && placed.in_one_colour;
        const auto& picture = is_other ? *placed.in_one_colour : *placed.picture;
        const auto box = is_other ? fitted(picture, placed.box) : placed.box; // of another shape
        double left = points(box.x), top = points(box.y);
        double right = points(box.right()), bottom = points(box.bottom());
        cairo_user_to_device(cairo_, &left, &top);
        cairo_user_to_device(cairo_, &right, &bottom);
        const int width = std::max(1, static_cast<int>(std::lround(right) - std::lround(left)));
        const int height = std::max(1, static_cast<int>(std::lround(bottom) - std::lround(top)));
        auto dots = picture_dots(picture, width, height, tone_);
        auto* surface = cairo_image_surface_create_for_data(
            reinterpret_cast<unsigned char*>(dots.data()), CAIRO_FORMAT_ARGB32, width, height, 4 * width);
        cairo_save(cairo_);
        cairo_identity_matrix(cairo_);
        cairo_set_source_surface(cairo_, surface, std::round(left), std::round(top));
        cairo_rectangle(cairo_, std::round(left), std::round(top), width, height);
        cairo_fill(cairo_);
        cairo_restore(cairo_);
        cairo_surface_destroy(surface);
    }

private:
    void trace_outline(const Path& path, double x, double y) const {
        for (const auto& step : path) {
            switch (step.kind) {
            case PathStep::Kind::move: cairo_move_to(cairo_, x + step.x, y + step.y); break;
            case PathStep::Kind::line: cairo_line_to(cairo_, x + step.x, y + step.y); break;
            case PathStep::Kind::curve:
                cairo_curve_to(cairo_, x + step.x1, y + step.y1, x + step.x2, y + step.y2, x + step.x, y + step.y);
                break;
            case PathStep::Kind::close: cairo_close_path(cairo_); break;
            }
        }
    }

    void set_ink(const Ink& ink) const {
        const auto rgb = light(ink, tone_);
        cairo_set_source_rgb(cairo_, rgb.r, rgb.g, rgb.b);
    }

    cairo_t* cairo_;
    const FontBook& fonts_;
    Tone tone_;
};

} // namespace

// The plain complement. Grey by the luminance of ITU-R BT.709.
Rgb light(const Ink& ink, Tone tone) {
    if (tone == Tone::one_bit) {
        const double on = ink.c + ink.m + ink.y + ink.k >= least_printed_ink ? 0 : 1;
        return {on, on, on};
    }
    const auto part = [&](double coverage) { return (1 - coverage / 100) * (1 - ink.k / 100); };
    const Rgb rgb{part(ink.c), part(ink.m), part(ink.y)};
    if (tone == Tone::colour) return rgb;
    const double grey = 0.2126 * rgb.r + 0.7152 * rgb.g + 0.0722 * rgb.b;
    return {grey, grey, grey};
}

void draw_item(cairo_t* cairo, const label::Item& item, Mm x, Mm y, const FontBook& fonts, Tone tone) {
    cairo_save(cairo);
    cairo_translate(cairo, points(x), points(y));
    std::visit(Painter(cairo, fonts, tone), item);
    cairo_restore(cairo);
}

} // namespace temsao::render
