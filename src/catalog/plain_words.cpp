#include "catalog/plain_words.h"

#include "base/date.h"
#include "base/pieces.h"
#include "base/text.h"
#include "catalog/read_cells.h"

#include <algorithm>
#include <unordered_map>

namespace temsao::catalog {
namespace {

constexpr std::string_view stops = ",;.", wrapping = "\"'()[]:";

std::string_view next_word(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    return word;
}

// A phrase without its accents, kept for the next text: phrases are literals, and there are few of them.
std::string_view bare_phrase(std::string_view phrase) {
    thread_local std::unordered_map<const char*, std::string> known;
    auto& bare = known[phrase.data()];
    if (bare.empty()) bare = bare_key(phrase);
    return bare;
}

// Nearly every phrase begins with another letter than the word does, and a letter of ASCII is the same without accents.
bool begins_otherwise(const std::string& word, std::string_view phrase) {
    return phrase.front() >= 'a' && phrase.front() <= 'z' && word.front() != phrase.front();
}

} // namespace

std::size_t PlainText::at(std::size_t place, std::string_view phrase) const {
    if (place >= words.size() || begins_otherwise(words[place].key, phrase)) return 0;
    if (!has_accents) phrase = bare_phrase(phrase);
    std::size_t count = 0;
    for (auto word = next_word(phrase); !word.empty(); word = next_word(phrase), ++count) {
        if (place + count >= words.size() || words[place + count].key != word) return 0;
        if (!phrase.empty() && words[place + count].is_last) return 0;
    }
    return count;
}

std::size_t PlainText::at_loosely(std::size_t place, std::string_view phrase) const {
    if (!has_accents) return at(place, phrase);
    if (place >= words.size() || begins_otherwise(words[place].key, phrase)) return 0;
    auto bare = bare_phrase(phrase);
    std::size_t count = 0;
    for (auto word = next_word(phrase); !word.empty(); word = next_word(phrase), ++count) {
        const auto plain = next_word(bare);
        if (place + count >= words.size()) return 0;
        const auto& here = words[place + count];
        if ((here.key != word && here.key != plain) || (!phrase.empty() && here.is_last)) return 0;
    }
    return count;
}

bool PlainText::has(std::string_view phrase, std::size_t from, std::size_t to) const {
    for (auto place = from; place < to; ++place)
        if (const auto count = at(place, phrase); count > 0 && place + count <= to) return true;
    return false;
}

PlainText plain_text(std::string_view text) {
    PlainText plain;
    const auto folded = match_key(text);
    std::string_view rest = folded;
    for (auto raw = next_word(rest); !raw.empty(); raw = next_word(rest)) {
        PlainWord word;
        word.opens_bracket = raw.front() == '(' || raw.front() == '[';
        word.is_label = raw.back() == ':';
        while (!raw.empty() && (stops.find(raw.back()) != stops.npos || wrapping.find(raw.back()) != wrapping.npos)) {
            word.is_last |= stops.find(raw.back()) != stops.npos;
            raw.remove_suffix(1);
        }
        raw.remove_prefix(std::min(raw.find_first_not_of(wrapping), raw.size()));
        if (raw.empty() || raw == "-") {
            if (!plain.words.empty()) {
                plain.words.back().is_last |= word.is_last;
                plain.words.back().is_label |= word.is_label || raw == "-";
            }
            continue;
        }
        word.key = raw;
        if (raw.find('/') != raw.npos)
            word.decision = read_decision(raw).value_or("");
        else
            plain.has_accents |= !is_ascii(raw); // the Đ of a decision's number says nothing of how people type
        if (raw.find_first_of("0123456789") == 0)
            word.is_date = Date::parse_vietnamese(raw).has_value() || (raw.size() == 10 && Date::parse_iso(raw).ok());
        plain.words.push_back(std::move(word));
    }
    return plain;
}

} // namespace temsao::catalog
