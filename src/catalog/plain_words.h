#pragma once
// Inside `catalog` only: a text as its words, to look for phrases in it. Accents tell words apart (tỉnh is a province,
// Tĩnh a name) unless the whole text was typed without them.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::catalog {

struct PlainWord {
    std::string key;      // match_key, or bare_key when the text has no accents; no stops at its ends
    std::string decision; // "9/QĐ-UBND" when the word is a decision's number
    bool is_date = false; // 05/06/2026
    bool is_last = false; // a comma, semicolon or full stop follows
    bool opens_bracket = false;
    bool is_label = false; // a colon or a dash follows
};

struct PlainText {
    std::vector<PlainWord> words;
    bool has_accents = false;

    // The number of words that the phrase has when it stands at `place`, else 0. Phrases are literals, written with
    // accents, in lower case, words with one space between them. A phrase never runs over a comma or stop.
    std::size_t at(std::size_t place, std::string_view phrase) const;
    bool has(std::string_view phrase, std::size_t from, std::size_t to) const; // between two places

    // The same for a text that was typed with accents here and without there: a word without any matches too.
    std::size_t at_loosely(std::size_t place, std::string_view phrase) const;
};

PlainText plain_text(std::string_view text);

} // namespace temsao::catalog
