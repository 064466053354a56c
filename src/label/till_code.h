#pragma once
// Inside `label`: a code of tills drawn into its place, on the label's dot grid, with the number under bars.
#include "label/fill.h"
#include "label/text_flow.h"

namespace temsao::label {

inline constexpr auto till_number = "till_number"; // the field that has the number

// The modules that tills ask for, in mm (GS1 General Specifications 5.12.3.1): bars of 0.264 to 0.660.
// Label printers of 203 dpi may go down to two dots, 0.25 mm; preflight remarks on it.
inline constexpr Mm least_bar{0.25}, right_bar{0.264}, widest_bar{0.66};

struct DrawnTillCode {
    std::string of; // the text that it was drawn for
    FilledPath modules;
    std::vector<SetLine> number; // under the bars
    PlacedTillCode placed;
};

// What the code of the place holds on this label; empty: nothing is drawn there.
const std::string& till_text(const TillCodePlace& place, const LabelRecord& record);

// `text`: the number under the bars, or the elements of a DataMatrix, as symbol/till_code.h takes them. The modules get
// the largest size of whole dots that leaves the quiet zone inside the box. Errors: label.till_code_too_small
// {template, dpi, needed mm, box mm} (Cause::refused), those of symbol::encode_ean and encode_data_matrix.
Result<DrawnTillCode> draw_till_code(const TillCodePlace& place,
                                     const std::string& text,
                                     const std::string& template_name,
                                     const FontMeasure& fonts,
                                     Resolution resolution);

} // namespace temsao::label
