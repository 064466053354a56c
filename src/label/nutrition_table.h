#pragma once
// Inside `label`: the nutrition facts set as a table, names on the left, amounts with their decimal signs below each
// other, a line between two rows, a frame around all.
#include "label/text_flow.h"

namespace temsao::label {

// As a part of a stack, at this size; field "nutrition". Empty when the place is too narrow.
std::optional<SetPart> set_nutrition(const FilledTable& table, double size_pt, const FontMeasure& fonts);

} // namespace temsao::label
