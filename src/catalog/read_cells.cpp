#include "catalog/read_cells.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace temsao::catalog {
namespace {

bool has(const std::string& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.find(word) != text.npos; });
}

} // namespace

std::optional<int> read_stars(std::string_view text) {
    const auto key = bare_key(text);
    std::string digits;
    int asterisks = 0, drawn = 0;
    for (const char c : key) {
        if (is_digit(c)) digits += c;
        asterisks += c == '*';
    }
    for (auto at = text.find("★"); at != text.npos; at = text.find("★", at + 3))
        ++drawn;
    if (digits.size() == 1 && digits[0] >= '1' && digits[0] <= '5' && asterisks <= 1) return digits[0] - '0';
    if (!digits.empty()) return {};
    if (asterisks + drawn >= 1 && asterisks + drawn <= 5) return asterisks + drawn;
    constexpr std::string_view words[] = {"mot", "hai", "ba", "bon", "nam"};
    for (int stars = 1; stars <= 5; ++stars)
        if (key == std::string(words[stars - 1]) + " sao") return stars;
    return {};
}

// Figures with at most one point or comma: as one whole number and a power of ten, which gives the nearest double.
std::optional<double> read_score(std::string_view text) {
    text = text.substr(0, text.find(' '));
    constexpr std::size_t most_figures = 9;
    const auto point = std::min(text.find_first_of(",."), text.size());
    const auto whole = text.substr(0, point), part = text.substr(std::min(point + 1, text.size()));
    const auto figures = std::string(whole).append(part);
    if (whole.empty() || (point < text.size() && part.empty()) || figures.size() > most_figures ||
        !std::all_of(figures.begin(), figures.end(), is_digit))
        return {};
    int value = 0;
    std::from_chars(figures.data(), figures.data() + figures.size(), value);
    const auto score = value / std::pow(10.0, part.size());
    return score <= 100 ? std::optional(score) : std::nullopt;
}

std::optional<Date> read_date(std::string_view text) {
    if (const auto iso = Date::parse_iso(text.substr(0, 10));
        iso && (text.size() == 10 || text[10] == ' ' || text[10] == 'T'))
        return *iso;
    if (const auto date = Date::parse_vietnamese(text)) return date;
    if (text.size() == 5 && std::all_of(text.begin(), text.end(), is_digit)) { // a serial number that lost its format
        int serial = 0;
        std::from_chars(text.data(), text.data() + text.size(), serial);
        return Date::from_excel_serial(serial);
    }
    return {};
}

// domain facts 1.6: number, QĐ with Đ or D, body. What stands around it is left out. Eth (Ð) is typed for Đ.
std::optional<std::string> read_decision(std::string_view text) {
    const auto upper = with_vietnamese_d(to_upper(tidy(text)));
    for (auto slash = upper.find('/'); slash != upper.npos; slash = upper.find('/', slash + 1)) {
        auto start = slash;
        while (start > 0 && is_digit(upper[start - 1]))
            --start;
        if (start == slash || slash - start > 5) continue;
        auto rest = std::string_view(upper).substr(slash + 1);
        if (rest.starts_with("QĐ-"))
            rest.remove_prefix(std::string_view("QĐ-").size());
        else if (rest.starts_with("QD-"))
            rest.remove_prefix(3);
        else
            continue;
        std::size_t end = 0;
        while (end < rest.size() && ((rest[end] >= 'A' && rest[end] <= 'Z') || rest[end] == '-' || (rest[end] & 0x80)))
            ++end;
        if (end > 0) return upper.substr(start, slash - start) + "/QĐ-" + std::string(rest.substr(0, end));
    }
    return {};
}

// U+FFFD, or a question mark after a letter and before another one, or before a letter at the start of a word; not in
// an address of the web.
bool has_lost_letters(std::string_view text) {
    if (text.find("\xef\xbf\xbd") != text.npos) return true;
    if (text.find("://") != text.npos || text.find("www.") != text.npos) return false;
    const auto is_letter = [&](std::size_t i) {
        return i < text.size() &&
               ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z') || (text[i] & 0x80) != 0);
    };
    for (auto at = text.find('?'); at != text.npos; at = text.find('?', at + 1)) {
        const auto next = text.find_first_not_of('?', at);
        const bool after_letter = at > 0 && (is_letter(at - 1) || text[at - 1] == '?');
        if (next != text.npos && (is_letter(next) || (text[next] == '-' && after_letter))) return true;
    }
    return false;
}

bool has_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
}

Group read_group(std::string_view text) {
    const auto key = bare_key(text);
    if (has(key, {"do uong", "beverage", "drink"})) return Group::beverage;
    if (has(key, {"duoc lieu", "thao duoc", "medicinal", "herb"})) return Group::medicinal;
    if (has(key, {"thu cong", "my nghe", "luu niem", "vai va may", "may mac", "handicraft", "noi that"}))
        return Group::handicraft;
    if (has(key, {"sinh vat canh", "cay canh", "hoa, cay", "ornamental"})) return Group::ornamental;
    if (has(key, {"du lich", "tourism"})) return Group::tourism;
    if (has(key, {"thuc pham", "food", "gia vi", "che bien", "tuoi song"})) return Group::food;
    return Group::unknown;
}

} // namespace temsao::catalog
