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

// The first day of the certificate that counts, where no certificate of the product ran when the goods were made.
std::optional<Date> certified_later(const catalog::Product& product, const Run& run) {
    const auto& all = product.certificates;
    const bool ran = std::any_of(all.begin(), all.end(), [&](const catalog::Certificate& one) {
        return one.issued <= run.made && run.made <= one.valid_to;
    });
    const auto& now = catalog::certificate_on(product, run.date);
    return ran || now.issued <= run.made ? std::nullopt : std::optional(now.issued);
}

// Where the template has what a finding is about, its art or the place of its field: the element's id, and its line in
// the file.
void add_place(job::Json& json, const label::LabelFinding& found, const label::Template* design) {
    json["element"] = json["line"] = nullptr;
    if (found.element) {
        if (!found.element->id.empty()) json["element"] = found.element->id;
        json["line"] = found.element->line;
        return;
    }
    if (!design || found.field.empty()) return;
    for (const auto& use : design->uses) {
        if (use.field != found.field || use.line == 0) continue;
        if (!use.element.empty()) json["element"] = use.element;
        json["line"] = use.line;
    }
}

std::string names(const std::vector<std::string>& products) {
    std::string all;
    for (std::size_t i = 0; i < std::min(products.size(), most_named); ++i)
        all += (i ? ", " : "") + products[i];
    return products.size() > most_named ? all + " … (" + std::to_string(products.size()) + ")" : all;
}

} // namespace

PreflightedLabel check_label(const Made& made,
                             const Run& run,
                             const label::Template& design,
                             const render::FontBook& fonts,
                             bool again,
                             label::InkMemory* memory) {
    const auto& product = *made.product;
    const label::PreflightCase asked{.record = made.record,
                                     .goods = run.goods ? run.goods : label::goods_of(product.group, product.name),
                                     .is_whole_label = design.is_whole_label,
                                     .day = run.date,
                                     .made = run.made,
                                     .expires = made.expires,
                                     .certified_later = certified_later(product, run),
                                     .face_cm2 = run.face_cm2,
                                     .quantity_heights = run.quantity_heights,
                                     .design = &design,
                                     .memory = memory};
    return {&product,
            (again ? label::preflight_again : label::preflight)(*made.drawing, asked, fonts),
            &design,
            asked.goods};
}

std::vector<std::string> finding_lines(const std::vector<PreflightedLabel>& labels, Severity only, Lang lang) {
    std::vector<Said> said;
    for (const auto& label : labels)
        for (const auto& found : label.findings) {
            const auto& finding = found.finding;
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

job::Json findings_json(const std::vector<PreflightedLabel>& labels, Lang lang, BoxForm form) {
    job::Json all = job::Json::array();
    for (const auto& label : labels)
        for (const auto& found : label.findings) {
            job::Json one{{"key", label.product->key}};
            one.update(job::to_json(found.finding, lang));
            one["measured"] = found.measured.empty() ? job::Json(nullptr) : job::Json(found.measured);
            one["required"] = found.required.empty() ? job::Json(nullptr) : job::Json(found.required);
            if (form == BoxForm::object) one["box"] = found.box ? box_json(*found.box) : job::Json(nullptr);
            add_place(one, found, label.design);
            if (const auto& box = found.box; form == BoxForm::row && box)
                one["box"] = {box->x.value, box->y.value, box->width.value, box->height.value};
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
