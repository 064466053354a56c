#include "catalog/legacy_text.h"

#include "base/text.h"

#include <algorithm>
#include <iconv.h>
#include <string_view>

namespace temsao::catalog {
namespace {

std::optional<std::string> convert(std::string_view text, const char* from, const char* to) {
    const iconv_t converter = iconv_open(to, from);
    if (converter == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr): iconv's own convention
        return {};
    std::string input(text), output(text.size() * 4 + 16, '\0');
    char* in = input.data();
    char* out = output.data();
    std::size_t in_left = input.size(), out_left = output.size();
    const auto failed = iconv(converter, &in, &in_left, &out, &out_left) == static_cast<std::size_t>(-1);
    iconv_close(converter);
    if (failed) return {};
    output.resize(output.size() - out_left);
    return output;
}

// VNI for Windows: a mark follows its vowel; marks of capitals lie 0x20 lower. Source: the published VNI character
// tables, as in Unicode consortium member documents and every Vietnamese converter; checked 2026-11.
struct Mark {
    unsigned char byte;
    std::string_view combining;
};

constexpr Mark marks[] = {
    {0xF9, "\u0301"},
    {0xF8, "\u0300"},
    {0xFB, "\u0309"},
    {0xF5, "\u0303"},
    {0xEF, "\u0323"},
    {0xE2, "\u0302"},
    {0xE1, "\u0302\u0301"},
    {0xE0, "\u0302\u0300"},
    {0xE5, "\u0302\u0309"},
    {0xE3, "\u0302\u0303"},
    {0xE4, "\u0302\u0323"},
    {0xEA, "\u0306"},
    {0xE9, "\u0306\u0301"},
    {0xE8, "\u0306\u0300"},
    {0xFA, "\u0306\u0309"},
    {0xFC, "\u0306\u0303"},
    {0xEB, "\u0306\u0323"},
};

struct Letter {
    unsigned char byte;
    std::string_view letter;
};

constexpr Letter letters[] = {
    {0xF1, "đ"},
    {0xD1, "Đ"},
    {0xF6, "ư"},
    {0xD6, "Ư"},
    {0xF4, "ơ"},
    {0xD4, "Ơ"},
    {0xED, "í"},
    {0xCD, "Í"},
    {0xEC, "ì"},
    {0xCC, "Ì"},
    {0xE6, "ỉ"},
    {0xC6, "Ỉ"},
    {0xF3, "ĩ"},
    {0xD3, "Ĩ"},
    {0xF2, "ị"},
    {0xD2, "Ị"},
    {0xEE, "ỵ"},
    {0xCE, "Ỵ"},
};

bool takes_mark(unsigned char c) {
    return std::string_view("aeoyuAEOYU\xF6\xD6\xF4\xD4").find(static_cast<char>(c)) != std::string_view::npos;
}

std::string_view mark_of(unsigned char c) {
    const auto lower = c >= 0xC0 && c <= 0xDE ? static_cast<unsigned char>(c + 0x20) : c;
    for (const auto& mark : marks)
        if (mark.byte == lower) return mark.combining;
    return {};
}

// The text, and how many of its bytes over 0x7F made no sense as VNI.
std::string decode_vni(std::string_view bytes, int& strange) {
    std::string text;
    strange = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        const auto before = i > 0 ? static_cast<unsigned char>(bytes[i - 1]) : static_cast<unsigned char>(0);
        const auto mark = takes_mark(before) ? mark_of(c) : std::string_view();
        const auto* letter =
            std::find_if(std::begin(letters), std::end(letters), [&](const Letter& l) { return l.byte == c; });
        if (c < 0x80) {
            text += static_cast<char>(c);
        } else if (!mark.empty()) {
            text += mark;
        } else if (letter != std::end(letters)) {
            text += letter->letter;
        } else {
            ++strange;
            text += "\uFFFD";
        }
    }
    return tidy(text);
}

bool is_letter(char c) {
    return (static_cast<unsigned char>(c) & 0x80) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

std::optional<std::string> to_windows_1252(std::string_view utf8) {
    return convert(utf8, "UTF-8", "WINDOWS-1252");
}

// Vietnamese carries accents in more than half of its words, French and others in a fifth. VNI is asked first: TCVN3
// uses bytes that VNI has not, the other way round it does not hold.
std::optional<Legacy> detect_legacy(std::string_view bytes) {
    int words = 0, accented_words = 0, high = 0;
    bool in_word = false, accented = false;
    for (std::size_t i = 0; i <= bytes.size(); ++i) {
        const bool letter = i < bytes.size() && is_letter(bytes[i]);
        if (letter) {
            const bool is_high = (static_cast<unsigned char>(bytes[i]) & 0x80) != 0;
            high += is_high;
            accented = accented || is_high;
        } else if (in_word) {
            ++words;
            accented_words += accented;
            accented = false;
        }
        in_word = letter;
    }
    if (high < 4 || accented_words * 5 < words * 2) return {};
    int strange = 0;
    decode_vni(bytes, strange);
    if (strange * 50 <= high) return Legacy::vni;
    if (const auto text = convert(bytes, "TCVN", "UTF-8")) return Legacy::tcvn3;
    return {};
}

std::string from_legacy(std::string_view bytes, Legacy legacy) {
    if (legacy == Legacy::vni) {
        int strange = 0;
        return decode_vni(bytes, strange);
    }
    return tidy(convert(bytes, "TCVN", "UTF-8").value_or(std::string(bytes)));
}

} // namespace temsao::catalog
