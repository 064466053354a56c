#pragma once
// The sheet that shows how a printer distorts a page. After printing, five lengths are measured with a ruler:
//
//     a  left edge of the paper to the upright line, at its top     nominal `inset`
//     b  the same at its bottom                                     nominal `inset`
//     c  top edge of the paper to the level line, at its left       nominal `inset`
//     d  length of the level line                                   nominal width - 2 inset
//     e  length of the upright line                                 nominal height - 2 inset
//
// On paper too small to measure scale and turn with a ruler, only a and c are asked for. Pure; any thread.
#include "base/result.h"
#include "label/drawing.h"
#include "page/correction.h"

#include <vector>

namespace temsao::page {

class TestSheet {
public:
    explicit TestSheet(SizeMm paper);

    bool is_small() const { return small_; } // a and c only

    // a..e as they should be, or a and c.
    std::vector<Mm> nominal() const;

    // `command`: the command that the sheet tells people to type.
    label::Drawing draw(const std::string& command, const label::FontMeasure& fonts) const;

    // Errors (Cause::refused): printer.how_many {count, wanted, their letters}; printer.scaled {percent, percent} when
    // the driver scales; printer.shifted {mm, mm, most}, printer.turned {degrees, most}.
    Result<Correction> correction(const std::vector<Mm>& measured) const;

private:
    SizeMm paper_;
    bool small_;
    Mm inset_;
};

} // namespace temsao::page
