#include "sheet/legacy_text.h"

#include "base/text.h"

#include <algorithm>
#include <iconv.h>
#include <string_view>

namespace temsao::sheet {
namespace {

// By iconv; empty when some byte has no meaning. The converters of TCVN and CP1258 hold back a letter until they know
// whether an accent follows, so they are asked for it at the end.
std::optional<std::string> convert(std::string_view text, const char* from) {
    const iconv_t converter = iconv_open("UTF-8", from);
    if (converter == reinterpret_cast<iconv_t>(-1)) // NOLINT(performance-no-int-to-ptr): iconv's own convention
        return {};
    std::string input(text), output(text.size() * 4 + 16, '\0');
    char* in = input.data();
    char* out = output.data();
    std::size_t in_left = input.size(), out_left = output.size();
    constexpr auto wrong = static_cast<std::size_t>(-1);
    const bool failed = iconv(converter, &in, &in_left, &out, &out_left) == wrong ||
                        iconv(converter, nullptr, nullptr, &out, &out_left) == wrong;
    iconv_close(converter);
    if (failed) return {};
    output.resize(output.size() - out_left);
    return output;
}

// Quotes, dashes and the like, which Windows adds while people type: the old encodings leave their places free, and the
// fonts show them.
std::string_view windows_sign(unsigned char c) {
    switch (c) {
    case 0x85: return "…";
    case 0x91: return "‘";
    case 0x92: return "’";
    case 0x93: return "“";
    case 0x94: return "”";
    case 0x95: return "•";
    case 0x96: return "–";
    case 0x97: return "—";
    case 0xA0: return "\u00a0";
    default: return {};
    }
}

// TCVN3 by the ABC fonts, or with the standard's capitals (VN1), which lie where Windows has its signs.
std::optional<std::string> decode_tcvn3(std::string_view bytes) {
    const bool has_capitals = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 && byte <= 0x94 && windows_sign(byte).empty();
    });
    if (has_capitals) return convert(bytes, "TCVN");
    std::string text;
    for (std::size_t start = 0; start < bytes.size();) {
        auto end = start;
        while (end < bytes.size() && windows_sign(static_cast<unsigned char>(bytes[end])).empty())
            ++end;
        const auto words = convert(bytes.substr(start, end - start), "TCVN");
        if (!words) return {};
        text += *words;
        if (end < bytes.size()) text += windows_sign(static_cast<unsigned char>(bytes[end]));
        start = end + 1;
    }
    return text;
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

std::optional<std::string> decode_vni(std::string_view bytes) {
    std::string text;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        const auto before = i > 0 ? static_cast<unsigned char>(bytes[i - 1]) : static_cast<unsigned char>(0);
        const auto mark = takes_mark(before) ? mark_of(c) : std::string_view();
        const auto* letter =
            std::find_if(std::begin(letters), std::end(letters), [&](const Letter& l) { return l.byte == c; });
        if (c < 0x80)
            text += static_cast<char>(c);
        else if (!mark.empty())
            text += mark;
        else if (letter != std::end(letters))
            text += letter->letter;
        else if (const auto sign = windows_sign(c); !sign.empty())
            text += sign;
        else
            return {};
    }
    return text;
}

// What the bytes 0x80 to 0x9F of Windows-1252 show. Those that it leaves free stand for themselves, as browsers and
// spreadsheets have it.
constexpr std::u16string_view windows_1252_signs =
    u"\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F"
    u"\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";

} // namespace

std::optional<std::string> to_windows_1252(std::string_view utf8) {
    if (utf8.find('\xe1') != utf8.npos) return {}; // U+1000 to U+1FFF: most Vietnamese letters with two marks
    std::string bytes;
    for (const auto c : to_utf16(utf8)) {
        const auto sign = c < 0x80 || (c >= 0xA0 && c <= 0xFF) ? windows_1252_signs.npos : windows_1252_signs.find(c);
        if (c > 0xFF && sign == windows_1252_signs.npos) return {};
        bytes += static_cast<char>(sign == windows_1252_signs.npos ? c : 0x80 + sign);
    }
    return bytes;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string utf16;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char16_t unit = byte >= 0x80 && byte <= 0x9F ? windows_1252_signs[byte - 0x80u] : char16_t{byte};
        utf16 += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
    }
    return from_utf16(utf16, true);
}

std::optional<std::string> decode(std::string_view bytes, Encoding encoding) {
    std::optional<std::string> text;
    switch (encoding) { // NOLINT(bugprone-branch-clone): branches that differ in one word
    case Encoding::utf8_twice:
        if (is_utf8(bytes)) text = bytes;
        break;
    case Encoding::tcvn3: text = decode_tcvn3(bytes); break;
    case Encoding::vni: text = decode_vni(bytes); break;
    case Encoding::cp1258: text = convert(bytes, "CP1258"); break;
    }
    if (text) text = tidy(*text);
    return text;
}

std::string_view name(Encoding encoding) {
    switch (encoding) {
    case Encoding::utf8_twice: return "UTF-8 x 2";
    case Encoding::tcvn3: return "TCVN3";
    case Encoding::vni: return "VNI";
    case Encoding::cp1258: return "CP1258";
    }
    return "";
}

} // namespace temsao::sheet
