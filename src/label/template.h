#pragma once
// Template: the design of a label, read from an SVG file that Inkscape opens. Only a plain subset is taken, so that all
// outputs draw the same and nothing hides in a file: no scripts, no links, no style sheets, no transforms.
// templates/README.md describes the format for people who draw.
//
// Built whole by parse_template, unchanged afterwards; any thread may read it.
#include "label/drawing.h"

namespace temsao::label {

enum class Align { left, centre, right };
enum class Valign { top, middle, bottom };

// A box filled from the record: one field of running text.
struct TextPlace {
    std::string field;
    BoxMm box;
    TextStyle style;
    double least_size_pt = 0; // shrinks to this and no further
    int most_lines = 1;
    Align align = Align::left;
    Valign valign = Valign::top;
    bool upper_case = false;
    bool optional = false;
    Ink ink = {};
};

// A box filled with several facts, each with its words: "NSX 24/11/2026". Facts that the record lacks close up.
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
    bool in_columns = false; // words in one column, values in the next; else running text after the words
    Ink ink = {};
};

struct CodePlace {
    BoxMm box; // quiet zone included
};

// The badge stands straight above the code, as wide as the symbol (label/badge.h).
struct BadgePlace {};

// Art that is the same on every label. `accent`: takes the colour of the goods group.
struct Art {
    Item item;
    bool accent = false;
};

using Piece = std::variant<Art, TextPlace, FactsPlace, CodePlace, BadgePlace>;

struct Template {
    std::string name; // of the file, without .svg
    std::string title;
    SizeMm size;
    std::vector<Piece> pieces; // in drawing order; exactly one CodePlace, at most one BadgePlace
};

// Errors (Cause::data), each with template, line and column: template.xml, template.element {…, element},
// template.attribute {…, attribute, value}, template.limits {…}, template.code {name}.
Result<Template> parse_template(std::string_view svg, std::string_view name);

} // namespace temsao::label
