#pragma once
// Bleed: art along the label's edge is extended beyond it, so that a cut that is slightly off leaves no white line.
// Pure; any thread.
#include "label/drawing.h"

namespace temsao::label {

// Nothing inside the edge changes. Straight sides of filled shapes on the edge move out by `bleed`, with their corners;
// open lines that end at the edge continue in their direction. Texts, the code and shapes that touch the edge in one
// point only stay as they are. `bleed` 0 or more.
Drawing with_bleed(const Drawing& label, Mm bleed);

} // namespace temsao::label
