#pragma once
// The nutrition facts as a list has them, "100 g: Năng lượng 320 kcal; Chất đạm 0,3 g", taken apart for a table
// (Circular 29/2023/TT-BYT). Pure; any thread.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::label {

struct NutritionRow {
    std::string name;        // "Chất đạm"; of a row that has no amount the whole row
    std::string amount = {}; // "0,3", as written
    std::string unit = {};   // "g", and what stands behind it: "kcal (1339 kJ)"
};

struct Nutrition {
    std::string basis; // "100 g"; empty when none is named
    std::vector<NutritionRow> rows;
};

// Every word of the text is in the result, but for the signs between the rows. Empty when no row has an amount.
std::optional<Nutrition> read_nutrition(std::string_view text);

// Where the decimals begin: "0,3" -> 1; the amount's length where there are none ("1.200" has none).
std::size_t decimals_at(std::string_view amount);

} // namespace temsao::label
