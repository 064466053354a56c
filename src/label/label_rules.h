#pragma once
// What a label must say and how, as dated data: each row with its law, article, our mark and the days on which it
// applies. label_rules.cpp has the tables. Marks of the source: [F] found in public material, may refuse; [M] from
// memory or second hand, may only warn; [D] our own decision on craft, or plain arithmetic.
//
// The production date decides which law applies: 43/2017/NĐ-CP up to 22/01/2026, 37/2026/NĐ-CP from 23/01/2026. The new
// decree's transition clauses were not found. Constant; any thread reads them.
#include "base/date.h"
#include "base/finding.h"
#include "label/goods.h"

namespace temsao::label {

enum class Mark { found, memory, ours };

struct Source {
    std::string_view law;      // "37/2026/NĐ-CP Điều 42(1)"
    std::string_view from, to; // days, ISO, inclusive
    Mark mark;

    bool holds_on(Date day) const { return day.iso() >= from && day.iso() <= to; }

    std::string words() const; // "37/2026/NĐ-CP Điều 42(1) [F]"
};

// One rule: its finding's code, and the finding's severity.
struct LabelRule {
    std::string_view code;
    Source source;
    Severity severity; // never `invalid` with Mark::memory
};

const std::vector<LabelRule>& label_rules();

// The row of `code` that applies on `day`; null when none does.
const LabelRule* rule_on(std::string_view code, Date day);

// What goods of a kind must state. `content`: a field, or several of which one is enough ("made|expires"), or exact
// words in quotes that the label must have; words that begin with "%" have a number before them.
struct ContentRule {
    std::optional<Goods> goods; // nothing: all goods
    std::string_view content;
    std::string_view heading; // name of the list's column
    Source source;
    bool only_if_given = false; // asked for where the list has it: "(nếu có)"

    Severity severity() const { return source.mark == Mark::found ? Severity::invalid : Severity::check; }
};

const std::vector<ContentRule>& content_rules();

// Nutrients that must be named (Circular 29/2023/TT-BYT). `only_when`: a word of the product's name, or after a plus
// sign the word that one of its several ingredients begins with.
struct NutrientRule {
    Goods goods;
    std::string_view nutrient, unit, only_when;
};

const std::vector<NutrientRule>& nutrient_rules();

// The least height of letters, and of the net quantity's digits, by the area of the pack's face or by the quantity.
struct HeightStep {
    double below; // cm², or g and ml; the first row that fits counts
    double least_mm;
};

enum class QuantityHeights { by_area, by_quantity };

const std::vector<HeightStep>& letter_heights(); // by area
const std::vector<HeightStep>& quantity_heights(QuantityHeights);
double least_height(const std::vector<HeightStep>& steps, double size);

// Every row of every table, one per line: a sign-off records it.
std::vector<std::pair<std::string, std::string>> all_rules();

} // namespace temsao::label
