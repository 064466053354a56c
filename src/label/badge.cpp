#include "label/badge.h"

#include <cstdio>
#include <numbers>

namespace temsao::label {
namespace {

using Geometry = BadgeGeometry;

Path star_path(double x, double y, double radius) {
    Path path;
    for (int corner = 0; corner < 10; ++corner) {
        const double reach = corner % 2 ? radius * Geometry::star_inner : radius;
        const double angle = (corner * 36 - 90) * std::numbers::pi / 180;
        const auto kind = corner ? PathStep::Kind::line : PathStep::Kind::move;
        path.push_back({kind, 0, 0, 0, 0, x + reach * std::cos(angle), y + reach * std::sin(angle)});
    }
    path.push_back({PathStep::Kind::close});
    return path;
}

// Wider apart, readers of a PDF (pdf.js, MuPDF) take the letters for four words.
constexpr double word_spacing = 0.09;

// A line of text whose capitals are `cap` high, centred on `centre`.
TextLine centred(std::string text, TextStyle style, Mm cap, Mm centre, Mm baseline, const FontMeasure& fonts) {
    style.size_pt *= cap / fonts.cap_height(style);
    const auto ink = fonts.measure(text, style);
    return {std::move(text), style, centre - (ink.ink_left + ink.ink_right) / 2, baseline, Ink{}};
}

} // namespace

BoxMm draw_badge(
    std::vector<Item>& items, const CodeModules& code, int stars, Date valid_to, const FontMeasure& fonts) {
    ENSURE(stars >= least_stars && stars <= badge_stars);
    const Mm width = code.module * code.symbol->size();
    const Mm centre = code.x + width / 2;
    items.emplace_back(centred("OCOP",
                               {.weight = Weight::bold, .line_height = 1, .letter_spacing_em = word_spacing},
                               width * Geometry::word_cap,
                               centre,
                               code.y + width * Geometry::word_baseline,
                               fonts));
    for (int i = 0; i < badge_stars; ++i) {
        const double x = (code.x + width * Geometry::star_x(i)).value;
        const double y = (code.y + width * Geometry::star_y).value;
        const double radius = width.value * Geometry::star_radius;
        const double line = width.value * Geometry::star_outline;
        if (i < stars)
            items.emplace_back(FilledPath{.path = star_path(x, y, radius), .ink = badge_gold, .needs_contrast = true});
        else // the line lies inside the solid star's outline
            items.emplace_back(StrokedPath{star_path(x, y, radius - line), Ink{}, {line}});
    }
    char until[24];
    std::snprintf(until, sizeof until, "ĐẾN %02d/%04d", valid_to.month(), valid_to.year());
    items.emplace_back(centred(until,
                               {.weight = Weight::medium, .line_height = 1, .letter_spacing_em = 0.02},
                               width * Geometry::until_cap,
                               centre,
                               code.y + width * Geometry::until_baseline,
                               fonts));
    return {code.x, code.y - width * Geometry::height, width, width * (Geometry::height - Geometry::clear)};
}

} // namespace temsao::label
