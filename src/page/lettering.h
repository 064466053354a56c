#pragma once
// Inside `page` only: writing and ruling on sheets that people read (ticket, test sheet).
#include "label/drawing.h"
#include "page/correction.h"

namespace temsao::page {

class Lettering {
public:
    Lettering(label::Drawing& drawing, const label::FontMeasure& fonts) : drawing_(drawing), fonts_(fonts) {}

    // Wraps to `width`; a wider word is cut. Returns the next line's baseline.
    Mm write(std::string_view text, const label::TextStyle& style, Mm x, Mm baseline, Mm width);
    // One line, centred at `x`.
    void centre(std::string_view text, const label::TextStyle& style, Mm x, Mm baseline);
    void rule(PointMm from, PointMm to, Mm width);
    // `length` from `from` to the right (or down), its ends where the measure begins and ends, a tick each 10 mm.
    void measuring_bar(PointMm from, Mm length, bool down);

private:
    label::Drawing& drawing_;
    const label::FontMeasure& fonts_;
};

} // namespace temsao::page
