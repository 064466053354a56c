#pragma once
// Template: the design of a label, read from an SVG file that Inkscape opens. Only a plain subset is accepted, so that
// all outputs draw the same and a file can hide nothing: no scripts, no links, no style sheets, no transforms.
// templates/README.md describes the format for people who draw.
//
// Built whole by parse_template, unchanged afterwards; any thread may read it.
#include "label/brand.h"

#include <optional>

namespace temsao::label {

enum class Align { left, centre, right };
enum class Valign { top, middle, bottom, spread }; // spread: a stack's last part is at the bottom

// Of the free room, the part that lies left of what is aligned, or above it. A stack that is spread begins at the top.
constexpr double part_before(Align align) {
    return align == Align::left ? 0 : align == Align::right ? 1 : 0.5;
}

constexpr double part_before(Valign valign) {
    return valign == Valign::bottom ? 1 : valign == Valign::middle ? 0.5 : 0;
}

// A piece that is drawn only when the record has a field, or only when it lacks it: data-if="warning", data-if="!made".
struct Condition {
    std::string field;
    bool absent = false;
};

// A box filled from the record: one field of running text. The box's upper edge is the height of the first line's
// capitals and its lower edge the last line's baseline, so that boxes line up with rules and with each other; accents
// and descenders extend beyond it; preflight reports it when they touch something. The box of a turned place, of
// whatever kind, is turned back (label/turn.h): the room in which it is laid out.
struct TextPlace {
    std::string field;
    BoxMm box;
    TextStyle style;
    double least_size_pt = 0; // shrinks no further than this
    int most_lines = 1;
    Align align = Align::left;
    Valign valign = Valign::top;
    bool upper_case = false;
    bool balanced = false;             // lines of about equal length: for names
    std::optional<Mm> gap_before = {}; // in a stack, instead of the stack's own
    bool optional = false;
    std::optional<Condition> only_if = {};
    Paint paint = {};
    bool in_brand_typeface = false; // in the brand's, without one in the template's
    Turn turn = Turn::none;
};

// A box filled with several facts, each with its words: "NSX 24/11/2026". Facts missing from the record leave no gap.
struct FactsPlace {
    struct Fact {
        std::string words; // "NSX"
        std::string field; // "made"
        bool optional = false;
    };

    std::vector<Fact> facts;
    BoxMm box;
    TextStyle style;
    double least_size_pt = 0;
    bool in_columns = false;           // words in one column, values in the next; else running text after the words
    bool framed = false;               // in a frame, words and value in the place's weight: allergens
    std::optional<Mm> gap_before = {}; // in a stack, instead of the stack's own
    std::optional<Condition> only_if = {};
    Paint paint = {};
    bool in_brand_typeface = false;
    Turn turn = Turn::none;
};

struct CodePlace {
    BoxMm box; // quiet zone included
    Valign valign = Valign::bottom;
};

// The room for the badge, which is directly above the code and as wide as the symbol (label/badge.h).
struct BadgePlace {
    BoxMm box;
};

// The room for the brand's logo, which is fitted into it. Without a logo nothing is drawn.
struct LogoPlace {
    BoxMm box;
    Align align = Align::centre;
    Valign valign = Valign::middle;
    std::optional<Condition> only_if = {};
};

// The room for the nutrition facts as a table in a frame. What the list writes in another way than one value after
// another is set as running text in the same room, so that nothing is lost.
struct NutritionPlace {
    BoxMm box;
    TextStyle style;
    double least_size_pt = 0;
    std::string title; // "Giá trị dinh dưỡng"; may be empty
    std::string basis; // before "100 g": "trong"; may be empty
    Valign valign = Valign::top;
    bool optional = false;
    std::optional<Mm> gap_before = {}; // in a stack, instead of the stack's own
    std::optional<Condition> only_if = {};
    Paint paint = {};
    Turn turn = Turn::none;
};

// Texts, facts and tables one below the other: an empty one leaves no gap, and when there is too little room all shrink
// together, each down to its own least size. Only x and width of a part's box are used.
struct StackPlace {
    std::vector<std::variant<TextPlace, FactsPlace, NutritionPlace>> parts;
    BoxMm box;
    Mm gap; // from a last baseline or a frame to the next capitals or frame
    Valign valign = Valign::top;
    Turn turn = Turn::none; // of all parts together
};

// The room for a code of tills. Its quiet zone lies within the box, under bars the number too. Nothing is drawn for a
// product that has no GTIN of its own, and no bars for a GTIN-14 that no shorter one stands for.
struct TillCodePlace {
    BoxMm box;
    symbol::TillCode::Kind kind = symbol::TillCode::Kind::bars;
    Align align = Align::centre;
    Valign valign = Valign::middle; // of a DataMatrix; bars are as high as the box
    std::optional<Condition> only_if = {};
    Turn turn = Turn::none;
};

// An outline filled with the brand's pattern, or with the template's where the brand has none.
struct PatternPlace {
    std::vector<Corner> outline; // convex
    std::shared_ptr<const Pattern> pattern;
    bool is_own = false; // the brand's pattern does not replace it
    Paint paint = {};
    std::optional<Condition> only_if = {};
};

// Where the template has something, for people who look for it.
struct Element {
    std::string tag, id; // "rect"; the id may be empty
    int line = 0;        // of the file
    friend bool operator==(const Element&, const Element&) = default;
};

// Art that is the same on every label. `paint`: the role whose colour it has; without a role the item has its own.
struct Art {
    Item item;
    Paint paint = {};
    bool in_brand_typeface = false;
    Align anchor = Align::left; // which end of a text's line is at its x
    std::optional<Condition> only_if = {};
    Element element = {};
};

using Piece = std::variant<Art,
                           TextPlace,
                           FactsPlace,
                           StackPlace,
                           CodePlace,
                           BadgePlace,
                           LogoPlace,
                           PatternPlace,
                           TillCodePlace,
                           NutritionPlace>;

struct Template {
    std::string name; // of the file, without .svg
    std::string title;
    SizeMm size;
    bool is_whole_label = true; // false (data-use="stamp"): used beside the producer's own label, which has the rest
    std::vector<Piece> pieces;  // in drawing order; exactly one CodePlace, at most one BadgePlace
    std::optional<Ink> main, second;    // its colours where a brand gives none
    Typeface typeface = Typeface::text; // of names, where a brand gives none

    struct FieldUse {
        std::string field;
        bool optional;
        std::string where;        // line:column, of the first use
        std::string element = {}; // id of the first element that shows it; empty when that has none
        int line = 0;             // of that element; 0: only conditions use the field
    };

    std::vector<FieldUse> uses; // each field once, in the order of the file; conditions count as optional uses
};

// At most 256 kB, 2,000 elements, 32 deep, 10 to 500 mm a side. Errors (Cause::data), each with template and
// line:column: template.xml {…, why}, template.element {…, element}, template.attribute {…, attribute, value},
// template.limits {…, limit}; and template.code {template}. `load` gives the pictures, and its errors are passed on;
// without it an <image> is an element that cannot be used.
Result<Template> parse_template(std::string_view svg,
                                std::string_view name,
                                const PictureLoader& load = {},
                                const PatternLoader& load_pattern = {});

// A pattern's file: the root as a template's, of 1 to 100 mm a side, with shapes only; what is drawn there in any
// colour takes the colour that the pattern gets. Errors: those of parse_template, and template.pattern_marks {…, most}.
Result<Pattern> parse_pattern(std::string_view svg, std::string_view name);

} // namespace temsao::label
