#pragma once
// Trimming: what is needed around labels that are cut: art that extends over the edge (label/bleed.h) and crop marks.
// Values; any thread.
#include "base/result.h"
#include "label/drawing.h"
#include "page/correction.h"
#include "page/stock.h"

#include <vector>

namespace temsao::page {

struct Trimming {
    Mm bleed; // 0 to widest_bleed
    bool marks = false;
    friend bool operator==(const Trimming&, const Trimming&) = default;
};

inline constexpr Mm widest_bleed{10};

// Paper needed on each side of a label that is a page of its own: bleed, and the marks beyond it.
Mm margin_of(const Trimming& trimming);

// Eight short lines that point at the corners of the box, outside its bleed. On every plate.
std::vector<label::StrokedPath> crop_marks(const BoxMm& trim, Mm bleed);

// For the guillotine: marks in the margins of the sheet, at every edge of the stickers, where the printer prints them.
std::vector<label::StrokedPath> crop_marks(const Stock& stock, Mm bleed, const Correction& printer);

// Is there room between the stickers, and in the sheet's margins? Errors (Cause::refused): stock.no_room_for_bleed
// {stock, mm, most mm}, stock.no_room_for_marks {stock, margin mm, least margin mm}.
Outcome has_room(const Stock& stock, const Trimming& trimming);

} // namespace temsao::page
