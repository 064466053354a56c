#include "label/label_date.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace temsao::label {
namespace {

constexpr int century = 2000;

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" :");
    if (first == text.npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(" .;,(") - first + 1));
}

// "02/04/26" -> {"02", "04", "26"}, "020426" -> {"020426"}; nothing when something else stands between, or the
// separators differ.
std::optional<std::vector<std::string>> figures(std::string_view text) {
    std::vector<std::string> groups(1);
    char separator = 0;
    for (const char c : text) {
        if (is_digit(c)) {
            groups.back() += c;
            continue;
        }
        if (std::string_view("/.- ").find(c) == std::string_view::npos || groups.back().empty()) return {};
        if (separator != 0 && c != separator) return {};
        separator = c;
        groups.emplace_back();
    }
    if (groups.back().empty() || groups.size() > 3) return {};
    return groups;
}

int number(std::string_view digits) {
    int value = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return failed == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

int whole_year(std::string_view digits) {
    return digits.size() == 2 ? century + number(digits) : number(digits);
}

// The three parts of a date; six or eight figures in one run are cut into them.
std::optional<std::vector<std::string>> three_parts(std::vector<std::string> groups, bool year_first) {
    if (groups.size() == 3) return groups;
    if (groups.size() != 1 || (groups[0].size() != 6 && groups[0].size() != 8)) return {};
    const auto& run = groups[0];
    const auto year = run.size() - 4;
    if (year_first) return std::vector{run.substr(0, year), run.substr(year, 2), run.substr(year + 2)};
    return std::vector{run.substr(0, 2), run.substr(2, 2), run.substr(4)};
}

LabelDate read_figures(const std::vector<std::string>& groups, bool year_first) {
    if (groups.size() == 2 && !year_first) {
        if (groups[0].size() != 2 || (groups[1].size() != 2 && groups[1].size() != 4)) return {};
        const auto first = Date::from(whole_year(groups[1]), number(groups[0]), 1);
        if (!first) return {LabelDate::Kind::no_such_day};
        return {LabelDate::Kind::month, first->plus_months(1).plus_days(-1)};
    }
    auto parts = three_parts(groups, year_first);
    if (!parts) return {};
    if (year_first) std::swap(parts->front(), parts->back());
    const auto &day = (*parts)[0], &month = (*parts)[1], &year = (*parts)[2];
    if (day.size() > 2 || month.size() > 2 || (year.size() != 2 && year.size() != 4)) return {};
    const auto read = Date::from(whole_year(year), number(month), number(day));
    if (!read) return {LabelDate::Kind::no_such_day};
    return {day.size() == 2 && month.size() == 2 ? LabelDate::Kind::day : LabelDate::Kind::loose, read};
}

constexpr std::string_view made_words[] = {"nsx", "ngày sản xuất", "ngày sx", "sản xuất ngày"};
constexpr std::string_view expires_words[] = {"hsd",
                                              "hạn sử dụng",
                                              "hạn dùng",
                                              "hạn sd",
                                              "hd",
                                              "sử dụng tốt nhất trước",
                                              "sử dụng tốt nhất đến",
                                              "tốt nhất trước",
                                              "sử dụng trước",
                                              "sử dụng đến"};
// Behind such words: "HSD đến ngày".
constexpr std::string_view joining[] = {"đến ngày", "trước ngày", "đến hết", "đến", "trước", "ngày", "tốt nhất"};
constexpr std::string_view elsewhere[] = {"xem ",
                                          "in trên",
                                          "in ở",
                                          "in dưới",
                                          "ghi trên",
                                          "ghi ở",
                                          "dập trên",
                                          "dập nổi",
                                          "trên bao bì",
                                          "trên nắp",
                                          "trên thân",
                                          "dưới đáy",
                                          "ở đáy",
                                          "đáy chai"};

std::span<const std::string_view> words_of(DateWords which) {
    if (which == DateWords::made) return made_words;
    return expires_words;
}

bool is_part_of_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80);
}

// How long the words are that `key` begins with, those that join them included; 0 when it begins with others.
std::size_t length_of_words(std::string_view key, DateWords which) {
    std::size_t length = 0;
    for (const auto word : words_of(which))
        if (key.starts_with(word) && (key.size() == word.size() || !is_part_of_word(key[word.size()])))
            length = std::max(length, word.size());
    if (length == 0) return 0;
    for (bool more = true; more;) {
        more = false;
        for (const auto word : joining)
            if (key.substr(length).starts_with(" " + std::string(word))) {
                length += 1 + word.size();
                more = true;
            }
    }
    return length;
}

// "ngày 24 tháng 11 năm 2026", "24 tháng 11 năm 2026".
std::optional<Date> day_in_words(std::string_view key) {
    if (key.starts_with("ngày ")) key.remove_prefix(std::string_view("ngày ").size());
    std::vector<int> numbers;
    for (const std::string_view word : {" tháng ", " năm ", ""}) {
        const auto end = word.empty() ? key.size() : key.find(word);
        if (end == key.npos || end == 0 || !is_only_digits(key.substr(0, end))) return {};
        numbers.push_back(number(key.substr(0, end)));
        key.remove_prefix(std::min(end + word.size(), key.size()));
    }
    return Date::from(numbers[2], numbers[1], numbers[0]);
}

// Takes one of the legends off the end of `text`: (năm/tháng/ngày).
bool take_legend(std::string& text, std::initializer_list<std::string_view> legends) {
    const auto key = match_key(text);
    for (const auto legend : legends)
        if (const auto at = key.find(legend); at != key.npos) {
            text = trimmed(std::string_view(key).substr(0, at));
            return true;
        }
    return false;
}

} // namespace

bool are_date_words(std::string_view words, DateWords which) {
    auto key = match_key(words);
    std::replace_if(
        key.begin(),
        key.end(),
        [](char c) { return std::string_view("/()-:.,&").find(c) != std::string_view::npos; },
        ' ');
    key = tidy(key);
    const auto ends = ends_of_date_words(key, which);
    return std::any_of(ends.begin(), ends.end(), [&](std::size_t end) {
        const auto rest = std::string_view(key).substr(end);
        // what follows is not a Vietnamese sentence: another language's words, or the other date's
        return rest.empty() || is_ascii(rest) || length_of_words(rest.substr(1), DateWords::made) > 0 ||
               length_of_words(rest.substr(1), DateWords::expires) > 0;
    });
}

std::vector<std::size_t> ends_of_date_words(std::string_view key, DateWords which) {
    std::vector<std::size_t> ends;
    for (std::size_t at = 0; at < key.size(); ++at) {
        if (at > 0 && is_part_of_word(key[at - 1])) continue;
        const auto length = length_of_words(key.substr(at), which);
        if (length == 0) continue;
        ends.push_back(at + length);
        at += length - 1;
    }
    return ends;
}

std::size_t says_elsewhere(std::string_view text) {
    const auto key = to_lower(text);
    auto first = std::string::npos;
    for (const auto words : elsewhere)
        first = std::min(first, key.find(words));
    return first;
}

std::string without_date_words(std::string_view text) {
    auto rest = tidy(text);
    while (true) {
        const auto key = to_lower(rest);
        if (key.size() != rest.size()) return rest;
        const auto length = std::max(length_of_words(key, DateWords::made), length_of_words(key, DateWords::expires));
        if (length == 0) return rest;
        const auto next = rest.find_first_not_of(" :,;-/&", length);
        if (next == std::string::npos) return rest;
        rest = rest.substr(next);
    }
}

std::optional<Date> after_shelf_life(std::string_view shelf_life, Date made) {
    int count = 0;
    const auto [end, failed] = std::from_chars(shelf_life.data(), shelf_life.data() + shelf_life.size(), count);
    const auto unit = bare_key(shelf_life.substr(static_cast<std::size_t>(end - shelf_life.data())));
    if (failed != std::errc{} || count < 1 || count > 1200) return {};
    if (unit.starts_with("thang") || unit.starts_with("month")) return made.plus_months(count);
    if (unit.starts_with("nam") || unit.starts_with("year")) return made.plus_months(12 * std::min(count, 100));
    if (unit.starts_with("ngay") || unit.starts_with("day")) return made.plus_days(count);
    return {};
}

LabelDate read_label_date(std::string_view value, std::optional<Date> made) {
    auto text = trimmed(value);
    auto words = match_key(text);
    if (says_elsewhere(text) != text.npos) return {LabelDate::Kind::elsewhere};
    // "021028 NSX 30 tháng trước HSD", "30 tháng kể từ NSX": what comes after repeats or explains
    for (const auto* after : {" nsx ", " kể từ ", " từ nsx", " từ ngày"})
        if (const auto at = words.find(after); at != words.npos) {
            words.resize(at);
            text = words;
        }
    if (const auto day = day_in_words(match_key(text))) return {LabelDate::Kind::loose, day};
    const bool year_first =
        take_legend(text, {"(năm/tháng/ngày)", "(năm-tháng-ngày)", "(yy/mm/dd)", "(yyyy/mm/dd)", "(yymmdd)"});
    if (!year_first) take_legend(text, {"(ngày/tháng/năm)", "(dd/mm/yy)", "(dd/mm/yyyy)", "(ddmmyy)"});
    if (const auto groups = figures(text)) return read_figures(*groups, year_first);
    if (made)
        if (const auto day = after_shelf_life(text, *made)) return {LabelDate::Kind::day, day};
    return {};
}

} // namespace temsao::label
