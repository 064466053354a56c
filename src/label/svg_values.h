#pragma once
// Inside `label`: what the attributes of a template say, as values. Empty where a text says nothing of the kind. Pure;
// any thread.
#include "label/brand.h"

namespace temsao::label {

// A number of millimetres: "12.5", "12.5mm", "12.5px" (the unit of our drawings is 1 mm).
std::optional<double> to_number(std::string_view text);

// #rrggbb to inks: greys become K only, colours the plain complement with the common part taken to black.
std::optional<Ink> to_ink(std::string_view text);

// "0 30 95 5", percent of each ink; together at most 300, the most that paper takes without smearing.
std::optional<Ink> to_four_inks(std::string_view text);

// "main", "second-20": a role and how much of its inks, in percent. "paper" and "ink" are not roles but inks.
std::optional<Paint> to_paint(std::string_view text);

// "PANTONE 871 C": not the name of one of the four plates, nor what a PDF keeps for itself. At most 60 bytes.
bool is_spot_name(const std::string& name);

// A plate of an ink that is mixed for the press. It replaces what is below it.
bool is_mixed_ink(std::string_view spot);

} // namespace temsao::label
