#include "job/json_text.h"

#include "base/text.h"
#include "job/json.h"

#include <array>
#include <charconv>
#include <cmath>

namespace temsao::job {
namespace {

// What a byte asks for within quotes: nothing, a letter after a backslash, a number ('u'), or a look at the character
// that it begins ('?').
constexpr auto escapes = [] {
    std::array<char, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte)
        table[byte] = 'u';
    for (std::size_t byte = 0x7f; byte < 0x100; ++byte)
        table[byte] = '?';
    table['"'] = '"';
    table['\\'] = '\\';
    table['\b'] = 'b';
    table['\f'] = 'f';
    table['\n'] = 'n';
    table['\r'] = 'r';
    table['\t'] = 't';
    return table;
}();

void append_number(std::string& text, std::uint32_t character) {
    constexpr std::string_view figures = "0123456789abcdef";
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += figures[character >> shift & 15U];
}

// The character that `bytes` begin with, and how many bytes it or the longest beginning of one takes up.
struct Character {
    std::optional<char32_t> value; // empty: not valid UTF-8
    std::size_t length = 1;
};

// The bytes that may follow (Unicode 15, table 3-7): only the second one depends on the first.
Character first_character(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned lead = at(0);
    if (lead < 0x80) return {lead};
    if (lead < 0xc2 || lead > 0xf4) return {};
    const std::size_t length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    char32_t value = lead & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const unsigned least = i > 1 ? 0x80 : lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        const unsigned most = i > 1 ? 0xbf : lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (i == bytes.size() || at(i) < least || at(i) > most) return {{}, i};
        value = value << 6 | (at(i) & 0x3fU);
    }
    return {value, length};
}

} // namespace

// A bracket, or a colon, at the end of the text is never part of a string, which ends in a quotation mark.
void JsonText::separate() {
    if (into_.size() == begin_) return;
    const char last = into_.back();
    if (last != '{' && last != '[' && last != ':') into_ += ',';
}

// How many bytes at the beginning of `value` are written as they are.
std::size_t JsonText::plain_length(std::string_view value) const {
    std::size_t length = 0;
    for (;;) {
        const auto escape = [&] { return escapes[static_cast<unsigned char>(value[length])]; };
        while (length < value.size() && escape() == 0)
            ++length;
        if (length == value.size() || escape() != '?') break;
        const auto character = first_character(value.substr(length));
        if (!character.value || (obeyed_ == Obeyed::escaped && is_obeyed(*character.value))) break;
        length += character.length;
    }
    return length;
}

// Writes the character that `rest` begins with, which plain_length leaves out; returns how many bytes that were.
std::size_t JsonText::take_escaped(std::string_view rest) {
    const char escape = escapes[static_cast<unsigned char>(rest.front())];
    if (escape == '?') {
        const auto character = first_character(rest);
        if (character.value)
            append_number(into_, *character.value);
        else
            into_ += "\xef\xbf\xbd";
        return character.length;
    }
    if (escape == 'u')
        append_number(into_, static_cast<unsigned char>(rest.front()));
    else
        into_ += {'\\', escape};
    return 1;
}

void JsonText::quoted(std::string_view value) {
    into_ += '"';
    for (;;) {
        const auto length = plain_length(value);
        into_ += value.substr(0, length);
        value.remove_prefix(length);
        if (value.empty()) break;
        value.remove_prefix(take_escaped(value));
    }
    into_ += '"';
}

JsonText& JsonText::open(char bracket) {
    separate();
    into_ += bracket;
    return *this;
}

JsonText& JsonText::key(std::string_view name) {
    separate();
    quoted(name);
    into_ += ':';
    return *this;
}

JsonText& JsonText::text(std::string_view value) {
    separate();
    quoted(value);
    return *this;
}

JsonText& JsonText::text_or_null(std::string_view value) {
    return value.empty() ? null() : text(value);
}

JsonText& JsonText::whole(std::int64_t value) {
    separate();
    char digits[24];
    into_.append(digits, std::to_chars(digits, std::end(digits), value).ptr);
    return *this;
}

JsonText& JsonText::whole(std::uint64_t value) {
    separate();
    char digits[24];
    into_.append(digits, std::to_chars(digits, std::end(digits), value).ptr);
    return *this;
}

// Places in a picture are whole numbers more often than not; the library takes ten times as long to find that out.
JsonText& JsonText::number(double value) {
    constexpr double first_with_exponent = 1e15;
    const bool is_whole = std::abs(value) < first_with_exponent && value == std::trunc(value);
    if (is_whole && !std::signbit(value)) {
        whole(static_cast<std::int64_t>(value));
        into_ += ".0";
        return *this;
    }
    separate();
    into_ += Json(value).dump();
    return *this;
}

JsonText& JsonText::truth(bool value) {
    separate();
    into_ += value ? "true" : "false";
    return *this;
}

JsonText& JsonText::null() {
    separate();
    into_ += "null";
    return *this;
}

void write(JsonText& out, const Finding& finding, Lang lang) {
    out.open('{').key("axis").text(name(finding.axis)).key("code").text(finding.code);
    out.key("severity").text(name(finding.severity)).key("message").text(say(finding.message(), lang));
    out.key("rule").text(finding.rule);
    if (finding.where) {
        out.key("span").open('{').key("start").number(finding.where->start);
        out.key("length").number(finding.where->length).close('}');
    }
    out.close('}');
}

} // namespace temsao::job
