#pragma once
// Vietnamese text: what makes two spellings the same, and what makes a string safe to show. The one user of ICU.
// All strings in this program are UTF-8 and, once inside, NFC. Functions are pure; any thread may call them.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace temsao {

bool is_utf8(std::string_view bytes);

// Composed (NFC) or taken apart (NFD), and nothing else changed: Unicode Standard Annex 15. Invalid UTF-8 bytes
// stay as they are.
std::string composed(std::string_view text);
std::string decomposed(std::string_view text);

// NFC; surrounding white space and control characters removed; each inner run of white space (also no-break and
// zero-width) becomes one space. Every text from a list is tidied on import. Needs valid UTF-8; other bytes become
// U+FFFD.
std::string tidy(std::string_view text);

// The matching key: case, tone-mark placement (Hoà/Hòa, Thuỷ/Thủy), dashes, quotes and spacing make no difference;
// accents do. "Kẹo cu đơ – Hoà" -> "kẹo cu đơ - hòa". For looking up, never for showing.
std::string match_key(std::string_view text);

// With the Vietnamese Đ (U+0110) where the Icelandic Ð (U+00D0) stands, which looks the same and is often typed for it.
std::string with_vietnamese_d(std::string text);

// Also without accents, for finding candidates only: "Nước mắm" -> "nuoc mam". Đ becomes d.
std::string bare_key(std::string_view text);

std::string to_upper(std::string_view text); // "Nước mắm" -> "NƯỚC MẮM"
std::string to_lower(std::string_view text);

// UTF-16 bytes to UTF-8; odd lengths and lone surrogates become U+FFFD.
std::string from_utf16(std::string_view bytes, bool big_endian);

std::u16string to_utf16(std::string_view text);

// The number of characters as a reader counts them (grapheme clusters).
std::size_t count_characters(std::string_view text);

// A character that a terminal or an editor obeys instead of showing it: a control character (the newline too), a
// bidirectional control, a separator of lines or paragraphs.
constexpr bool is_obeyed(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x061c || c == 0x200e || c == 0x200f ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

// Control characters (except newline) and bidirectional overrides become U+FFFD: for showing strings of unknown origin.
std::string make_showable(std::string_view text);

// The same, and newlines too: for a stranger's text within one line of ours, so that it cannot imitate a second line.
std::string make_line(std::string_view text);

// Takes the next line, without its newline, off `rest`; empty, and `rest` unchanged, when no whole line is left.
std::optional<std::string_view> take_line(std::string_view& rest);

} // namespace temsao
