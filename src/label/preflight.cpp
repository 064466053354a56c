#include "label/preflight.h"

#include "base/text.h"
#include "label/boxes.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr std::size_t most_findings = 100;

// What is said of several lines in the same words is one finding, around all of them.
void say_once(std::vector<LabelFinding>& findings) {
    std::vector<LabelFinding> once;
    for (auto& one : findings) {
        const auto said = std::find_if(once.begin(), once.end(), [&](const LabelFinding& other) {
            return other.finding.code == one.finding.code && other.finding.facts == one.finding.facts &&
                   other.field == one.field;
        });
        if (said == once.end())
            once.push_back(std::move(one));
        else if (said->box && one.box)
            said->box = join(*said->box, *one.box);
    }
    findings = std::move(once);
}

// Is `line` the next one of the text that ends with `last`: set below it, in letters of its size?
bool goes_on(const PrintedLine& last, const PrintedLine& line) {
    if (last.line->turn != line.line->turn) return false;
    const Mm down = upright(*line.line).baseline - upright(*last.line).baseline;
    const Mm size{last.line->style.size_pt * 25.4 / 72};
    const auto ink = turned(line.ink, back(line.line->turn)), above = turned(last.ink, back(line.line->turn));
    return last.item + 1 == line.item && down > Mm{} && down < size * 2.2 && ink.x < above.right() &&
           above.x < ink.right();
}

std::vector<PrintedText> texts_of(const Label& label) {
    std::vector<PrintedText> texts;
    for (const auto& field : label.drawing.fields)
        if (!field.is_art) texts.push_back({label.text_of(field), "", &field, field.ink});
    const PrintedLine* last = nullptr;
    for (const auto& line : label.lines) {
        if (line.field) continue;
        if (last && goes_on(*last, line)) {
            texts.back().text += " " + line.line->text;
            texts.back().box = join(texts.back().box, line.ink);
        } else
            texts.push_back({line.line->text, "", nullptr, line.ink});
        last = &line;
    }
    for (auto& one : texts)
        one.key = match_key(one.text);
    return texts;
}

template <class... Checks>
std::vector<LabelFinding>
look(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts, bool reads, Checks... checks) {
    Label label(drawing, asked, fonts);
    if (reads) label.texts = texts_of(label);
    std::vector<LabelFinding> findings;
    (checks(label, findings), ...);
    say_once(findings);
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
            if (!field.is_art && std::find(field.items.begin(), field.items.end(), line.item) != field.items.end())
                line.field = &field;
}

std::string Label::text_of(const PlacedField& field) const {
    std::string text;
    for (const auto item : field.items)
        text += (text.empty() ? "" : " ") + std::get<TextLine>(drawing.items[item]).text;
    return text;
}

const PlacedField* Label::field(std::string_view name) const {
    for (const auto& one : drawing.fields)
        if (one.field == name && !one.is_art) return &one;
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
                                .rule = found->source.words(),
                                .sentence = std::move(remark.sentence)},
                        remark.box,
                        std::move(remark.measured),
                        std::move(remark.required),
                        std::move(remark.field),
                        std::move(remark.element)});
}

std::vector<LabelFinding> preflight(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts) {
    return look(drawing,
                asked,
                fonts,
                true,
                check_content,
                check_dates,
                check_origin,
                check_address,
                check_units,
                check_nutrition,
                check_allergens,
                check_claims,
                check_heights,
                check_contrast,
                check_badge,
                check_till_number,
                check_till_codes,
                check_parted,
                check_places);
}

std::vector<LabelFinding>
preflight_again(const Drawing& drawing, const PreflightCase& asked, const FontMeasure& fonts) {
    return look(drawing, asked, fonts, false, check_badge, check_till_codes, check_places);
}

bool refuses(const std::vector<LabelFinding>& findings) {
    return std::any_of(
        findings.begin(), findings.end(), [](const auto& f) { return f.finding.severity == Severity::invalid; });
}

} // namespace temsao::label
