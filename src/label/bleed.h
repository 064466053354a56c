#pragma once
// A drawing, and how far a knife may miss: what runs along the label's edge grows over it, so that a cut a little off
// leaves no white line.
#include "label/drawing.h"

namespace temsao::label {

// Within the edge nothing changes. Straight sides of filled shapes that lie on the edge move out by `bleed`, corners
// with them; open lines that end at the edge go on in their direction. Texts, the code and whatever only touches the
// edge in a point stay as they are. `bleed` 0 or more.
Drawing with_bleed(const Drawing& label, Mm bleed);

} // namespace temsao::label
