// Quantities and their units, in every text of the label.
#include "base/pieces.h"
#include "base/text.h"
#include "label/preflight_checks.h"

#include <algorithm>
#include <cmath>

namespace temsao::label {
namespace {

// Texts in which a word after a number is not a unit: names of roads, numbers of decisions and telephones.
constexpr std::string_view without_units[] = {"name",
                                              "name_en",
                                              "producer",
                                              "address",
                                              "lot",
                                              "hri",
                                              "till_number",
                                              "decision",
                                              "phone",
                                              "made",
                                              "expires",
                                              "self_declaration"};

struct Unit {
    std::string_view wrong, right;
};

constexpr Unit wrong_units[] = {
    {"gr", "g"},     {"grs", "g"},    {"kgs", "kg"},  {"cc", "ml"},     {"mls", "ml"},   {"oz", "g"},   {"ounce", "g"},
    {"ounces", "g"}, {"lb", "g"},     {"lbs", "g"},   {"pound", "g"},   {"pounds", "g"}, {"fl", "ml"},  {"pint", "ml"},
    {"pints", "ml"}, {"gallon", "l"}, {"inch", "cm"}, {"inches", "cm"}, {"feet", "m"},   {"lạng", "g"}, {"cân", "kg"},
    {"ký", "kg"},    {"kí", "kg"},    {"kilo", "kg"}, {"xị", "ml"},
};

constexpr std::string_view units_of_measure[] = {"g", "kg", "mg", "µg", "l", "ml", "µl", "m", "cm", "mm"};
constexpr std::string_view words_of_measure[] = {
    "gam", "gram", "kilogam", "miligam", "lít", "mililít", "mét", "m²", "cm²", "m³", "m2", "cm2", "tấn"};

// What goods are put in says nothing about how much there is.
constexpr std::string_view containers[] = {"hộp",
                                           "gói",
                                           "chai",
                                           "lọ",
                                           "túi",
                                           "hũ",
                                           "bịch",
                                           "thùng",
                                           "can",
                                           "lon",
                                           "bao",
                                           "bình",
                                           "vỉ",
                                           "khay",
                                           "set",
                                           "combo",
                                           "hũ"};

template <std::size_t size>
bool is_among(const std::string_view (&words)[size], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool is_unit_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80);
}

// A number and the word right behind it: "500 gr".
struct Measure {
    std::string number, word;
};

std::vector<Measure> measures_in(std::string_view text) {
    std::vector<Measure> all;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_digit(text[at]) || (at > 0 && is_unit_letter(text[at - 1]))) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && (is_digit(text[end]) || text[end] == '.' || text[end] == ','))
            ++end;
        auto number = std::string(text.substr(at, end - at));
        while (!is_digit(number.back()))
            number.pop_back();
        auto start = at + number.size();
        if (start < text.size() && text[start] == ' ') ++start;
        end = start;
        while (end < text.size() &&
               (is_unit_letter(text[end]) || (end > start && (text[end] == '2' || text[end] == '3'))))
            ++end;
        all.push_back({number, std::string(text.substr(start, end - start))});
        at = std::max(end, at + number.size());
    }
    return all;
}

bool is_measured(const Measure& one) {
    const auto word = to_lower(one.word);
    return is_among(units_of_measure, word) || is_among(words_of_measure, word) ||
           std::any_of(
               std::begin(wrong_units), std::end(wrong_units), [&](const Unit& unit) { return unit.wrong == word; });
}

// "1.000" is a thousand, as Vietnam writes it; so is "1,000" of grams or millilitres, of which nobody sells
// thousandths.
std::optional<double> value_of_number(const std::string& text, bool in_small_units) {
    const auto point = text.find_first_of(".,");
    if (point != text.npos && text.find_first_of(".,", point + 1) == text.npos) {
        const bool three = text.size() - point == 4 && text.substr(0, point) != "0";
        if (!three || (text[point] == ',' && !in_small_units)) {
            double value = 0, part = 1;
            for (std::size_t i = 0; i < text.size(); ++i) {
                if (i == point) continue;
                if (i > point) part /= 10;
                value = i < point ? value * 10 + (text[i] - '0') : value + (text[i] - '0') * part;
            }
            return value;
        }
    }
    double value = 0;
    for (const char c : text)
        if (is_digit(c)) value = value * 10 + (c - '0');
    return value;
}

void check_unit(const Label& label, const PrintedText& text, const std::string& unit, Findings& findings) {
    const auto small = lower(unit);
    const auto field = field_name(text);
    const auto where = text.field ? heading_of(field) : text.text;
    const auto report = [&](const char* code, std::string_view right) {
        label.report(
            findings, code, {{where, unit, std::string(right), text.text}, text.box, unit, std::string(right), field});
    };
    const auto* wrong = std::find_if(
        std::begin(wrong_units), std::end(wrong_units), [&](const Unit& one) { return one.wrong == small; });
    const bool in_capitals = unit != small && unit != "L" && unit != "mL" && is_among(units_of_measure, small);
    if (wrong != std::end(wrong_units))
        report("UNIT_WRONG", wrong->right);
    else if (in_capitals)
        report("UNIT_CASE", small);
}

// A number alone, or of packs only. Goods that are counted may say so: "10 cái".
void check_has_unit(const Label& label, Findings& findings) {
    const auto* placed = label.field("net_quantity");
    if (!placed || !label.asked.is_whole_label) return;
    const auto& quantity = value_of(label, "net_quantity");
    const auto measures = measures_in(quantity);
    if (std::any_of(measures.begin(), measures.end(), is_measured)) return;
    const bool in_packs = is_eaten(label) || is(label, Goods::cosmetic);
    const bool counted = std::any_of(measures.begin(), measures.end(), [&](const Measure& one) {
        return !one.word.empty() && !(in_packs && is_among(containers, to_lower(one.word)));
    });
    if (counted || (measures.empty() && !in_packs)) return;
    label.report(findings, "QUANTITY_NO_UNIT", {{quantity}, placed->ink, quantity, "g, kg, ml, l", "net_quantity"});
}

} // namespace

// "500 ml" -> 500, "1,5 kg" -> 1500, "1.000 g" -> 1000, "20 gói x 5 g" -> 100.
std::optional<double> amount_of(const std::string& quantity) {
    const auto measures = measures_in(quantity);
    double packs = 1;
    for (const auto& [number, word] : measures) {
        const auto unit = to_lower(word);
        const bool small = unit == "g" || unit == "ml" || unit == "gam" || unit == "gram";
        const auto value = value_of_number(number, small);
        if (small) return *value * packs;
        if (unit == "kg" || unit == "l" || unit == "lít" || unit == "lit") return *value * packs * 1000;
        if (quantity.find(" x ") == quantity.npos || !is_among(containers, unit)) return {};
        packs *= *value;
    }
    return {};
}

void check_units(const Label& label, Findings& findings) {
    for (const auto& text : label.texts) {
        if (text.field && is_among(without_units, text.field->field)) continue;
        if (!text.field && text.key.find("địa chỉ") != text.key.npos) continue;
        for (const auto& one : measures_in(text.text))
            if (!one.word.empty()) check_unit(label, text, one.word, findings);
    }
    check_has_unit(label, findings);
}

} // namespace temsao::label
