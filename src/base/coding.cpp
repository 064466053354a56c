#include "base/coding.h"

#include <array>

namespace temsao {
namespace {

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

bool is_unreserved(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
           c == '_' || c == '~';
}

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// The place of each byte in the alphabet; -1: it has none.
constexpr auto places = [] {
    std::array<int, 256> table{};
    table.fill(-1);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<int>(i);
    return table;
}();

} // namespace

std::string base64(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto part = bytes.substr(i, 3);
        unsigned group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8 | (k < part.size() ? static_cast<unsigned char>(part[k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= part.size() ? alphabet[group >> (18 - 6 * k) & 63U] : '=';
    }
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    if (text.size() % 4 != 0) return {};
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const auto missing = i + 4 == text.size() ? padding : 0;
        unsigned group = 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const auto place = k + missing < 4 ? places[static_cast<unsigned char>(text[i + k])] : 0;
            if (place < 0) return {};
            group = group << 6 | static_cast<unsigned>(place);
        }
        if ((group & ((1U << 8 * missing) - 1)) != 0) return {};
        for (std::size_t k = 0; k < 3 - missing; ++k)
            bytes += static_cast<char>(group >> (16 - 8 * k) & 255U);
    }
    return bytes;
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view figures = "0123456789ABCDEF";
    std::string coded;
    for (const char c : text) {
        if (is_unreserved(c)) {
            coded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            coded += {'%', figures[byte / 16], figures[byte % 16]};
        }
    }
    return coded;
}

bool is_percent_escape(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '%' && hex(text[at + 1]) >= 0 && hex(text[at + 2]) >= 0;
}

std::string percent_decode(std::string_view text, bool plus_is_space) {
    if (text.find_first_of(plus_is_space ? "%+" : "%") == text.npos) return std::string(text);
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_percent_escape(text, i)) {
            plain += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
            i += 2;
        } else {
            plain += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    return plain;
}

} // namespace temsao
