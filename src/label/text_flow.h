#pragma once
// Breaks text into lines, and fits lines into boxes at the largest size possible. Positions follow template.h: a box
// begins at the capitals of its first line and ends at the baseline of its last.
// Pure but for the measure that is handed in; any thread.
#include "label/kept_together.h"
#include "label/nutrition.h"
#include "label/template.h"

namespace temsao::label {

inline constexpr double size_step_pt = 0.25; // by which text shrinks until it fits

// Breaks `text` into lines no wider than `width`: at spaces and line feeds; within a word only after a hyphen, and only
// if the word alone is too wide; never at a tie of at least `least`. Empty when a piece is wider than `width`. The
// first line is indented by `indent`.
std::optional<std::vector<std::string>> break_lines(std::string_view text,
                                                    const TextStyle& style,
                                                    Mm width,
                                                    const FontMeasure& fonts,
                                                    Mm indent = {},
                                                    Tie least = Tie::number);

// A value of the record with the words before it.
struct WordedFact {
    std::string words, value, field;
};

// What a place shows; empty values are left out.
struct FilledText {
    TextPlace place;
    std::string text;
};

struct FilledFacts {
    FactsPlace place;
    std::vector<WordedFact> facts;
};

struct FilledTable {
    NutritionPlace place;
    Nutrition facts;
};

using FilledPart = std::variant<FilledText, FilledFacts, FilledTable>;

struct SetLine {
    TextLine line;
    std::string field;   // of the template's own words: these words
    bool is_art = false; // the template's own words
};

// What a stack shows: its lines of text, and the frames and rules round and between them.
struct SetStack {
    std::vector<SetLine> lines;
    std::vector<StrokedPath> frames;
};

inline constexpr Mm frame_width{0.3}, off_the_frame{0.25}; // of a frame round text, and between its line and ink

// A frame of a part that is `width` wide, from y 0 down to `height`.
StrokedPath frame_of(Mm x, Mm width, Mm height, const Ink& ink);

// A part set from y 0: the height of its first capitals, or its frame's upper edge.
struct SetPart {
    std::vector<SetLine> lines;
    std::vector<StrokedPath> frames;
    Mm bottom; // its last baseline, or its frame's lower edge
};

// Sets the parts one below the other in `box`. The ink of two lines stays apart. Empty when they do not fit even at
// their least sizes and with all ties loose.
std::optional<SetStack>
set_stack(const std::vector<FilledPart>& parts, const BoxMm& box, Mm gap, Valign valign, const FontMeasure& fonts);

// By how much the parts exceed `box` at their least sizes, counting lines beyond what a place allows.
struct Excess {
    Mm height;
    Mm width;             // by which a word is too wide for its place; above 0 when that is the fault
    std::size_t part = 0; // the part with that word
};

Excess excess(std::vector<FilledPart> parts, const BoxMm& box, Mm gap, const FontMeasure& fonts);

// The box of a set line's ink.
BoxMm ink_box(const TextLine& line, const FontMeasure& fonts);

// The line turned back: to compare where lines begin and how far apart they are, as a reader holds the label.
TextLine upright(TextLine line);

void turn_by(TextLine& line, Turn turn);

} // namespace temsao::label
