#pragma once
// Inside `sheet` only: how the cells of a workbook are shown: number format, strike, font.
#include "sheet/legacy_text.h"
#include "sheet/number_format.h"
#include "sheet/package.h"

namespace temsao::sheet {

struct CellStyle {
    std::size_t format = 0; // a place in Styles::formats
    bool is_struck = false;
    std::optional<Encoding> encoding; // that its font gives away
};

struct Styles {
    std::vector<NumberFormat> formats;
    std::vector<CellStyle> cells; // by the number that a cell's attribute `s` has
};

// Error table.broken.
Result<Styles> read_styles(const Package& package, std::string_view part);

// The encoding of a font's text: .VnTime is TCVN3, VNI-Times is VNI.
std::optional<Encoding> encoding_of_font(std::string_view font);

// Is a font's <strike/> set?
bool is_struck(const pugi::xml_node& font);

} // namespace temsao::sheet
