#pragma once
// One password, however it is typed: input methods of Vietnamese write "ế" as one character or as three, and Notepad
// puts a byte order mark before a file. Any thread.
#include <string>
#include <string_view>
#include <vector>

namespace temsao {

// The ways in which the same password may have been typed when it was set; the first one is how new ones are kept:
// composed (NFC), without a byte order mark. The others are as typed, and taken apart (NFD). No two are equal.
std::vector<std::string> spellings_of_password(std::string_view typed);

// Whether a guesser who tries the commonest passwords first soon finds this one: it is little more than common words,
// runs ("1234567890", "qwertyuiop", "aaaa"), years, and the name of its owner, with digits for letters or not. A list
// of some hundred words, not a dictionary: it stops the worst only.
bool is_easily_guessed(std::string_view password, std::string_view owner);

} // namespace temsao
