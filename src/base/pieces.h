#pragma once

#include <algorithm>
#include <string_view>

namespace temsao {

// Takes the next piece off `text`, up to `separator`, which goes too; all of it where there is no separator. Pure.
inline std::string_view next_piece(std::string_view& text, char separator) {
    const auto piece = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(piece.size() + 1, text.size()));
    return piece;
}

inline bool is_digit(char c) { // of ASCII, whatever the locale
    return c >= '0' && c <= '9';
}

} // namespace temsao
