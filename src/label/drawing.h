#pragma once
// Drawing: a label as it will look, in millimetres from its top left corner, with everything decided. PDF, SVG, PNG and
// preview all draw this one list, in order, so that they cannot differ. Values; any thread.
#include "base/units.h"
#include "label/font_measure.h"
#include "label/path.h"
#include "label/picture.h"
#include "label/turn.h"
#include "symbol/symbol.h"
#include "symbol/till_code.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace temsao::label {

// A colour in printing inks, 0..100 percent of each. Text and code use K only.
struct Ink {
    double c = 0, m = 0, y = 0, k = 100;
    friend bool operator==(const Ink&, const Ink&) = default;
};

// `spot`: the name of a separate plate (a mixed ink, a foil, a varnish); `ink` replaces it where there is no such
// plate: on screens, in pictures, on office printers. Empty: the four inks. `overprint`: on press the plate prints over
// what lies below and leaves it there (a varnish, a line for cutting).
struct FilledPath {
    Path path;
    Ink ink = {};
    bool even_odd = false;
    bool needs_contrast = false; // black where there is no colour: a gold star must not turn pale grey
    std::string spot = {};
    bool overprint = false;
    friend bool operator==(const FilledPath&, const FilledPath&) = default;
};

struct StrokedPath {
    Path path;
    Ink ink = {};
    Mm width;
    std::string spot = {};
    bool overprint = false;
    friend bool operator==(const StrokedPath&, const StrokedPath&) = default;
};

// The plate name that means every plate there is (ISO 32000-1, 8.6.6.4): marks for cutting and registering.
inline constexpr auto every_plate = "All";

// One line of text, already wrapped and fitted. `x`, `baseline` is where its first character starts; a turned line goes
// on from there downward, to the left or upward.
struct TextLine {
    std::string text;
    TextStyle style;
    Mm x, baseline;
    Ink ink = {};
    Turn turn = Turn::none;
    friend bool operator==(const TextLine&, const TextLine&) = default;
};

// A QR code at its place: one path, a single fill. `x`, `y` is the top left corner of the first module (the quiet zone
// lies outside); `module` is a whole number of printer dots and x, y lie on the dot grid of the label.
struct CodeModules {
    std::shared_ptr<const symbol::Symbol> symbol;
    Mm x, y;
    Mm module;
    Dots module_dots;
    friend bool operator==(const CodeModules&, const CodeModules&) = default; // the same pointer, not equal content
};

// A picture filling a box. For printers that only know black and white it is turned into a pattern of dots.
struct PlacedPicture {
    std::shared_ptr<const Picture> picture;
    BoxMm box;
    std::shared_ptr<const Picture> in_one_colour = {}; // drawn instead where there is only black
    friend bool operator==(const PlacedPicture&, const PlacedPicture&) = default; // the same pointer, not equal content
};

using Item = std::variant<FilledPath, StrokedPath, TextLine, CodeModules, PlacedPicture>;

// Where a field's text was placed and how it was set: for preflight, and for a page that shows a remark on it.
struct PlacedField {
    std::string field; // of the template's own words: these words
    BoxMm ink;         // box of its ink, accents included
    TextStyle style;
    std::vector<std::size_t> items; // its lines among the drawing's items, the words before a value too
    bool is_art = false;            // the template's own words
};

// A code of tills as drawn: its modules are one item, black and on the label's dot grid.
struct PlacedTillCode {
    std::string text; // what a reader gives: "9520000010003", "(01)09520000010003(10)L1"
    BoxMm box;        // of its modules; the quiet zone lies outside
    BoxMm quiet;      // the box with its quiet zone
    Mm module;        // a whole number of printer dots
    Dots module_dots;
    symbol::TillCode::Kind kind = symbol::TillCode::Kind::bars;
    std::vector<std::size_t> items; // of the drawing: its modules, then its number
};

struct Drawing {
    SizeMm size;
    std::vector<Item> items;
    std::string title; // for the file's metadata and for screen readers
    std::vector<PlacedField> fields;
    std::vector<PlacedTillCode> till_codes = {};
    Mm bleed = {};                          // how far art extends over the edge; it is cut off there (label/bleed.h)
    std::vector<std::uint32_t> pieces = {}; // of each item: the piece of the template that drew it; empty: unknown
};

} // namespace temsao::label
