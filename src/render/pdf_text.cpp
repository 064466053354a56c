#include "render/pdf_text.h"

#include "base/text.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace temsao::render {

void put_number(std::string& out, double number) {
    constexpr int decimals = 5;
    auto rest = std::llround(std::abs(number) * 1e5);
    if (rest == 0) {
        out += '0';
        return;
    }
    if (number < 0) out += '-';
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, rest).ptr;
    const int count = static_cast<int>(end - digits);
    int last = count;
    while (last > count - decimals && last > 0 && digits[last - 1] == '0')
        --last;
    const int whole = count - decimals;
    if (whole > 0) out.append(digits, static_cast<std::size_t>(whole));
    if (last <= whole) return;
    out += '.';
    if (whole < 0) out.append(static_cast<std::size_t>(-whole), '0');
    const int from = std::max(whole, 0);
    out.append(digits + from, static_cast<std::size_t>(last - from));
}

void put_hex16(std::string& out, unsigned value) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[value >> shift & 15U];
}

std::string pdf_text(std::string_view utf8) {
    std::string out = "<FEFF";
    for (const char16_t unit : to_utf16(utf8))
        put_hex16(out, unit);
    return out + '>';
}

std::string pdf_box(const BoxMm& box, Mm page_height) {
    std::string out = "[";
    for (const Mm side : {box.x, page_height - box.bottom(), box.right(), page_height - box.y}) {
        put_number(out, points(side));
        out += ' ';
    }
    out.back() = ']';
    return out;
}

std::string pdf_name(std::string_view text) {
    constexpr std::string_view marks = "()<>[]{}/%#"; // with a meaning of their own
    std::string out = "/";
    for (const char c : text) {
        if (c > ' ' && c < 127 && marks.find(c) == marks.npos) {
            out += c;
            continue;
        }
        char hex[4];
        std::snprintf(hex, sizeof hex, "#%02X", static_cast<unsigned>(static_cast<unsigned char>(c)));
        out += hex;
    }
    return out;
}

} // namespace temsao::render
