#include "page/correction.h"

#include <algorithm>
#include <numbers>

namespace temsao::page {
namespace {

// The part without the shift.
PointMm turned(const Correction& printer, PointMm sent) {
    const double turn = printer.turn_degrees * std::numbers::pi / 180;
    const Mm x = sent.x * printer.across_scale, y = sent.y * printer.down_scale;
    return {x * std::cos(turn) - y * std::sin(turn), x * std::sin(turn) + y * std::cos(turn)};
}

} // namespace

PointMm prints_at(const Correction& printer, PointMm sent) {
    const auto point = turned(printer, sent);
    return {point.x + printer.right, point.y + printer.down};
}

PointMm to_print_at(const Correction& printer, PointMm wanted) {
    const double turn = printer.turn_degrees * std::numbers::pi / 180;
    const Mm x = wanted.x - printer.right, y = wanted.y - printer.down;
    return {(x * std::cos(turn) + y * std::sin(turn)) / printer.across_scale,
            (y * std::cos(turn) - x * std::sin(turn)) / printer.down_scale};
}

Mm residual(const Correction& printer, SizeMm label) {
    Mm largest;
    for (const double side : {-0.5, 0.5}) { // the other two corners mirror these
        const PointMm corner{label.width / 2, label.height * side};
        const auto lands = turned(printer, corner);
        largest = std::max(largest, Mm{std::hypot((lands.x - corner.x).value, (lands.y - corner.y).value)});
    }
    return largest;
}

} // namespace temsao::page
