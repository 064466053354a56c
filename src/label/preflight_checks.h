#pragma once
// Inside `label` only: the checks of preflight, in two files: what the label says (preflight_words.cpp) and how it is
// drawn (preflight_drawing.cpp).
#include "label/preflight.h"
#include "label/text_flow.h"

namespace temsao::label {

struct PrintedLine {
    const TextLine* line;
    const PlacedField* field; // null: the badge's own words
    BoxMm ink;
    std::size_t item;
};

// The result of a check; the rule adds the rest.
struct Remark {
    std::vector<std::string> facts;
    std::optional<BoxMm> box;
    std::string measured, required;
};

// The drawing, prepared for all checks.
struct Label {
    Label(const Drawing& the_drawing, const PreflightCase& the_case, const FontMeasure& the_fonts);

    const Drawing& drawing;
    const PreflightCase& asked;
    const FontMeasure& fonts;
    std::vector<PrintedLine> lines;
    const CodeModules* code = nullptr;

    const PlacedField* field(std::string_view name) const; // null: not printed
    std::string text_of(const PlacedField& field) const;

    // Adds the finding, with severity and law of the rule, if a rule with that code applies on the production date.
    void report(std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const;
    // The same for a day other than the production date.
    void report_on(Date day, std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const;
};

using Findings = std::vector<LabelFinding>;

// preflight_words.cpp
void check_content(const Label& label, Findings& findings);
void check_dates(const Label& label, Findings& findings);
void check_origin_and_address(const Label& label, Findings& findings);
void check_units(const Label& label, Findings& findings);
void check_nutrition(const Label& label, Findings& findings);
const std::string& value_of(const Label& label, const char* field); // from the record; empty when it has none
std::string heading_of(std::string_view field); // "Định lượng"; other fields as they are named

// preflight_drawing.cpp
void check_heights(const Label& label, Findings& findings);
void check_contrast(const Label& label, Findings& findings);
void check_badge(const Label& label, Findings& findings);
void check_parted(const Label& label, Findings& findings);
void check_places(const Label& label, Findings& findings);

} // namespace temsao::label
