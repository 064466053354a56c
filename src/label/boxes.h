#pragma once
// Where things are on a label: boxes of ink, and what touches what. Pure. Any thread.
#include "label/drawing.h"

#include <optional>

namespace temsao::label {

// Do the boxes overlap? Less than a hundredth of a millimetre counts as touching.
bool overlap(const BoxMm& a, const BoxMm& b);

// Is `a` inside `b`, with a tolerance of a hundredth of a millimetre?
bool inside(const BoxMm& a, const BoxMm& b);

BoxMm grown(const BoxMm& box, Mm by);
BoxMm join(const BoxMm& a, const BoxMm& b);

// The box around all its points, larger by `around`; a curve stays within its control points.
BoxMm box_of(const Path& path, Mm around = {});

// Does this ink leave the paper white? Less than two percent of all inks together prints nothing.
bool is_clear(const Ink& ink);

// The box of all that the item may touch, whatever its ink.
BoxMm drawn_box(const Item& item, const FontMeasure& fonts);

// The box of the item's ink; empty when it prints nothing.
std::optional<BoxMm> printed_box(const Item& item, const FontMeasure& fonts);

// The code with its quiet zone.
BoxMm quiet_box(const CodeModules& code);

// Does a fill of the path cover the point, by the path's own rule?
bool covers(const FilledPath& filled, Mm x, Mm y);

} // namespace temsao::label
