#pragma once
// Inside `label`: the nutrition facts drawn as a table, names on the left, amounts with their decimal signs below each
// other, a line between two rows, a frame around all.
#include "label/nutrition.h"
#include "label/template.h"
#include "label/text_flow.h"

namespace temsao::label {

struct DrawnNutrition {
    std::string of;             // the text that it was drawn for
    std::vector<Item> frame;    // and the lines between the rows
    std::vector<SetLine> lines; // field "nutrition"
};

// How far it is too high or too wide at the least size.
struct NutritionExcess {
    Mm height, width; // 0 or less: it fits
};

using NutritionSet = std::variant<DrawnNutrition, NutritionExcess>;

// At the largest size that fits into the place, down to its least. `ink`: of the table.
NutritionSet
set_nutrition(const NutritionPlace& place, const Nutrition& facts, const Ink& ink, const FontMeasure& fonts);

} // namespace temsao::label
