#pragma once

// Small steps through text that is looked at byte by byte. Pure; any thread.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace temsao {

// Takes the next piece off `text`, up to `separator`, which goes too; all of it where there is no separator.
inline std::string_view next_piece(std::string_view& text, char separator) {
    const auto piece = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    return piece;
}

// All pieces, empty ones too: one more than there are separators.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (auto more = std::count(text.begin(), text.end(), separator); more >= 0; --more)
        pieces.push_back(next_piece(text, separator));
    return pieces;
}

// Without the characters of `white` at both ends.
inline std::string_view trim(std::string_view text, std::string_view white) {
    const auto first = text.find_first_not_of(white);
    return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(white) - first + 1);
}

// Of ASCII, whatever the locale says: other letters stay as they are and are not digits.
inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

inline std::string lower(std::string_view text) {
    std::string all(text);
    std::transform(all.begin(), all.end(), all.begin(), [](char c) { return lower(c); });
    return all;
}

inline bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Nothing but digits; an empty text too.
inline bool is_only_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

} // namespace temsao
