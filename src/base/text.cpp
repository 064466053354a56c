#include "base/text.h"

#include "base/check.h"

#include <array>
#include <optional>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

namespace temsao {
namespace {

using icu::UnicodeString;

const icu::Normalizer2& made(const icu::Normalizer2* (*make)(UErrorCode&)) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* found = make(status);
    ENSURE(U_SUCCESS(status) && found);
    return *found;
}

const icu::Normalizer2& normalizer(bool compose) {
    static const auto& composed = made(&icu::Normalizer2::getNFCInstance);
    static const auto& decomposed = made(&icu::Normalizer2::getNFDInstance);
    return compose ? composed : decomposed;
}

UnicodeString normalized(const UnicodeString& text, bool compose) {
    UErrorCode status = U_ZERO_ERROR;
    auto result = normalizer(compose).normalize(text, status);
    return U_SUCCESS(status) ? result : text;
}

std::string to_utf8(const UnicodeString& text) {
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
}

bool is_zero_width(UChar32 c) {
    return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

bool is_bidi_control(UChar32 c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

template <class Each>
void for_each_character(const UnicodeString& text, Each each) {
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        each(text.char32At(i));
}

UnicodeString tidied(std::string_view text) {
    UnicodeString spaced;
    bool space = false;
    for_each_character(UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), [&](UChar32 c) {
        if (u_isUWhiteSpace(c) || u_isspace(c)) {
            space = true;
        } else if (!is_zero_width(c) && !is_bidi_control(c) && u_charType(c) != U_CONTROL_CHAR) {
            if (space && !spaced.isEmpty()) spaced.append(u' ');
            space = false;
            spaced.append(c);
        }
    });
    return normalized(spaced, true);
}

bool is_tone(char16_t c) {
    return c == 0x0300 || c == 0x0301 || c == 0x0303 || c == 0x0309 || c == 0x0323;
}

// The tone may stand on either vowel of oa, oe, uy at a word's end: hoà = hòa, thuỷ = thủy. The newer placement (second
// vowel) is moved to the older one (first vowel). After q, u is not a vowel and there is nothing to move: quý stays.
void unify_tone_placement(UnicodeString& decomposed) {
    for (int32_t i = 0; i + 2 < decomposed.length(); ++i) {
        const auto first = decomposed[i], second = decomposed[i + 1], tone = decomposed[i + 2];
        const bool pair = (first == u'o' && (second == u'a' || second == u'e')) || (first == u'u' && second == u'y');
        const bool open_end = i + 3 == decomposed.length() || !u_isalpha(decomposed.char32At(i + 3));
        const bool after_q = i > 0 && decomposed[i - 1] == u'q';
        if (pair && is_tone(tone) && open_end && !after_q) {
            decomposed.setCharAt(i + 1, tone);
            decomposed.setCharAt(i + 2, second);
        }
    }
}

// Dashes, quotes and the multiplication sign as a keyboard would write them.
UChar32 plain(UChar32 c) {
    if (u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212) return u'-';
    if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x00B4 || c == 0x0060) return u'\'';
    if (c == 0x201C || c == 0x201D || c == 0x00AB || c == 0x00BB) return u'"';
    return c;
}

UnicodeString folded(std::string_view text) {
    UnicodeString result;
    for_each_character(tidied(text).foldCase(), [&](UChar32 c) { result.append(plain(c)); });
    result = normalized(result, false);
    unify_tone_placement(result);
    return result;
}

std::string whole_match_key(std::string_view text) {
    return to_utf8(normalized(folded(text), true));
}

std::string whole_bare_key(std::string_view text) {
    UnicodeString bare;
    for_each_character(folded(text), [&](UChar32 c) {
        if (c == 0x0111)
            bare.append(u'd');
        else if (u_charType(c) != U_NON_SPACING_MARK)
            bare.append(c);
    });
    return to_utf8(normalized(bare, true));
}

// Nearly every text of a list is made of these characters, and what becomes of one of them does not depend on its
// neighbours: ASCII without controls, U+00C0 to U+01FF, U+1EA0 to U+1EFF, and the dashes and quotation marks
// U+2010 to U+2027. ICU is asked for each of them once; the texts are then read by the table.
constexpr int latin_places = 0x200, vietnamese_places = 0x60, sign_places = 0x18;
constexpr int letter_places = latin_places + vietnamese_places + sign_places;

// The place in the table of the character at `at`, which then stands behind it; -1: not one of them.
int next_letter(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0; };
    const auto lead = byte(at), second = byte(at + 1), third = byte(at + 2);
    if (lead >= ' ' && lead < 0x7f) {
        ++at;
        return lead;
    }
    if (lead >= 0xc3 && lead <= 0xc7 && (second & 0xc0) == 0x80) {
        at += 2;
        return (lead & 0x1f) << 6 | (second & 0x3f);
    }
    const int last = (second & 0x3f) << 6 | (third & 0x3f); // of three bytes, with the lead's part left out
    if ((second & 0xc0) != 0x80 || (third & 0xc0) != 0x80) return -1;
    int place = -1;
    if (lead == 0xe1 && last >= 0xea0 && last <= 0xeff) place = latin_places + last - 0xea0;
    if (lead == 0xe2 && last >= 0x010 && last <= 0x027) place = latin_places + vietnamese_places + last - 0x010;
    if (place >= 0) at += 3;
    return place;
}

// It begins and ends with no space, has no two in a row, and all its characters stand as they are.
bool is_tidy(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ' || text.find("  ") != text.npos) return false;
    for (std::size_t at = 0; at < text.size();)
        if (next_letter(text, at) < 0) return false;
    return true;
}

struct Letter {
    std::string key, bare;
    char takes_tone_of = 0; // 'o' for á: after an o at a word's end its tone moves there
    // ặ: its breve counts as the word's end, so that "hoặc" has the key "họăc"; internal codes were made so.
    bool is_end = false;
};

using Letters = std::array<Letter, letter_places>;

Letters make_letters() {
    Letters letters;
    const auto add = [&](int place, UChar32 c) {
        const auto text = to_utf8(UnicodeString(c));
        const auto apart = folded(text);
        auto& letter = letters[static_cast<std::size_t>(place)];
        letter.key = whole_match_key(text);
        letter.bare = whole_bare_key(text);
        if (apart.length() < 2 || !is_tone(apart[1])) return;
        if (apart[0] == u'a' || apart[0] == u'e') letter.takes_tone_of = 'o';
        if (apart[0] == u'y') letter.takes_tone_of = 'u';
        letter.is_end = apart.length() > 2;
    };
    for (UChar32 c = '!'; c < 0x7f; ++c)
        add(c, c);
    for (UChar32 c = 0xc0; c < latin_places; ++c)
        add(c, c);
    for (int i = 0; i < vietnamese_places; ++i)
        add(latin_places + i, 0x1ea0 + i);
    for (int i = 0; i < sign_places; ++i)
        add(latin_places + vietnamese_places + i, 0x2010 + i);
    return letters;
}

// None when a character is not in the table, or a tone may have to move.
std::optional<std::string> key_by_letter(std::string_view text, bool bare) {
    static const auto letters = make_letters();
    std::string key;
    key.reserve(text.size());
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto place = next_letter(text, at);
        if (place < 0) return {};
        if (place == ' ') {
            space = true;
            continue;
        }
        if (space && !key.empty()) key += ' ';
        space = false;
        const auto& letter = letters[static_cast<std::size_t>(place)];
        const bool goes_on = at < text.size() && (text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z';
        if (!bare && letter.takes_tone_of != 0 && (letter.is_end || !goes_on) && !key.empty() &&
            key.back() == letter.takes_tone_of)
            return {};
        key += bare ? letter.bare : letter.key;
    }
    return key;
}

std::string normalized(std::string_view text, bool compose) {
    const auto wide = UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    return to_utf8(wide) == text ? to_utf8(normalized(wide, compose)) : std::string(text);
}

} // namespace

std::string composed(std::string_view text) {
    return normalized(text, true);
}

std::string decomposed(std::string_view text) {
    return normalized(text, false);
}

bool is_utf8(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<int32_t>(bytes.size()), &status);
    return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

std::string tidy(std::string_view text) {
    return is_tidy(text) ? std::string(text) : to_utf8(tidied(text));
}

std::string match_key(std::string_view text) {
    auto key = key_by_letter(text, false);
    return key ? *std::move(key) : whole_match_key(text);
}

std::string with_vietnamese_d(std::string text) {
    constexpr std::string_view icelandic = "\u00d0", vietnamese = "\u0110";
    for (auto at = text.find(icelandic); at != text.npos; at = text.find(icelandic, at + vietnamese.size()))
        text.replace(at, icelandic.size(), vietnamese);
    return text;
}

std::string bare_key(std::string_view text) {
    auto key = key_by_letter(text, true);
    return key ? *std::move(key) : whole_bare_key(text);
}

std::string to_upper(std::string_view text) {
    return to_utf8(UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}).toUpper("vi"));
}

std::string to_lower(std::string_view text) {
    return to_utf8(UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}).toLower("vi"));
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
    UnicodeString text;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        const auto high = static_cast<unsigned char>(bytes[big_endian ? i : i + 1]);
        const auto low = static_cast<unsigned char>(bytes[big_endian ? i + 1 : i]);
        text.append(static_cast<char16_t>(high << 8 | low));
    }
    if (bytes.size() % 2) text.append(UChar32{0xFFFD});
    return to_utf8(text); // lone surrogates become U+FFFD here
}

std::u16string to_utf16(std::string_view text) {
    const auto units = UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
    return {units.getBuffer(), static_cast<std::size_t>(units.length())};
}

namespace {

// Only characters of which this can be told by their first byte: ASCII without its controls, and Latin letters, the
// Vietnamese ones among them (U+00C0 to U+027F, U+1000 to U+1FFF). Nearly every text is so.
bool is_plainly_showable(std::string_view text) {
    const auto follows = [&](std::size_t at) { return at < text.size() && (text[at] & 0xc0) == 0x80; };
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if ((lead >= ' ' && lead < 0x7f) || lead == '\n') continue;
        const std::size_t more = lead >= 0xc3 && lead <= 0xc9 ? 1 : lead == 0xe1 ? 2 : 0;
        if (more == 0 || !follows(at + 1) || (more == 2 && !follows(at + 2))) return false;
        at += more;
    }
    return true;
}

} // namespace

std::string make_showable(std::string_view text) {
    if (is_plainly_showable(text)) return std::string(text);
    UnicodeString shown;
    for_each_character(UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())}), [&](UChar32 c) {
        const bool hostile = c != u'\n' && is_obeyed(static_cast<char32_t>(c));
        shown.append(hostile ? UChar32{0xFFFD} : c);
    });
    return to_utf8(shown);
}

std::string make_line(std::string_view text) {
    std::string line;
    for (const char c : make_showable(text))
        line += c == '\n' ? std::string("\xef\xbf\xbd") : std::string(1, c);
    return line;
}

std::optional<std::string_view> take_line(std::string_view& rest) {
    const auto end = rest.find('\n');
    if (end == rest.npos) return {};
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

} // namespace temsao
