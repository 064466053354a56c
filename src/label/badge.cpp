#include "label/badge.h"

#include <cstdio>
#include <numbers>

namespace temsao::label {
namespace {

Path star_path(double x, double y, double radius) {
    Path path;
    for (int corner = 0; corner < 10; ++corner) {
        const double reach = corner % 2 ? radius * 0.44 : radius;
        const double angle = (corner * 36 - 90) * std::numbers::pi / 180;
        path.push_back({corner ? PathStep::Kind::line : PathStep::Kind::move,
                        0,
                        0,
                        0,
                        0,
                        x + reach * std::cos(angle),
                        y + reach * std::sin(angle)});
    }
    path.push_back({PathStep::Kind::close});
    return path;
}

// A line of text whose capitals are `cap` high, centred on `centre`.
TextLine centred(std::string text, TextStyle style, Mm cap, Mm centre, Mm baseline, const FontMeasure& fonts) {
    style.size_pt = 10;
    style.size_pt = 10 * (cap / fonts.cap_height(style));
    const auto measure = fonts.measure(text, style);
    const Mm middle = (measure.ink_left + measure.ink_right) / 2;
    return {std::move(text), style, centre - middle, baseline, Ink{}};
}

} // namespace

BoxMm badge_box(const CodeGeometry& code, bool above) {
    const Mm height = badge::height * code.width;
    const Mm y = above ? code.y - code.quiet_zone - height : code.y + code.width + code.quiet_zone;
    return {code.x, y, code.width, height};
}

std::vector<Item>
draw_badge(const BadgeFacts& facts, const CodeGeometry& code, bool above, Ink gold, const FontMeasure& fonts) {
    ENSURE(facts.stars >= 3 && facts.stars <= 5);
    const auto box = badge_box(code, above);
    const Mm centre = code.x + code.width / 2;
    const Mm stars = above ? box.bottom() - badge::stars_above * code.width : box.y + badge::stars_below * code.width;

    std::vector<Item> items;
    items.push_back(centred("OCOP",
                            {.weight = Weight::bold, .size_pt = 10, .line_height = 1, .letter_spacing_em = 0.18},
                            0.115 * code.width,
                            centre,
                            stars - 0.145 * code.width,
                            fonts));
    for (int star = 0; star < 5; ++star) {
        const double x = centre.value + (star - 2) * badge::star_pitch * code.width.value;
        const bool certified = star < facts.stars;
        const double radius = badge::star_radius * code.width.value;
        if (certified)
            items.push_back(FilledPath{star_path(x, stars.value, radius), gold});
        else
            items.push_back(StrokedPath{star_path(x, stars.value, radius * 0.93), Ink{}, {0.13}});
    }
    char month[24];
    std::snprintf(month, sizeof month, "đến %02d/%04d", facts.valid_to.month(), facts.valid_to.year());
    items.push_back(centred(month,
                            {.weight = Weight::medium, .size_pt = 10, .line_height = 1, .letter_spacing_em = 0.01},
                            0.078 * code.width,
                            centre,
                            stars + 0.208 * code.width,
                            fonts));
    return items;
}

} // namespace temsao::label
