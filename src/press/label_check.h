#pragma once
// Inside `press`: preflight of the labels of a run before any file appears, with its findings as text and as JSON.
#include "job/json.h"
#include "label/preflight.h"
#include "press/make_label.h"

namespace temsao::press {

// The findings of one label.
struct PreflightedLabel {
    const catalog::Product* product;
    std::vector<label::LabelFinding> findings;
    const label::Template* design = nullptr; // outlives this; null: the findings' elements are not named
    std::optional<label::Goods> goods = {};  // as they were looked at; empty: neither --goods nor the list says
};

// `again`: a label of the same product was checked already, and this one differs in serial number and code only.
// `memory`: of this thread, for a run of many labels.
PreflightedLabel check_label(const Made& made,
                             const Run& run,
                             const label::Template& design,
                             const render::FontBook& fonts,
                             bool again,
                             label::InkMemory* memory = nullptr);

// One line for each remark, starting with its kind (refused or warned); the same remark on several products is given
// once.
std::vector<std::string> finding_lines(const std::vector<PreflightedLabel>& labels, Severity only, Lang lang);

// How a finding's box is written: as an object, null without a place; or, for the pages, as a row of four numbers
// behind everything else, absent without a place.
enum class BoxForm { object, row };

// [{"key", "axis", "code", "severity", "message", "rule", "measured", "required", "box": {x, y, width, height},
// "element", "line"}, …] `element` and `line`: the id and the line of the template's element: the art, or what shows
// the field; null for what has none.
job::Json findings_json(const std::vector<PreflightedLabel>& labels, Lang lang, BoxForm form = BoxForm::object);

std::size_t count_findings(const std::vector<PreflightedLabel>& labels, Severity only);

} // namespace temsao::press
