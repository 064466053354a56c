#pragma once
// Preflight: checks a label before it is printed: what the law requires, what would not be readable, what would
// mislead. It takes the drawing as it will be printed (letters measured from the font's outlines at the drawn size),
// the record it was filled from and the days; it gives findings, each with its place. Pure; any thread with its own
// FontMeasure.
//
// A finding of severity `invalid` refuses the label. label_rules.cpp has the rules with their laws and marks; a rule
// marked [M] never refuses.
#include "label/fill.h"
#include "label/ink_map.h"
#include "label/label_rules.h"

namespace temsao::label {

struct LabelFinding {
    Finding finding;
    std::optional<BoxMm> box = {};       // on the label; empty for something that is missing
    std::string measured, required;      // "0.78 mm"; empty when nothing is measured
    std::string field = {};              // the placeholder whose text it is about; empty for art, code and badge
    std::optional<Element> element = {}; // of the template, for art
};

// What the drawing itself does not contain.
struct PreflightCase {
    const LabelRecord& record;
    std::optional<Goods> goods = {};  // empty: neither --goods nor the list says
    bool is_whole_label = true;       // false: a trace stamp beside the producer's own label, which has the rest
    Date day;                         // of printing: for the certificate's validity and the duty to declare nutrition
    Date made;                        // production date: which law applies, and what the label must say
    std::optional<Date> expires = {}; // as in the trace code
    // The first day of the certificate that counts, where none of the product's certificates ran on `made`.
    std::optional<Date> certified_later = {};
    double face_cm2 = 0; // the pack's face, for letter heights; 0: the label's own area
    QuantityHeights quantity_heights = QuantityHeights::by_area;
    const Template* design = nullptr; // that the drawing is of: findings then name its elements
    InkMemory* memory = nullptr;      // of a run of labels, one for each thread; without it all is measured again
};

// All checks: first the words, then the letters, then the drawing. At most 100 findings.
std::vector<LabelFinding> preflight(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts);

// Only the checks whose result may differ between labels of one product, lot and day with different serial numbers: art
// in the quiet zone, text over the edge or on other things, the badge's place. Much cheaper.
std::vector<LabelFinding> preflight_again(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts);

bool refuses(const std::vector<LabelFinding>& findings);

// Contrast of two inks as on white paper, 1 to 21 (WCAG 2.1, relative luminance of the inks' plain complement).
double contrast(const Ink& a, const Ink& b);

} // namespace temsao::label
