#include "office/list_changes.h"

#include "base/text.h"

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

// "revoked: 9/QĐ-UBND", as catalog/changes.h writes a status.
std::string status_words(std::string_view status, Lang lang) {
    const auto colon = status.find(": ");
    auto words = say({"status." + std::string(status.substr(0, colon)), {}}, lang);
    return colon == status.npos ? words : words + " (" + std::string(status.substr(colon + 2)) + ")";
}

// "4★ 2027-10-15 valid", as catalog/changes.h writes a whole certificate.
std::string certificate_words(std::string_view certificate, Lang lang) {
    const auto first = certificate.find(' '), second = certificate.find(' ', first + 1);
    if (first == certificate.npos || second == certificate.npos) return std::string(certificate);
    const auto day = Date::parse_iso(certificate.substr(first + 1, second - first - 1));
    return std::string(certificate.substr(0, first)) + " " + (day ? day->shown(lang) : std::string()) + " " +
           status_words(certificate.substr(second + 1), lang);
}

std::string value_words(const FieldChange& change, const std::string& value, Lang lang) {
    if (value.empty()) return "–";
    if (change.field == "status") return status_words(value, lang);
    if (change.field == "certificate") return certificate_words(value, lang);
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
    return field_words(change.field, lang) + " " + value_words(change, change.before, lang) + " → " +
           value_words(change, change.after, lang) + decision;
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
                        job::padded(change.key, 15) + change.name + fields);
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
