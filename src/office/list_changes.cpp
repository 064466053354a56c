#include "office/list_changes.h"

#include "base/text.h"
#include "job/read_options.h"

#include <algorithm>
#include <map>

namespace temsao::office {
namespace {

using catalog::FieldChange;
using catalog::ProductChange;
using catalog::Weight;

std::string_view kind_of(const ProductChange& change) {
    if (!change.fields.empty()) return "changed";
    return change.weight == Weight::product_gone ? "removed" : "added";
}

// "revoked (9/QĐ-UBND)"
std::string status_words(const catalog::Certificate& certificate, Lang lang) {
    return say({"status." + std::string(name(certificate.status)), {}}, lang) +
           (certificate.ended_by.empty() ? "" : " (" + certificate.ended_by + ")");
}

// "4★ 15 Oct 2027 valid"
std::string certificate_words(const catalog::Certificate& certificate, Lang lang) {
    return std::to_string(certificate.stars) + "★ " + certificate.valid_to.shown(lang) + " " +
           status_words(certificate, lang);
}

std::string value_words(const FieldChange& change,
                        const std::string& value,
                        const std::optional<catalog::Certificate>& certificate,
                        Lang lang) {
    if (value.empty()) return "–";
    if (certificate)
        return change.field == "status" ? status_words(*certificate, lang) : certificate_words(*certificate, lang);
    if (change.field == "group") return say({"group." + value, {}}, lang);
    if (change.field == "valid_to")
        if (const auto day = Date::parse_iso(value)) return day->shown(lang);
    return make_line(value);
}

// "number" is that of a product here, and that of a row among the meanings of columns.
std::string field_words(const std::string& field, Lang lang) {
    if (field == "number" || field == "shared_number") return say({"meaning.code", {}}, lang);
    return say({"meaning." + field, {}}, lang);
}

std::string field_line(const FieldChange& change, Lang lang) {
    const auto decision = change.decision.empty() ? "" : " (" + make_line(change.decision) + ")";
    return field_words(change.field, lang) + " " + value_words(change, change.before, change.was, lang) + " → " +
           value_words(change, change.after, change.is, lang) + decision;
}

// What the fields do not say at once: a product whose last certificate had ended counts again, or a new certificate
// gives it more stars.
std::string mark_of(const ProductChange& change, Lang lang) {
    if (change.weight == Weight::revocation_lifted) return " (" + say({"change.mark_lifted", {}}, lang) + ")";
    const bool by_certificate = std::any_of(
        change.fields.begin(), change.fields.end(), [](const FieldChange& one) { return one.field == "certificate"; });
    if (change.weight != Weight::stars_raised || !by_certificate) return {};
    return " (" + say({"change.mark_raised", {}}, lang) + ")";
}

} // namespace

std::vector<std::string> change_lines(const std::vector<ProductChange>& changes, Lang lang) {
    std::vector<std::string> lines;
    for (const auto& change : changes) {
        const auto kind = kind_of(change);
        std::string fields;
        for (const auto& field : change.fields)
            fields += (fields.empty() ? ": " : "; ") + field_line(field, lang);
        lines.push_back((kind == "added"     ? "+ "
                         : kind == "removed" ? "- "
                                             : "~ ") +
                        job::padded(change.key, 15) + change.name + mark_of(change, lang) + fields);
    }
    return lines;
}

std::string change_counts(const std::vector<ProductChange>& changes, Lang lang) {
    std::map<Weight, int> counts;
    for (const auto& change : changes)
        ++counts[change.weight];
    std::string words;
    for (const auto& [weight, count] : counts)
        words +=
            (words.empty() ? "" : ", ") + say({"change." + std::string(name(weight)), {std::to_string(count)}}, lang);
    return words;
}

job::Json changes_json(const std::vector<ProductChange>& changes, Lang lang) {
    auto all = job::Json::array();
    for (const auto& change : changes) {
        auto fields = job::Json::array();
        for (const auto& one : change.fields)
            fields.push_back({{"field", one.field},
                              {"decision", one.decision.empty() ? job::Json(nullptr) : job::Json(one.decision)},
                              {"before", one.before},
                              {"after", one.after},
                              {"words", field_line(one, lang)}});
        all.push_back({{"change", kind_of(change)},
                       {"weight", name(change.weight)},
                       {"key", change.key},
                       {"name", change.name},
                       {"fields", fields}});
    }
    return all;
}

} // namespace temsao::office
