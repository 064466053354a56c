#pragma once
// Inside `label` only: the checks of preflight, a file for each subject: what the label must say, its dates, units,
// address and origin, nutrition, claims, and how it is drawn.
#include "label/preflight.h"
#include "label/text_flow.h"

namespace temsao::label {

struct PrintedLine {
    const TextLine* line;
    const PlacedField* field; // null: the template's own words, and the badge's
    BoxMm ink;
    std::size_t item;
};

// A text that a reader takes as one: a field with the words before it, or lines of the template's own words that stand
// below each other.
struct PrintedText {
    std::string text, key;    // the key as base/text.h match_key writes it
    const PlacedField* field; // null: the template's own words
    BoxMm box;
};

// The result of a check; the rule adds the rest. `sentence`: where the rule's code is told in several ways.
struct Remark {
    std::vector<std::string> facts;
    std::optional<BoxMm> box;
    std::string measured, required;
    std::string field = {}, sentence = {};
    std::optional<Element> element = {};
};

// The drawing, prepared for all checks.
struct Label {
    Label(const Drawing& the_drawing, const PreflightCase& the_case, const FontMeasure& the_fonts);

    const Drawing& drawing;
    const PreflightCase& asked;
    const FontMeasure& fonts;
    std::vector<PrintedLine> lines;
    std::vector<PrintedText> texts; // fields first, then the template's own words; empty for preflight_again
    const CodeModules* code = nullptr;

    const PlacedField* field(std::string_view name) const; // null: not printed
    std::string text_of(const PlacedField& field) const;

    // Adds the finding, with severity and law of the rule, if a rule with that code applies on the production date.
    void report(std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const;
    // The same for a day other than the production date.
    void report_on(Date day, std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const;
};

using Findings = std::vector<LabelFinding>;

// preflight_words.cpp: what the checks of words share
const std::string& value_of(const Label& label, std::string_view field); // from the record; empty when it has none
std::string heading_of(std::string_view field); // "Định lượng", as the list's column is headed
std::string spaced(std::string_view key);       // the key's words with one space around each, and no other sign
bool has_word(std::string_view key, std::string_view word); // "nước mắm chiên" has the word "chiên"
std::string field_name(const PrintedText& text);            // of its field; empty for the template's own words
std::string in_mm(Mm length);                               // "0.75 mm"
std::string name_of(const PrintedLine& line);               // its field's heading, or the template's own words
std::string field_of(const PrintedLine& line);              // empty for the template's own words
bool is_eaten(const Label& label);                          // known to be eaten or drunk
bool is(const Label& label, Goods goods);

// preflight_content.cpp, and what counts as said: in a field, or in the template's own words behind a caption
void check_content(const Label& label, Findings& findings);
const PrintedText* found_in_words(const Label& label, std::string_view content);
bool says_origin(const std::string& words); // "xuất xứ: việt nam"
bool begins_with_origin_words(const std::string& key);

// preflight_dates.cpp
void check_dates(const Label& label, Findings& findings);

// preflight_address.cpp
void check_origin(const Label& label, Findings& findings);
void check_address(const Label& label, Findings& findings);

// preflight_units.cpp
void check_units(const Label& label, Findings& findings);
std::optional<double> amount_of(const std::string& quantity); // in g or ml; nothing when it is counted otherwise

// preflight_nutrition.cpp
void check_nutrition(const Label& label, Findings& findings);

// preflight_allergens.cpp
void check_allergens(const Label& label, Findings& findings);

// preflight_claims.cpp
void check_claims(const Label& label, Findings& findings);

// preflight_drawing.cpp
void check_heights(const Label& label, Findings& findings);
void check_contrast(const Label& label, Findings& findings);
void check_parted(const Label& label, Findings& findings);
void check_places(const Label& label, Findings& findings);

// preflight_code.cpp
void check_badge(const Label& label, Findings& findings);
bool has_badge(const Label& label);
void check_code_place(const Label& label, Findings& findings); // needs a code, else nothing
void check_till_codes(const Label& label, Findings& findings);
void check_till_number(const Label& label, Findings& findings); // a place for bars, and a product without a number

} // namespace temsao::label
