#include "catalog/written_day.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/read_cells.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace temsao::catalog {
namespace {

// A run of digits, a run of letters, or one sign; spaces only separate.
struct Part {
    enum Kind { number, word, sign } kind = sign;

    std::string text;
    int value = 0;
};

std::vector<Part> parts_of(const std::string& key) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < key.size();) {
        auto end = i + 1;
        if (is_digit(key[i])) {
            while (end < key.size() && is_digit(key[end]))
                ++end;
            Part part{Part::number, key.substr(i, end - i), 0};
            if (part.text.size() <= 8) std::from_chars(key.data() + i, key.data() + end, part.value);
            parts.push_back(std::move(part));
        } else if (key[i] >= 'a' && key[i] <= 'z') {
            while (end < key.size() && key[end] >= 'a' && key[end] <= 'z')
                ++end;
            parts.push_back({Part::word, key.substr(i, end - i)});
        } else if (key[i] != ' ') {
            parts.push_back({Part::sign, key.substr(i, 1)});
        }
        i = end;
    }
    return parts;
}

bool is(const Part& part, std::string_view text) {
    return part.text == text;
}

bool is_number(const Part& part, std::size_t least, std::size_t most) {
    return part.kind == Part::number && part.text.size() >= least && part.text.size() <= most;
}

int month_of(const Part& part) {
    constexpr std::string_view months[] = {"january",
                                           "february",
                                           "march",
                                           "april",
                                           "may",
                                           "june",
                                           "july",
                                           "august",
                                           "september",
                                           "october",
                                           "november",
                                           "december"};
    if (part.kind != Part::word || part.text.size() < 3) return 0;
    for (int i = 0; i < 12; ++i)
        if (months[i].starts_with(part.text) || (i == 8 && part.text == "sept")) return i + 1;
    return 0;
}

int full_year(const Part& part) {
    return part.text.size() == 2 ? 2000 + part.value : part.value;
}

// 00:00:00, T00:00:00Z, 12:00 AM behind a day.
void drop_time(std::vector<Part>& parts) {
    for (std::size_t i = 3; i + 1 < parts.size(); ++i)
        if (is(parts[i + 1], ":") && parts[i].kind == Part::number) {
            parts.resize(i);
            if (is(parts.back(), "t")) parts.pop_back();
            return;
        }
}

// "ha tinh, ngay": a place, and the word for day.
void drop_front(std::vector<Part>& parts) {
    const auto day = std::find_if(parts.begin(), parts.end(), [](const Part& part) { return is(part, "ngay"); });
    if (day == parts.end()) return;
    const bool words_only =
        std::all_of(parts.begin(), day, [](const Part& part) { return part.kind == Part::word || is(part, ","); });
    if (words_only && day - parts.begin() <= 8) parts.erase(parts.begin(), day + 1);
}

std::optional<WrittenDay> certain(int year, int month, int day) {
    const auto date = Date::from(year, month, day);
    return date ? std::optional(WrittenDay{date, 0, 0, 0, false}) : std::nullopt;
}

// 8 thang 4 nam 2025; 8 thg 4 2025; 15-thg10-25.
std::optional<WrittenDay> read_vietnamese_words(std::vector<Part> parts) {
    std::erase_if(parts, [](const Part& part) { return part.kind == Part::sign || is(part, "nam"); });
    if (parts.size() != 4 || !is_number(parts[0], 1, 2) || !is_number(parts[2], 1, 2) || !is_number(parts[3], 2, 4))
        return {};
    if (!is(parts[1], "thang") && !is(parts[1], "thg") && !is(parts[1], "th")) return {};
    return certain(full_year(parts[3]), parts[2].value, parts[0].value);
}

// 15 Oct 2025; 15-Oct-25; October 15, 2025.
std::optional<WrittenDay> read_english_words(std::vector<Part> parts) {
    std::erase_if(parts, [](const Part& part) {
        return part.kind == Part::sign || is(part, "th") || is(part, "st") || is(part, "nd") || is(part, "rd");
    });
    if (parts.size() != 3 || !is_number(parts[2], 2, 4) || parts[2].text.size() == 3) return {};
    for (const auto& [day, month] : {std::pair(0, 1), std::pair(1, 0)})
        if (month_of(parts[month]) > 0 && is_number(parts[day], 1, 2))
            return certain(full_year(parts[2]), month_of(parts[month]), parts[day].value);
    return {};
}

// 15/10/2025 with any of / - . between, year first or last.
std::optional<WrittenDay> read_numbers(const std::vector<Part>& parts) {
    if (parts.size() != 5 || parts[1].text != parts[3].text) return {};
    if (!is(parts[1], "/") && !is(parts[1], "-") && !is(parts[1], ".")) return {};
    if (is_number(parts[0], 4, 4) && is_number(parts[2], 1, 2) && is_number(parts[4], 1, 2))
        return certain(parts[0].value, parts[2].value, parts[4].value);
    if (!is_number(parts[0], 1, 2) || !is_number(parts[2], 1, 2) || parts[4].kind != Part::number) return {};
    const auto figures = parts[4].text.size();
    if (figures != 2 && figures != 4) return {};
    const WrittenDay read{{}, parts[0].value, parts[2].value, full_year(parts[4]), figures == 2};
    const bool is_a_day =
        Date::from(read.year, read.second, read.first) || Date::from(read.year, read.first, read.second);
    return is_a_day ? std::optional(read) : std::nullopt;
}

// 20251015 or 15102025, when only one of the two is a day of this century; 45945.
std::optional<WrittenDay> read_run(const std::vector<Part>& parts) {
    if (parts.size() != 1 || parts[0].kind != Part::number) return {};
    const auto& text = parts[0].text;
    const auto number = parts[0].value;
    if (text.size() == 5)
        if (const auto date = Date::from_excel_serial(number)) return WrittenDay{date, 0, 0, 0, false};
    if (text.size() != 8) return {};
    const auto in_century = [](std::optional<Date> date) {
        return date && date->year() >= 2000 && date->year() < 2100;
    };
    const auto year_first = Date::from(number / 10000, number / 100 % 100, number % 100);
    const auto year_last = Date::from(number % 10000, number / 10000 % 100, number / 1000000);
    if (in_century(year_first) == in_century(year_last)) return {};
    return WrittenDay{in_century(year_first) ? year_first : year_last, 0, 0, 0, false};
}

constexpr std::size_t longest_day = 7; // in words: 15 tháng 10 năm 2025

struct PlacedWord {
    std::string_view text;
    std::size_t start = 0;
};

// Separated by spaces, and without the brackets and stops around them.
std::vector<PlacedWord> words_of(std::string_view text) {
    std::vector<PlacedWord> words;
    for (std::size_t at = 0; at < text.size();) {
        auto start = text.find_first_not_of(" \n,;()", at);
        if (start == text.npos) break;
        const auto end = std::min(text.find_first_of(" \n,;()", start), text.size());
        words.push_back({text.substr(start, end - start), start});
        at = end;
    }
    return words;
}

bool may_begin_day(std::string_view word) {
    return is_digit(word[0]) ||
           (word.size() >= 3 && month_of({Part::word, bare_key(word.substr(0, word.find('-')))}) > 0);
}

// "15/10/2025", "15-Oct-25": more than a bare number.
bool has_date_signs(std::string_view word) {
    return word.size() >= 6 && word.find_first_of("/-.") != word.npos;
}

} // namespace

std::optional<WrittenDay> read_written_day(std::string_view text) {
    if (text.size() > 120) return {};
    auto parts = parts_of(bare_key(text));
    drop_front(parts);
    while (!parts.empty() && (is(parts.back(), ".") || is(parts.back(), ",") || is(parts.back(), ";")))
        parts.pop_back();
    drop_time(parts);
    if (auto read = read_numbers(parts)) return read;
    if (auto read = read_run(parts)) return read;
    if (auto read = read_vietnamese_words(parts)) return read;
    return read_english_words(parts);
}

std::vector<FoundDay> find_days(std::string_view text) {
    if (const auto whole = read_written_day(text)) return {{*whole, 0, text.size()}};
    std::vector<FoundDay> found;
    const auto words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!may_begin_day(words[i].text)) continue;
        // "15 tháng 10 năm 2025" before "15": the longest that is a day
        const auto last = std::min(words.size(), i + (has_date_signs(words[i].text) ? 2 : longest_day));
        for (auto end = last; end > i; --end) {
            const auto size = words[end - 1].start + words[end - 1].text.size() - words[i].start;
            const auto part = text.substr(words[i].start, size);
            if (end == i + 1 && !has_date_signs(part)) continue; // a bare number
            const auto day = read_written_day(part);
            if (!day) continue;
            found.push_back({*day, words[i].start, size});
            i = end - 1;
            break;
        }
    }
    return found;
}

bool is_of_signing(std::string_view text, const FoundDay& day) {
    if (!has_letter(text)) return true;
    constexpr std::string_view before[] = {
        "ngay", "ky", "qd",  "quyet", "dinh", "so",  "ban", "hanh", "cong",   "nhan",     "cap",    "duoc", "da",
        "of",   "no", "the", "dated", "thu",  "hai", "ba",  "tu",   "nam",    "sau",      "bay",    "chu",  "nhat",
        "cn",   "t2", "t3",  "t4",    "t5",   "t6",  "t7",  "on",   "signed", "decision", "issued", "theo", "tai"};
    constexpr std::string_view others[] = {
        " du kien ", " chua ", " khoang ", " truoc ", " den ", " het ", " sau ngay ", " de nghi ", " expected "};
    auto all = " " + bare_key(text) + " ";
    std::replace_if(
        all.begin(),
        all.end(),
        [](char c) { return std::string_view(",.;:()-").find(c) != std::string_view::npos; },
        ' ');
    if (std::any_of(std::begin(others), std::end(others), [&](auto one) { return all.find(one) != all.npos; }))
        return false;
    if (all.find(" sau ") != all.npos && all.find(" thu sau ") == all.npos) return false; // after it, and no Friday
    const auto front = bare_key(text.substr(0, day.start)), behind = bare_key(text.substr(day.start + day.size));
    for (const auto& word : words_of(front)) {
        const bool known = std::find(std::begin(before), std::end(before), word.text) != std::end(before);
        if (known || read_decision(word.text)) continue;
        const auto trimmed = word.text.substr(0, word.text.find_last_not_of(":.-") + 1);
        if (!trimmed.empty() && std::find(std::begin(before), std::end(before), trimmed) == std::end(before))
            return false;
    }
    const auto start = behind.find_first_not_of(" ),.;");
    if (start == behind.npos) return true;
    const auto rest = std::string_view(behind).substr(start);
    return (rest.starts_with("cua ") || rest.starts_with("by ") || read_decision(rest)) &&
           (read_decision(rest) || std::none_of(rest.begin(), rest.end(), is_digit));
}

std::optional<Date> signing_day(std::string_view text) {
    const auto found = find_days(text);
    return found.empty() || !is_of_signing(text, found.front()) ? std::nullopt : found.front().day.day_first();
}

} // namespace temsao::catalog
