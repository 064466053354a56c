#pragma once
// Text into lines: breaking at spaces, and setting in a box at the largest size that fits.
#include "label/template.h"

namespace temsao::label {

// The lines of `text` no wider than `width`, or nothing when one word alone is wider. The first line starts `indent`
// in.
std::optional<std::vector<std::string>>
break_lines(std::string_view text, const TextStyle& style, Mm width, const FontMeasure& fonts, Mm indent = {});

// A field set in its place. Nothing when it does not fit even at the least size.
std::optional<std::vector<TextLine>> set_text(const TextPlace& place, std::string text, const FontMeasure& fonts);

// Facts with their words, values in hand. Nothing when they do not fit even at the least size.
struct WordedFact {
    std::string words, value;
};

std::optional<std::vector<TextLine>>
set_facts(const FactsPlace& place, const std::vector<WordedFact>& facts, const FontMeasure& fonts);

// Where the ink of a set line is.
BoxMm ink_box(const TextLine& line, const FontMeasure& fonts);

} // namespace temsao::label
