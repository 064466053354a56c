#include "label/label_date.h"

#include "base/pieces.h"
#include "base/text.h"

#include <algorithm>
#include <charconv>
#include <vector>

namespace temsao::label {
namespace {

constexpr int century = 2000;

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" :");
    if (first == text.npos) return "";
    return std::string(text.substr(first, text.find_last_not_of(" .;,") - first + 1));
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

} // namespace

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
    if (words.find("xem ") != words.npos) return {LabelDate::Kind::elsewhere};
    // "021028 NSX 30 tháng trước HSD", "30 tháng kể từ NSX": what comes after repeats or explains
    for (const auto* after : {" nsx ", " kể từ ", " từ nsx", " từ ngày"})
        if (const auto at = words.find(after); at != words.npos) {
            words.resize(at);
            text = words;
        }
    constexpr std::string_view legend = "(năm/tháng/ngày)";
    bool year_first = false;
    if (const auto at = match_key(text).find(legend); at != std::string::npos) {
        year_first = true;
        text = trimmed(std::string_view(text).substr(0, at));
    }
    if (const auto groups = figures(text)) return read_figures(*groups, year_first);
    if (made)
        if (const auto day = after_shelf_life(text, *made)) return {LabelDate::Kind::day, day};
    return {};
}

} // namespace temsao::label
