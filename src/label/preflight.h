#pragma once
// A label looked over before it is printed: what the law wants on it, what would not be read, what would mislead. Takes
// the drawing as it will be printed (letters measured from the font's outlines at the size drawn), the record it was
// filled from and the days; gives findings, each with its place. Pure; any thread with its own FontMeasure.
//
// A finding of severity `invalid` refuses the label. The rules, their laws and marks stand in label_rules.cpp; a rule
// marked [M] never refuses.
#include "label/fill.h"
#include "label/label_rules.h"

namespace temsao::label {

struct LabelFinding {
    Finding finding;
    std::optional<BoxMm> box = {};  // on the label; nothing for what is not there
    std::string measured, required; // "0.78 mm"; empty where there is no measure
};

// What the drawing does not say of itself.
struct PreflightCase {
    const LabelRecord& record;
    Goods goods = Goods::other;
    bool is_whole_label = true;       // false: a trace stamp beside the maker's own label, which carries the rest
    Date day;                         // of printing: the certificate must hold, and nutrition be declared
    Date made;                        // which law counts; what the label's words must say
    std::optional<Date> expires = {}; // as the trace code has it
    double face_cm2 = 0;              // the pack's face, for letter heights; 0: the label's own area
    QuantityHeights quantity_heights = QuantityHeights::by_area;
};

// Everything. Words come first, then letters, then the drawing. At most 100 findings.
std::vector<LabelFinding> preflight(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts);

// Only what may differ between two labels of one product, lot and day that differ in serial number and code: art in the
// quiet zone, text over the edge or on other things, the badge's place. A small part of the cost.
std::vector<LabelFinding> preflight_again(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts);

bool refuses(const std::vector<LabelFinding>& findings);

// Contrast of two inks as on white paper, 1 to 21 (WCAG 2.1, relative luminance of the inks' plain complement).
double contrast(const Ink& a, const Ink& b);

} // namespace temsao::label
