#include "verify/printed.h"

#include "verify/printed_name.h"
#include "verify/printed_word.h"

#include <algorithm>
#include <tuple>

namespace temsao::verify {
namespace {

using photo::PrintedWord;

// The next words at the right of one that begins with `key`, each sure; "Số lô" is found by its last word.
std::vector<const PrintedWord*> after(const std::vector<PrintedWord>& printed, std::string_view key) {
    std::vector<const PrintedWord*> found;
    for (const auto& start : printed) {
        if (bare(start.text) != key) continue;
        for (const auto& word : printed)
            if (word.first.x > start.last.x && on_one_line(word, start) && word.first.x - start.last.x < 1.5)
                found.push_back(&word);
        break;
    }
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->first.x < b->first.x; });
    return found;
}

std::optional<Date> date_after(const std::vector<PrintedWord>& printed, std::string_view key) {
    for (const auto* word : after(printed, key)) {
        auto text = word->text;
        while (!text.empty() && (text.back() == '.' || text.back() == ',' || text.back() == ';'))
            text.pop_back();
        if (const auto date = Date::parse_vietnamese(text)) return is_sure(*word) ? date : std::nullopt;
    }
    return {};
}

// Letters that readers take for figures count as those.
std::string lot_key(std::string_view text) {
    auto key = bare(text);
    for (auto& c : key)
        c = c == 'o' ? '0' : c == 'i' || c == 'l' ? '1' : c == 's' ? '5' : c == 'b' ? '8' : c == 'z' ? '2' : c;
    return key;
}

std::optional<std::string> lot_after(const std::vector<PrintedWord>& printed) {
    const auto words = after(printed, "lo");
    if (words.empty() || !is_sure(*words.front()) || lot_key(words.front()->text).size() < 4) return {};
    return words.front()->text;
}

} // namespace

std::vector<Finding> compare_printed(const Claim& claim, const catalog::Product& product) {
    std::vector<Finding> findings;
    const auto ask = [&](const char* code, std::string read, std::string known) {
        findings.push_back({Axis::label, code, Severity::check, {std::move(read), std::move(known)}, "OCR"});
    };
    if (claim.printed.empty() || !claim.code) return findings;
    if (auto name = other_name(claim.printed, product)) ask("NAME_MISMATCH", *std::move(name), product.name);
    for (const auto& [key, shown, coded] :
         {std::tuple("nsx", "NSX ", claim.made()), std::tuple("hsd", "HSD ", claim.expires())})
        if (const auto read = date_after(claim.printed, key); read && coded && *read != *coded)
            ask("DATE_MISMATCH", shown + read->vietnamese(), "QR " + coded->vietnamese());
    if (const auto lot = lot_after(claim.printed);
        lot && !claim.code->lot.empty() && lot_key(*lot) != lot_key(claim.code->lot))
        ask("LOT_MISMATCH", *lot, claim.code->lot);
    return findings;
}

} // namespace temsao::verify
