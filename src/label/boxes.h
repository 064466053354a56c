#pragma once
// Where things are on a label: boxes of ink, and what touches what. Pure.
#include "label/drawing.h"

#include <optional>

namespace temsao::label {

// Do they share paper? Less than a hundredth of a millimetre is a touch, no overlap.
bool overlap(const BoxMm& a, const BoxMm& b);

// Is `a` inside `b`, but for a hundredth of a millimetre?
bool inside(const BoxMm& a, const BoxMm& b);

BoxMm join(const BoxMm& a, const BoxMm& b);

// Around all its points and `around` more; a curve stays within its control points.
BoxMm box_of(const Path& path, Mm around = {});

// What the item blackens; nothing where it leaves the paper white (no ink at all).
std::optional<BoxMm> printed_box(const Item& item, const FontMeasure& fonts);

// The code with its quiet zone.
BoxMm quiet_box(const CodeModules& code);

// Does a fill of the path cover the point? Curves as eight straight pieces, by the path's own rule.
bool covers(const FilledPath& filled, Mm x, Mm y);

} // namespace temsao::label
