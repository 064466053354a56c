#pragma once
// SVG path data and simple shapes -> Path in millimetres. Only what templates need: M L H V C Z, absolute or relative.
#include "label/drawing.h"

namespace temsao::label {

// Nothing when the text is no such path, or longer than 4,000 steps.
std::optional<Path> parse_svg_path(std::string_view text);

Path rectangle_path(const BoxMm& box, Mm corner_radius = {});
Path circle_path(Mm x, Mm y, Mm radius);

} // namespace temsao::label
