#include "label/preflight.h"

#include "label/boxes.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr std::size_t most_findings = 100;

template <class... Checks>
std::vector<LabelFinding>
look(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts, Checks... checks) {
    const Label label(drawing, asked, fonts);
    std::vector<LabelFinding> findings;
    (checks(label, findings), ...);
    if (findings.size() > most_findings) findings.resize(most_findings);
    return findings;
}

} // namespace

Label::Label(const Drawing& the_drawing, const PreflightCase& the_case, const FontMeasure& the_fonts)
    : drawing(the_drawing),
      asked(the_case),
      fonts(the_fonts) {
    for (std::size_t i = 0; i < drawing.items.size(); ++i) {
        if (const auto* line = std::get_if<TextLine>(&drawing.items[i]))
            lines.push_back({line, nullptr, ink_box(*line, fonts), i});
        if (const auto* modules = std::get_if<CodeModules>(&drawing.items[i])) code = modules;
    }
    for (const auto& field : drawing.fields)
        for (auto& line : lines)
            if (std::find(field.items.begin(), field.items.end(), line.item) != field.items.end()) line.field = &field;
}

std::string Label::text_of(const PlacedField& field) const {
    std::string text;
    for (const auto item : field.items)
        text += (text.empty() ? "" : " ") + std::get<TextLine>(drawing.items[item]).text;
    return text;
}

const PlacedField* Label::field(std::string_view name) const {
    for (const auto& one : drawing.fields)
        if (one.field == name) return &one;
    return nullptr;
}

void Label::report(std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const {
    report_on(asked.made, findings, rule, std::move(remark));
}

void Label::report_on(Date day, std::vector<LabelFinding>& findings, std::string_view rule, Remark remark) const {
    const auto* found = rule_on(rule, day);
    if (!found) return;
    findings.push_back({Finding{.axis = Axis::label,
                                .code = std::string(rule),
                                .severity = found->severity,
                                .facts = std::move(remark.facts),
                                .rule = found->source.words()},
                        remark.box,
                        std::move(remark.measured),
                        std::move(remark.required)});
}

std::vector<LabelFinding> preflight(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts) {
    return look(drawing,
                asked,
                fonts,
                check_content,
                check_dates,
                check_origin_and_address,
                check_units,
                check_nutrition,
                check_heights,
                check_contrast,
                check_badge,
                check_parted,
                check_places);
}

std::vector<LabelFinding>
preflight_again(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts) {
    return look(drawing, asked, fonts, check_badge, check_places);
}

bool refuses(const std::vector<LabelFinding>& findings) {
    return std::any_of(
        findings.begin(), findings.end(), [](const auto& f) { return f.finding.severity == Severity::invalid; });
}

} // namespace temsao::label
