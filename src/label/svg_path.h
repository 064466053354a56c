#pragma once
// SVG path data and simple shapes -> Path in millimetres. Only what templates need: M L H V C Z, absolute or relative.
// Pure; any thread.
#include "label/drawing.h"

namespace temsao::label {

// Empty when the text is not such a path, or has more than 4,000 steps.
std::optional<Path> parse_svg_path(std::string_view text);

// points="x,y x,y …": at least two, at most 4,000.
std::optional<Path> parse_svg_points(std::string_view text, bool closed);

Path rectangle_path(const BoxMm& box, Mm corner_radius = {});
Path circle_path(Mm x, Mm y, Mm radius);
Path ellipse_path(Mm x, Mm y, Mm across, Mm down); // half widths

} // namespace temsao::label
