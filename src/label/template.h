#pragma once
// Template: the design of a label, read from an SVG file that Inkscape opens (templates/README.md says what such a file
// may hold). What the designer drew is `art`; what the record fills stands in rectangles with data-field or data-kind.
// Built whole by parse, unchanged afterwards; any thread may read it.
#include "label/drawing.h"

#include <map>
#include <optional>

namespace temsao::label {

enum class Align { left, centre, right };
enum class Valign { top, middle, bottom };

// Where one field's text goes, and how it may be set there.
struct TextBox {
    std::string field;
    BoxMm box;
    TextStyle style;        // wished
    double min_size_pt = 0; // and the smallest it may shrink to, by quarter points
    int max_lines = 1;
    Align align = Align::left;
    Valign valign = Valign::top;
    bool upper_case = false;
    bool optional = false; // an empty field then vanishes with its label; else it is an error
    std::string label;     // "NSX": set in medium before the text
    Mm label_width{};      // > 0: the text starts here, so that values stand in a column; 0: right after the label
    Ink ink{};
};

// Boxes one under the other that close up when one is empty or short, and shrink together when they must.
struct Flow {
    BoxMm box;
    std::vector<TextBox> rows; // top to bottom; each row's box gives its x and width
    Mm gap{};                  // between rows
    Valign valign = Valign::top;
};

struct Art {
    std::variant<FilledPath, StrokedPath> shape;
    bool accent = false; // drawn in the colour of the goods instead of its own
};

struct StaticText {
    TextLine line; // x is the anchor
    Align align = Align::left;
    bool accent = false;
};

// A picture that the record brings, fitted into the box with its proportions kept.
struct PictureBox {
    std::string field;
    BoxMm box;
    bool optional = false;
};

using Element = std::variant<Art, StaticText, Flow, PictureBox>;

struct CodeBox {
    BoxMm box; // quiet zone included
    Valign valign = Valign::bottom;
};

struct Template {
    std::string name;  // the file's, without .svg: "jar-60x40"
    std::string title; // its <title>
    SizeMm size;
    std::vector<Element> elements; // in drawing order
    CodeBox code;
    std::optional<BoxMm> badge; // the room the badge may take, above the code

    struct FieldUse {
        std::string field;
        bool optional;
    };

    std::vector<FieldUse> fields() const; // each once, in drawing order
};

// Limits: 256 kB, 2,000 elements, depth 32, sides 10..300 mm. Errors (Cause::data): template.too_large {name},
// template.not_xml {name, line, column, why}, template.outside_subset {name, line, column, what},
// template.no_code {name}, template.bad_size {name}.
Result<Template> parse_template(std::string name, std::string_view svg);

// Every *.svg of a folder, by name. Errors: file.missing and the above.
Result<std::vector<Template>> load_templates(const std::string& folder);

} // namespace temsao::label
