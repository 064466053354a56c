#include "press/label_check.h"

#include <algorithm>

namespace temsao::press {
namespace {

constexpr std::size_t most_named = 3;

// One remark and the products that have it.
struct Said {
    std::string words;
    std::vector<std::string> products;
};

job::Json box_json(const BoxMm& box) {
    return {{"x", box.x.value}, {"y", box.y.value}, {"width", box.width.value}, {"height", box.height.value}};
}

std::string names(const std::vector<std::string>& products) {
    std::string all;
    for (std::size_t i = 0; i < std::min(products.size(), most_named); ++i)
        all += (i ? ", " : "") + products[i];
    return products.size() > most_named ? all + " … (" + std::to_string(products.size()) + ")" : all;
}

} // namespace

PreflightedLabel check_label(
    const Made& made, const Run& run, const label::Template& design, const render::FontBook& fonts, bool again) {
    const auto& product = *made.product;
    const label::PreflightCase asked{.record = made.record,
                                     .goods = run.goods.value_or(label::goods_of(product.group, product.name)),
                                     .is_whole_label = design.is_whole_label,
                                     .day = run.date,
                                     .made = run.made,
                                     .expires = made.expires,
                                     .face_cm2 = run.face_cm2,
                                     .quantity_heights = run.quantity_heights};
    return {&product, (again ? label::preflight_again : label::preflight)(*made.drawing, asked, fonts)};
}

std::vector<std::string> finding_lines(const std::vector<PreflightedLabel>& labels, Severity only, Lang lang) {
    std::vector<Said> said;
    for (const auto& label : labels)
        for (const auto& [finding, box, measured, required] : label.findings) {
            if (finding.severity != only) continue;
            auto words = say(finding.message(), lang) + " (" + rule_words(finding.rule, lang) + ")";
            auto known = std::find_if(said.begin(), said.end(), [&](const Said& one) { return one.words == words; });
            if (known == said.end()) known = said.insert(said.end(), {std::move(words), {}});
            if (known->products.empty() || known->products.back() != label.product->name)
                known->products.push_back(label.product->name);
        }
    std::vector<std::string> lines;
    for (const auto& [words, products] : said)
        lines.push_back(say(
            {only == Severity::invalid ? "preflight.refused" : "preflight.warned", {names(products), words}}, lang));
    return lines;
}

job::Json findings_json(const std::vector<PreflightedLabel>& labels, Lang lang) {
    job::Json all = job::Json::array();
    for (const auto& label : labels)
        for (const auto& [finding, box, measured, required] : label.findings) {
            job::Json one{{"key", label.product->key}};
            one.update(job::to_json(finding, lang));
            one["measured"] = measured.empty() ? job::Json(nullptr) : job::Json(measured);
            one["required"] = required.empty() ? job::Json(nullptr) : job::Json(required);
            one["box"] = box ? box_json(*box) : job::Json(nullptr);
            all.push_back(std::move(one));
        }
    return all;
}

std::size_t count_findings(const std::vector<PreflightedLabel>& labels, Severity only) {
    std::size_t count = 0;
    for (const auto& label : labels)
        count +=
            static_cast<std::size_t>(std::count_if(label.findings.begin(), label.findings.end(), [&](const auto& one) {
                return one.finding.severity == only;
            }));
    return count;
}

} // namespace temsao::press
