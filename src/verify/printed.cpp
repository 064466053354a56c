#include "verify/printed.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace temsao::verify {
namespace {

using scan::PrintedWord;
using Words = std::vector<std::string>;

constexpr double sure = 0.8;             // the reader's confidence
constexpr double as_large = 0.7;         // of the largest print: still part of the name
constexpr std::size_t least_letters = 6; // of a name that was read

double height(const PrintedWord& word) {
    return word.last.y - word.first.y;
}

// Letters and figures only, without case and accents: "NƯỚC" and "nuớc," are the same.
std::string bare(std::string_view text) {
    std::string kept;
    for (const char c : bare_key(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) kept += c;
    return kept;
}

Words words_of(std::string_view text) {
    Words words;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        if (auto kept = bare(word); !kept.empty()) words.push_back(std::move(kept));
    }
    return words;
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto before = row[0]++;
        for (std::size_t j = 1; j <= b.size(); ++j)
            before = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, before + (a[i - 1] != b[j - 1])}));
    }
    return row.back();
}

// The same but for a slip of the reader: one letter in four.
bool alike(const std::string& a, const std::string& b) {
    return distance(a, b) <= std::max(a.size(), b.size()) / 4;
}

// Too far apart to be a slip.
bool far_apart(const std::string& a, const std::string& b) {
    return 2 * distance(a, b) > std::max(a.size(), b.size());
}

bool holds(const Words& words, const std::string& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return alike(word, wanted); });
}

// The largest print that is sure: on our labels and on most the name of the goods.
std::vector<const PrintedWord*> largest(const std::vector<PrintedWord>& printed) {
    std::vector<const PrintedWord*> large;
    double tallest = 0;
    for (const auto& word : printed)
        if (word.confidence >= sure && bare(word.text).size() >= 2) {
            large.push_back(&word);
            tallest = std::max(tallest, height(word));
        }
    large.erase(std::remove_if(
                    large.begin(), large.end(), [&](const auto* word) { return height(*word) < as_large * tallest; }),
                large.end());
    return large;
}

// Another name: hardly anything of the listed one is there and the whole is far from it; or all of it is there but for
// words that have been replaced by as many that are far from them. Words of the producer's name are no part of it.
std::optional<std::string> other_name(const Claim& claim, const catalog::Product& product) {
    const auto listed = words_of(product.name), producer = words_of(product.producer);
    Words everywhere, missing;
    for (const auto& word : claim.printed)
        everywhere.push_back(bare(word.text));
    for (const auto& word : listed)
        if (!holds(everywhere, word)) missing.push_back(word);
    std::string shown, read;
    std::size_t known = 0, replacing = 0, unsure = 0;
    for (const auto* word : largest(claim.printed)) {
        const auto kept = bare(word->text);
        if (holds(producer, kept) && !holds(listed, kept)) continue;
        shown += (shown.empty() ? "" : " ") + word->text;
        read += kept;
        if (holds(listed, kept))
            ++known;
        else if (std::all_of(missing.begin(), missing.end(), [&](const auto& other) { return far_apart(kept, other); }))
            ++replacing;
        else
            ++unsure; // may be a slip
    }
    const bool is_other =
        known * 4 <= listed.size() && missing.size() * 4 >= listed.size() * 3 && far_apart(read, bare(product.name));
    const bool is_replaced = known > 0 && unsure == 0 && replacing > 0 && missing.size() == replacing;
    if (read.size() < least_letters || (!is_other && !is_replaced)) return {};
    return shown;
}

bool on_one_line(const PrintedWord& a, const PrintedWord& b) {
    return std::abs(a.first.y + a.last.y - b.first.y - b.last.y) < std::max(height(a), height(b));
}

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
        if (const auto date = Date::parse_vietnamese(text)) return word->confidence >= sure ? date : std::nullopt;
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
    if (words.empty() || words.front()->confidence < sure || lot_key(words.front()->text).size() < 4) return {};
    return words.front()->text;
}

} // namespace

std::vector<Finding> compare_printed(const Claim& claim, const catalog::Product& product) {
    std::vector<Finding> findings;
    const auto ask = [&](const char* code, std::string read, std::string known) {
        findings.push_back({Axis::label, code, Severity::check, {std::move(read), std::move(known)}, "OCR"});
    };
    if (claim.printed.empty() || !claim.code) return findings;
    if (auto name = other_name(claim, product)) ask("NAME_MISMATCH", *std::move(name), product.name);
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
