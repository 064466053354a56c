// The nutrition facts (Circular 29/2023/TT-BYT): which are named, with what values, in what units, of how much.
#include "base/pieces.h"
#include "base/text.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

// Other names that readers know a nutrient by.
struct OtherNames {
    std::string_view nutrient;
    std::vector<std::string_view> names;
};

const std::vector<OtherNames>& other_names() {
    static const std::vector<OtherNames> all = {
        {"Năng lượng", {"energy"}},
        {"Chất đạm", {"protein", "đạm"}},
        {"Carbohydrat", {"carbohydrate", "chất bột đường", "bột đường"}},
        {"Chất béo", {"lipid", "tổng chất béo"}},
        {"Natri", {"sodium"}},
        {"Đường tổng số", {"tổng đường", "tổng số đường"}},
    };
    return all;
}

// Per 100 g, per 100 ml, per portion.
constexpr std::string_view bases[] = {"100 g",
                                      "100g",
                                      "100 ml",
                                      "100ml",
                                      "khẩu phần",
                                      "phần ăn",
                                      "suất",
                                      "serving",
                                      "mỗi gói",
                                      "1 gói",
                                      "một gói",
                                      "mỗi hộp",
                                      "1 hộp",
                                      "mỗi chai",
                                      "1 chai",
                                      "mỗi lon",
                                      "1 lon"};

std::size_t place_of(const std::string& key, std::string_view nutrient) {
    const auto name = match_key(nutrient);
    for (auto at = key.find(name); at != key.npos; at = key.find(name, at + 1)) {
        const auto rest = std::string_view(key).substr(at + name.size());
        if (name != "chất béo" || !rest.starts_with(" bão hòa")) return at + name.size();
    }
    for (const auto& other : other_names())
        if (other.nutrient == nutrient)
            for (const auto word : other.names)
                if (const auto at = key.find(word); at != key.npos) return at + word.size();
    return key.npos;
}

// What a block says of one nutrient, up to the next sign that parts nutrients.
struct Said {
    std::string value, unit; // "50", "kcal"; empty when there is none
};

Said said_of(const std::string& key, std::size_t from) {
    auto rest = std::string_view(key).substr(from);
    // a comma parts nutrients where no digit follows it: "0,5 g, natri"
    for (std::size_t at = 0; at < rest.size(); ++at)
        if (rest[at] == ';' || (rest[at] == ',' && (at + 1 == rest.size() || !is_digit(rest[at + 1])))) {
            rest = rest.substr(0, at);
            break;
        }
    const auto start = rest.find_first_of("0123456789");
    if (start == rest.npos) return {};
    const auto end = std::min(rest.find_first_not_of("0123456789.,", start), rest.size());
    Said said{std::string(rest.substr(start, end - start)), ""};
    auto unit = rest.substr(end);
    while (!unit.empty() && (unit.front() == ' ' || unit.front() == '('))
        unit.remove_prefix(1);
    said.unit = std::string(unit.substr(0, unit.find_first_of(" ();,/.")));
    // "1500 kJ (360 kcal)": energy may stand in both
    if (said.unit == "kj" && rest.find("kcal") != rest.npos) said.unit = "kcal";
    return said;
}

bool is_zero(const std::string& value) {
    return value.find_first_of("123456789") == std::string::npos;
}

// Whom the circular exempts, as we remember it [M]: raw goods of one ingredient, tea, coffee, water.
bool is_exempt(const Label& label) {
    const auto name = match_key(value_of(label, "name"));
    const auto& ingredients = value_of(label, "ingredients");
    const auto is_single = ingredients.find_first_of(",;") == std::string::npos;
    return is_single || name.starts_with("trà ") || name.starts_with("chè ") || name.starts_with("cà phê") ||
           name.starts_with("nước uống") || name.starts_with("nước khoáng");
}

// `only_when`: a word of the name, or after a plus sign what one of several ingredients begins with.
bool applies(const NutrientRule& rule, const Label& label) {
    if (rule.goods != label.asked.goods) return false;
    if (rule.only_when.empty()) return true;
    if (rule.only_when.front() != '+') return has_word(match_key(value_of(label, "name")), rule.only_when);
    const auto ingredients = match_key(value_of(label, "ingredients"));
    const auto word = rule.only_when.substr(1);
    std::string_view rest = ingredients;
    bool found = false;
    int count = 0;
    while (!rest.empty()) {
        const auto one = tidy(rest.substr(0, rest.find_first_of(",;")));
        rest.remove_prefix(std::min(rest.find_first_of(",;"), rest.size() - 1) + 1);
        found = found || has_word(one.substr(0, std::min(word.size() + 1, one.size())), word);
        ++count;
    }
    return found && count > 1;
}

void add(std::string& list, const std::string& one) {
    if (list.find(one) == std::string::npos) list += (list.empty() ? "" : ", ") + one;
}

struct Faults {
    std::string all, missing, no_value, wrong_unit;
};

Faults faults_of(const Label& label, const std::string& key) {
    Faults faults;
    for (const auto& rule : nutrient_rules()) {
        if (!applies(rule, label)) continue;
        const auto words = std::string(rule.nutrient) + " (" + std::string(rule.unit) + ")";
        add(faults.all, words);
        const auto at = place_of(key, rule.nutrient);
        if (at == key.npos) {
            add(faults.missing, words);
            continue;
        }
        const auto said = said_of(key, at);
        if (said.value.empty())
            add(faults.no_value, words);
        else if (said.unit != rule.unit && !is_zero(said.value))
            add(faults.wrong_unit, words);
    }
    return faults;
}

bool has_basis(const std::string& key) {
    return std::any_of(std::begin(bases), std::end(bases), [&](auto one) { return key.find(one) != key.npos; });
}

// The template's own words, when they have the nutrients.
const PrintedText* nutrition_of(const Label& label) {
    for (const auto& text : label.texts)
        if (field_name(text) == "nutrition") return &text;
    for (const auto& text : label.texts)
        if (place_of(text.key, "Năng lượng") != text.key.npos) return &text;
    return nullptr;
}

} // namespace

void check_nutrition(const Label& label, Findings& findings) {
    if (!label.asked.is_whole_label) return;
    const auto* text = nutrition_of(label);
    // As the list has it: a table on the label leaves out the signs between nutrients.
    const bool is_field = text && !field_name(*text).empty();
    const auto key = is_field ? match_key(value_of(label, "nutrition")) : text ? text->key : "";
    const auto faults = faults_of(label, key);
    if (faults.all.empty()) return;
    const auto report = [&](const char* code, const std::string& what, const char* sentence) {
        if (what.empty()) return;
        label.report_on(label.asked.day,
                        findings,
                        code,
                        {{what},
                         text ? std::optional(text->box) : std::nullopt,
                         text ? text->text : "",
                         faults.all,
                         text ? field_name(*text) : "",
                         sentence});
    };
    if (!text) {
        const bool is_listed = !value_of(label, "nutrition").empty();
        if (is_listed || !is_exempt(label))
            report("NUTRITION_MISSING", faults.all, is_listed ? "nutrition.not_on_template" : "");
        return;
    }
    report("NUTRITION_INCOMPLETE", faults.missing, "");
    report("NUTRITION_VALUE", faults.no_value, "");
    report("NUTRITION_UNIT", faults.wrong_unit, "");
    if (!has_basis(key)) report("NUTRITION_BASIS", "100 g, 100 ml", "");
}

} // namespace temsao::label
