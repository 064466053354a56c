#pragma once
// Inside `sheet` only: which words are Vietnamese. A syllable has an onset, a rime and at most one tone, each from a
// short closed list; text in a wrong encoding breaks that at once. So the right encoding can be told cell by cell.
#include <string_view>

namespace temsao::sheet {

struct WordCount {
    int right = 0; // words with accents that are Vietnamese syllables
    int wrong = 0; // words with characters outside ASCII that are not syllables
};

// Only words with characters outside ASCII are counted. Text is UTF-8, composed or not.
WordCount count_words(std::string_view text);

} // namespace temsao::sheet
