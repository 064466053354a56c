#include "label/boxes.h"

#include "label/text_flow.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr Mm touch{0.01};
constexpr int pieces_of_a_curve = 8;

bool is_paper(const Ink& ink) {
    return ink.c + ink.m + ink.y + ink.k == 0;
}

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

std::optional<BoxMm> printed_box(const Item& item, const FontMeasure& fonts) {
    if (const auto* filled = std::get_if<FilledPath>(&item))
        return is_paper(filled->ink) ? std::nullopt : std::optional(box_of(filled->path));
    if (const auto* stroked = std::get_if<StrokedPath>(&item))
        return is_paper(stroked->ink) ? std::nullopt : std::optional(box_of(stroked->path, stroked->width / 2));
    if (const auto* line = std::get_if<TextLine>(&item)) return ink_box(*line, fonts);
    if (const auto* picture = std::get_if<PlacedPicture>(&item)) return picture->box;
    const auto& code = std::get<CodeModules>(item);
    return BoxMm{code.x, code.y, code.module * code.symbol->size(), code.module * code.symbol->size()};
}

BoxMm quiet_box(const CodeModules& code) {
    const Mm quiet = code.module * symbol::quiet_zone_modules;
    const Mm side = code.module * (code.symbol->size() + 2 * symbol::quiet_zone_modules);
    return {code.x - quiet, code.y - quiet, side, side};
}

bool covers(const FilledPath& filled, Mm x, Mm y) {
    Winding winding{x.value, y.value};
    double start_x = 0, start_y = 0, at_x = 0, at_y = 0;
    for (const auto& step : filled.path) {
        switch (step.kind) {
        case PathStep::Kind::move:
            winding.edge(at_x, at_y, start_x, start_y); // a fill closes what is open
            start_x = step.x, start_y = step.y;
            break;
        case PathStep::Kind::line: winding.edge(at_x, at_y, step.x, step.y); break;
        case PathStep::Kind::curve: {
            double from_x = at_x, from_y = at_y;
            for (int i = 1; i <= pieces_of_a_curve; ++i) {
                const double t = i / static_cast<double>(pieces_of_a_curve), s = 1 - t;
                const auto on = [&](double p0, double p1, double p2, double p3) {
                    return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
                };
                const double to_x = on(at_x, step.x1, step.x2, step.x), to_y = on(at_y, step.y1, step.y2, step.y);
                winding.edge(from_x, from_y, to_x, to_y);
                from_x = to_x, from_y = to_y;
            }
            break;
        }
        case PathStep::Kind::close:
            winding.edge(at_x, at_y, start_x, start_y);
            at_x = start_x, at_y = start_y;
            continue;
        }
        at_x = step.x, at_y = step.y;
    }
    winding.edge(at_x, at_y, start_x, start_y);
    return filled.even_odd ? winding.crossings % 2 != 0 : winding.turns != 0;
}

} // namespace temsao::label
