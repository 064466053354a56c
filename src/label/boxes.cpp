#include "label/boxes.h"

#include "label/text_flow.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr Mm touch{0.01};
constexpr Mm for_winding{0.01};
constexpr double least_dot = 2; // percent of all inks together

// How often the edges wind around a point (non-zero rule), and how many they are to its left (even-odd rule).
struct Winding {
    double x, y;
    int turns = 0, crossings = 0;

    void edge(double x0, double y0, double x1, double y1) {
        if ((y0 <= y) == (y1 <= y)) return;
        if (x0 + (y - y0) / (y1 - y0) * (x1 - x0) > x) return;
        turns += y1 > y0 ? 1 : -1;
        ++crossings;
    }
};

} // namespace

bool overlap(const BoxMm& a, const BoxMm& b) {
    return a.x + touch < b.right() && b.x + touch < a.right() && a.y + touch < b.bottom() && b.y + touch < a.bottom();
}

bool inside(const BoxMm& a, const BoxMm& b) {
    return a.x >= b.x - touch && a.y >= b.y - touch && a.right() <= b.right() + touch &&
           a.bottom() <= b.bottom() + touch;
}

BoxMm join(const BoxMm& a, const BoxMm& b) {
    const Mm x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

BoxMm grown(const BoxMm& box, Mm by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

BoxMm box_of(const Path& path, Mm around) {
    double l = 1e9, t = 1e9, r = -1e9, b = -1e9;
    const auto take = [&](double x, double y) {
        l = std::min(l, x), r = std::max(r, x), t = std::min(t, y), b = std::max(b, y);
    };
    for (const auto& step : path) {
        if (step.kind == PathStep::Kind::close) continue;
        take(step.x, step.y);
        if (step.kind != PathStep::Kind::curve) continue;
        take(step.x1, step.y1);
        take(step.x2, step.y2);
    }
    return {Mm{l} - around, Mm{t} - around, Mm{r - l} + 2 * around, Mm{b - t} + 2 * around};
}

bool is_clear(const Ink& ink) {
    return ink.c + ink.m + ink.y + ink.k < least_dot;
}

BoxMm drawn_box(const Item& item, const FontMeasure& fonts) {
    if (const auto* filled = std::get_if<FilledPath>(&item)) return box_of(filled->path);
    if (const auto* stroked = std::get_if<StrokedPath>(&item)) return box_of(stroked->path, stroked->width / 2);
    if (const auto* line = std::get_if<TextLine>(&item)) return ink_box(*line, fonts);
    if (const auto* picture = std::get_if<PlacedPicture>(&item)) return picture->box;
    const auto& code = std::get<CodeModules>(item);
    return {code.x, code.y, code.module * code.symbol->size(), code.module * code.symbol->size()};
}

std::optional<BoxMm> printed_box(const Item& item, const FontMeasure& fonts) {
    const auto* filled = std::get_if<FilledPath>(&item);
    const auto* stroked = std::get_if<StrokedPath>(&item);
    if ((filled && is_clear(filled->ink)) || (stroked && is_clear(stroked->ink))) return {};
    return drawn_box(item, fonts);
}

BoxMm quiet_box(const CodeModules& code) {
    const Mm quiet = code.module * symbol::quiet_zone_modules;
    const Mm side = code.module * (code.symbol->size() + 2 * symbol::quiet_zone_modules);
    return {code.x - quiet, code.y - quiet, side, side};
}

bool covers(const FilledPath& filled, Mm x, Mm y) {
    Winding winding{x.value, y.value};
    for (const auto& part : flatten(filled.path, for_winding)) {
        auto from = part.corners.back(); // a fill closes what is open
        for (const auto& to : part.corners) {
            winding.edge(from.x, from.y, to.x, to.y);
            from = to;
        }
    }
    return filled.even_odd ? winding.crossings % 2 != 0 : winding.turns != 0;
}

} // namespace temsao::label
