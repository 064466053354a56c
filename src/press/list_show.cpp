// list show: of products asked for by code or name also what their labels would have, what they lack for which
// template, and what a check in a shop would ask about them.
#include "base/text.h"
#include "catalog/print_remarks.h"
#include "job/json.h"
#include "label/label_rules.h"
#include "office/shown_list.h"
#include "press/jobs.h"
#include "press/templates.h"
#include "store/list_store.h"

#include <algorithm>
#include <map>
#include <set>

namespace temsao::press {
namespace {

using catalog::Product;

// Fields that the certificate or the print run gives.
constexpr std::string_view given[] = {"name", "producer", "lot", "made", "expires", "decision", "hri", "origin"};

bool is_given(std::string_view field) {
    return std::find(std::begin(given), std::end(given), field) != std::end(given);
}

bool has_field(const Product& product, const std::string& field) {
    return field == "address" ? !product.address.empty() : product.facts.contains(field);
}

// What the law wants on a whole label of these goods: fields of the list, not exact words.
std::set<std::string> wanted_by_law(const Product& product, Date day) {
    const auto goods = label::goods_of(product.group, product.name);
    std::set<std::string> fields;
    for (const auto& rule : label::content_rules()) {
        const bool is_about = (!rule.goods || *rule.goods == goods) && rule.source.holds_on(day);
        if (is_about && rule.content.find_first_of("|\"") == std::string_view::npos) fields.emplace(rule.content);
    }
    return fields;
}

// The fields that a product lacks, and the templates that need them.
using Lacks = std::map<std::set<std::string>, std::vector<std::string>>;

Lacks lacks_of(const Product& product, const std::vector<label::Template>& designs, Date day) {
    const auto by_law = wanted_by_law(product, day);
    Lacks lacks;
    for (const auto& design : designs) {
        auto wanted = design.is_whole_label ? by_law : std::set<std::string>();
        for (const auto& use : design.uses)
            if (!use.optional) wanted.insert(use.field);
        std::erase_if(wanted, [&](const auto& field) { return is_given(field) || has_field(product, field); });
        if (!wanted.empty()) lacks[wanted].push_back(design.name);
    }
    return lacks;
}

std::string field_words(const std::string& field, Lang lang) {
    return say({"meaning." + field, {}}, lang);
}

template <class Texts, class Words>
std::string enumerated(const Texts& texts, Words words) {
    std::string all;
    for (const auto& text : texts)
        all += (all.empty() ? "" : ", ") + words(text);
    return all;
}

std::string details_of(const Product& product, const Lacks& lacks, const std::vector<Finding>& remarks, Lang lang) {
    std::string words;
    for (const auto& [name, value] : product.facts)
        words += "  " + field_words(name, lang) + ": " + make_line(value) + "\n";
    for (const auto& [fields, templates] : lacks) {
        const auto wanted = enumerated(fields, [&](const auto& field) { return field_words(field, lang); });
        const auto where = enumerated(templates, [](const auto& name) { return name; });
        words += "  " + say({"show.lacks", {wanted, where}}, lang) + "\n";
    }
    if (lacks.empty()) words += "  " + say({"show.lacks_nothing", {}}, lang) + "\n";
    for (const auto& remark : remarks)
        words += "  " + say(remark.message(), lang) + "\n";
    return words;
}

job::Json details_json(const Product& product, const Lacks& lacks, const std::vector<Finding>& remarks, Lang lang) {
    auto facts = job::Json::object(), lacking = job::Json::array(), remarked = job::Json::array();
    for (const auto& [name, value] : product.facts)
        facts[name] = value;
    for (const auto& [fields, templates] : lacks)
        lacking.push_back({{"fields", fields}, {"templates", templates}});
    for (const auto& remark : remarks)
        remarked.push_back(job::to_json(remark, lang));
    return {{"facts", std::move(facts)}, {"lacks", std::move(lacking)}, {"remarks", std::move(remarked)}};
}

} // namespace

Result<job::Report> show_list(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(office::read_show_wish(request, around));
    const auto shown = TRY(office::shown_list(wish, around));
    if (wish.named.empty()) return office::report_of(shown, wish, {}, around.lang);
    auto store = TRY(store::ListStore::open_to_read(around.home));
    const auto list = TRY(store.load());
    std::vector<label::Template> designs;
    for (const auto& name : TRY(template_names(around)))
        if (auto design = load_template(around, name))
            designs.push_back(*std::move(design)); // else `template check` says
    const catalog::PrintRemarks remarks_of_list(list, wish.day);
    const auto details = [&](const Product& product) -> office::ProductDetails {
        const auto lacks = lacks_of(product, designs, wish.day);
        const auto remarks = remarks_of_list.of(product);
        return {details_of(product, lacks, remarks, around.lang), details_json(product, lacks, remarks, around.lang)};
    };
    return office::report_of(shown, wish, details, around.lang);
}

} // namespace temsao::press
