#pragma once
// Message: the id of a sentence, with the facts that fill it. Folders below the doors never write sentences; they name
// one. All sentences, Vietnamese and English side by side, live in src/*/sentences.cpp, so that the command line, the
// reports and the pages speak alike. Values, and functions that only read the tables; any thread.
#include <string>
#include <string_view>
#include <vector>

namespace temsao {

enum class Lang { vi, en };

struct Message {
    std::string id;                 // a row of some src/*/sentences.cpp
    std::vector<std::string> facts; // fill {0}, {1} … of that row, in order
};

// The sentence in `lang`, with the facts filled in and words beside a number in the right form. Control and
// bidirectional-override characters in facts are replaced by U+FFFD, since facts may come from a hostile code or file.
// An id without a row is our mistake (ENSURE).
std::string say(const Message& message, Lang lang);

// Is there a sentence with this id?
bool has_sentence(std::string_view id);

} // namespace temsao
