#include "catalog/plain_words.h"

#include "base/date.h"
#include "base/text.h"
#include "catalog/read_cells.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

constexpr std::string_view stops = ",;.", wrapping = "\"'()[]:";

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string_view next_word(std::string_view& rest) {
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    const auto word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size());
    return word;
}

} // namespace

std::size_t PlainText::at(std::size_t place, std::string_view phrase) const {
    std::size_t count = 0;
    for (auto word = next_word(phrase); !word.empty(); word = next_word(phrase), ++count) {
        if (place + count >= words.size()) return 0;
        if (words[place + count].key != (has_accents ? std::string(word) : bare_key(word))) return 0;
        if (!phrase.empty() && words[place + count].is_last) return 0;
    }
    return count;
}

bool PlainText::has(std::string_view phrase, std::size_t from, std::size_t to) const {
    for (auto place = from; place < to; ++place)
        if (const auto count = at(place, phrase); count > 0 && place + count <= to) return true;
    return false;
}

PlainText plain_text(std::string_view text) {
    const auto tidied = tidy(text);
    PlainText plain;
    plain.has_accents = !is_ascii(match_key(tidied));
    std::string_view rest = tidied;
    for (auto raw = next_word(rest); !raw.empty(); raw = next_word(rest)) {
        PlainWord word;
        while (!raw.empty() && (stops.find(raw.back()) != stops.npos || wrapping.find(raw.back()) != wrapping.npos)) {
            word.is_last |= stops.find(raw.back()) != stops.npos;
            raw.remove_suffix(1);
        }
        raw.remove_prefix(std::min(raw.find_first_not_of(wrapping), raw.size()));
        if (raw.empty()) {
            if (!plain.words.empty()) plain.words.back().is_last |= word.is_last;
            continue;
        }
        word.key = plain.has_accents ? match_key(raw) : bare_key(raw);
        word.decision = read_decision(raw).value_or("");
        word.is_date = Date::parse_vietnamese(raw).has_value() || Date::parse_iso(raw).ok();
        plain.words.push_back(std::move(word));
    }
    return plain;
}

} // namespace temsao::catalog
