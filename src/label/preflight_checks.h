#pragma once
// Inside `label` only: the checks of preflight, in two files: what the label says (preflight_words.cpp) and how it is
// drawn (preflight_drawing.cpp).
#include "label/preflight.h"
#include "label/text_flow.h"

namespace temsao::label {

struct PrintedLine {
    const TextLine* line;
    const PlacedField* field; // nothing: the badge's own words
    BoxMm ink;
    std::size_t item;
};

// What a check has to say; the rule gives the rest.
struct Remark {
    std::vector<std::string> facts;
    std::optional<BoxMm> box;
    std::string measured, required;
};

// The drawing with what all checks ask of it.
struct Label {
    Label(const Drawing& the_drawing, const PreflightCase& the_case, const FontMeasure& the_fonts);

    const Drawing& drawing;
    const PreflightCase& asked;
    const FontMeasure& fonts;
    std::vector<PrintedLine> lines;
    const CodeModules* code = nullptr;

    const PlacedField* field(std::string_view name) const; // nothing: not printed
    std::string text_of(const PlacedField& field) const;

    // Adds the finding if a rule of that code holds for the goods, with the rule's severity and law.
    void report(std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const;
    // The same by another day than the day made.
    void report_on(Date day, std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const;
};

using Findings = std::vector<LabelFinding>;

// preflight_words.cpp
void check_content(const Label& label, Findings& findings);
void check_dates(const Label& label, Findings& findings);
void check_origin_and_address(const Label& label, Findings& findings);
void check_units(const Label& label, Findings& findings);
void check_nutrition(const Label& label, Findings& findings);
const std::string& value_of(const Label& label, const char* field); // of the record; empty when it has none
std::string heading_of(std::string_view field); // "Định lượng"; other fields as they are named

// preflight_drawing.cpp
void check_heights(const Label& label, Findings& findings);
void check_contrast(const Label& label, Findings& findings);
void check_badge(const Label& label, Findings& findings);
void check_places(const Label& label, Findings& findings);

} // namespace temsao::label
