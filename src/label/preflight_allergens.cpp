// What many people may not eat: whether a design with a box for allergens names there what the ingredients contain. The
// kinds are those of the Codex standard for the labelling of prepacked foods (TCVN 7087:2013, 4.2.1.4), and sesame.
#include "base/text.h"
#include "label/preflight_checks.h"

#include <algorithm>

namespace temsao::label {
namespace {

using Words = std::vector<std::string_view>;

struct Allergen {
    std::string_view name;
    Words ingredients; // what betrays it
    Words innocent;    // what reads alike
    Words also_named;  // what says it on a label, beside its name and the ingredient itself
};

const std::vector<Allergen>& allergens() {
    static const std::vector<Allergen> all = {
        {"cá", {"cá", "nước mắm", "mắm cá"}, {"cá cược"}, {"thủy sản", "hải sản", "fish"}},
        {"tôm, cua",
         {"tôm", "cua", "ghẹ", "moi biển", "mắm moi"},
         {},
         {"giáp xác", "thủy sản", "hải sản", "shellfish"}},
        {"trứng", {"trứng"}, {}, {"egg"}},
        {"sữa",
         {"sữa", "phô mai", "whey", "casein", "bơ lạt", "bơ động vật"},
         {"sữa đậu", "sữa gạo", "sữa dừa", "sữa hạt", "sữa ong chúa"},
         {"milk", "lactose"}},
        {"lạc (đậu phộng)", {"lạc", "đậu phộng"}, {"lạc tiên"}, {"peanut"}},
        {"đậu nành", {"đậu nành", "đậu tương", "xì dầu", "nước tương", "đậu phụ", "đậu hũ"}, {}, {"soy", "soya"}},
        {"lúa mì (gluten)", {"lúa mì", "bột mì", "lúa mạch", "yến mạch", "gluten"}, {}, {"wheat"}},
        {"các loại hạt",
         {"hạt điều", "óc chó", "hạnh nhân", "hạt dẻ", "mắc ca", "macca", "hạt dẻ cười"},
         {},
         {"hạt", "nuts"}},
        {"vừng (mè)", {"vừng", "mè đen", "mè trắng", "hạt mè"}, {}, {"mè", "sesame"}},
        {"sulfit", {"sulfit", "sulphit", "sulfite", "lưu huỳnh"}, {}, {}},
    };
    return all;
}

// The first of the words that the text has; empty when it has none. `text`: as `spaced` gives it.
std::string_view first_of(const Words& words, const std::string& text) {
    for (const auto word : words)
        if (text.find(" " + std::string(word) + " ") != text.npos) return word;
    return {};
}

std::string without(std::string text, const Words& innocent) {
    for (const auto word : innocent)
        for (auto at = text.find(" " + std::string(word)); at != text.npos; at = text.find(" " + std::string(word)))
            text.erase(at, word.size() + 1);
    return text;
}

bool has_box(const Template& design) {
    const auto is_framed = [](const auto& place) {
        const auto* facts = std::get_if<FactsPlace>(&place);
        return facts && facts->framed;
    };
    return std::any_of(design.pieces.begin(), design.pieces.end(), [&](const Piece& piece) {
        const auto* stack = std::get_if<StackPlace>(&piece);
        return is_framed(piece) || (stack && std::any_of(stack->parts.begin(), stack->parts.end(), is_framed));
    });
}

} // namespace

void check_allergens(const Label& label, Findings& findings) {
    if (label.asked.goods && !is_eaten(label)) return;
    const auto& listed = value_of(label, "allergens");
    if (label.asked.is_whole_label && !listed.empty() && !label.field("allergens")) {
        label.report(findings, "ALLERGEN_NOT_NAMED", {{listed}, {}, "", "", "allergens", "allergens.not_on_template"});
        return;
    }
    if (!label.asked.design || !has_box(*label.asked.design)) return;
    const auto ingredients = spaced(match_key(value_of(label, "ingredients")));
    const auto said = spaced(match_key(listed)) + spaced(match_key(value_of(label, "warning")));
    std::string missing;
    for (const auto& one : allergens()) {
        const auto found = first_of(one.ingredients, without(ingredients, one.innocent));
        if (found.empty() || !first_of(one.ingredients, said).empty() || !first_of(one.also_named, said).empty())
            continue;
        missing += (missing.empty() ? "" : ", ") + std::string(one.name) + " (“" + std::string(found) + "”)";
    }
    if (missing.empty()) return;
    const auto* box = label.field("allergens");
    label.report(findings,
                 "ALLERGEN_NOT_NAMED",
                 {{missing}, box ? std::optional(box->ink) : std::nullopt, listed, missing, "allergens"});
}

} // namespace temsao::label
