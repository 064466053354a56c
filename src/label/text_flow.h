#pragma once
// Text into lines, and lines into boxes at the largest size that fits. Positions follow template.h: a box begins at the
// capitals of its first line and ends at the baseline of its last.
#include "label/template.h"

namespace temsao::label {

// The lines of `text` no wider than `width`: broken at spaces and line feeds, within a word only after a hyphen and
// only if the word is too wide alone, never between a number and its unit. Nothing when a piece is wider than `width`.
// The first line starts `indent` in.
std::optional<std::vector<std::string>>
break_lines(std::string_view text, const TextStyle& style, Mm width, const FontMeasure& fonts, Mm indent = {});

// A value of the record with the words before it.
struct WordedFact {
    std::string words, value, field;
};

// What a place has to show, empty values left out.
struct FilledText {
    TextPlace place;
    std::string text;
};

struct FilledFacts {
    FactsPlace place;
    std::vector<WordedFact> facts;
};

using FilledPart = std::variant<FilledText, FilledFacts>;

struct SetLine {
    TextLine line;
    std::string field;
};

// The parts set one under the other in `box`. Nothing when they do not fit even at their least sizes.
std::optional<std::vector<SetLine>>
set_stack(const std::vector<FilledPart>& parts, const BoxMm& box, Mm gap, Valign valign, const FontMeasure& fonts);

// By how much the parts miss `box` at their least sizes; lines beyond what a place allows count.
struct Excess {
    Mm height;
    Mm width;             // by which a word stands out of its place; over 0 when that is the fault
    std::size_t part = 0; // the part with that word
};

Excess excess(std::vector<FilledPart> parts, const BoxMm& box, Mm gap, const FontMeasure& fonts);

// Where the ink of a set line is.
BoxMm ink_box(const TextLine& line, const FontMeasure& fonts);

} // namespace temsao::label
