#pragma once
// Quarter turns. What is turned is laid out upright, in coordinates of its own, and then turned about the label's top
// left corner: so a place's box, turned back, is the room in which it is laid out. Turns keep the printer's dots.
// Values; any thread.
#include "label/path.h"

namespace temsao::label {

// Clockwise, as SVG's rotate(): a line of text turned by a quarter reads downward, by three quarters upward.
enum class Turn { none, quarter, half, three_quarters };

constexpr Turn back(Turn turn) {
    return turn == Turn::quarter ? Turn::three_quarters : turn == Turn::three_quarters ? Turn::quarter : turn;
}

constexpr Corner turned_point(Corner at, Turn turn) {
    switch (turn) {
    case Turn::none: break;
    case Turn::quarter: return {-at.y, at.x};
    case Turn::half: return {-at.x, -at.y};
    case Turn::three_quarters: return {at.y, -at.x};
    }
    return at;
}

constexpr BoxMm turned(const BoxMm& box, Turn turn) {
    const bool lies = turn == Turn::quarter || turn == Turn::three_quarters;
    const auto width = lies ? box.height : box.width, height = lies ? box.width : box.height;
    const auto corner = turned_point({box.x.value, box.y.value}, turn); // which is no longer the upper left one
    const bool goes_left = turn == Turn::quarter || turn == Turn::half,
               goes_up = turn == Turn::half || turn == Turn::three_quarters;
    return {Mm{corner.x} - (goes_left ? width : Mm{}), Mm{corner.y} - (goes_up ? height : Mm{}), width, height};
}

inline void turn_path(Path& path, Turn turn) {
    if (turn == Turn::none) return;
    for (auto& step : path) {
        const auto one = turned_point({step.x1, step.y1}, turn), two = turned_point({step.x2, step.y2}, turn),
                   end = turned_point({step.x, step.y}, turn);
        step = {step.kind, one.x, one.y, two.x, two.y, end.x, end.y};
    }
}

} // namespace temsao::label
