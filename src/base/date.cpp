#include "base/date.h"

#include "base/check.h"

#include <charconv>

namespace temsao {
namespace {

// Digits only, all of them; nothing otherwise.
std::optional<int> whole_number(std::string_view text) {
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || failed != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

// With zeros in front; `number` has no more digits than that.
std::string digits(int number, std::size_t count) {
    std::string text(count, '0');
    for (auto digit = text.rbegin(); digit != text.rend(); ++digit, number /= 10)
        *digit = static_cast<char>('0' + number % 10);
    return text;
}

// Seven hours ahead of UTC, the whole year, since 1975 (IANA time zones, Asia/Ho_Chi_Minh).
std::chrono::sys_seconds in_viet_nam(std::int64_t seconds) {
    return std::chrono::sys_seconds{std::chrono::seconds{seconds} + std::chrono::hours{7}};
}

} // namespace

std::optional<Date> Date::from(int year, int month, int day) {
    using namespace std::chrono;
    if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31) return {};
    const year_month_day ymd{std::chrono::year{year},
                             std::chrono::month{static_cast<unsigned>(month)},
                             std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return {};
    return Date(sys_days{ymd});
}

Date Date::at(std::int64_t seconds) {
    const Date date(std::chrono::floor<std::chrono::days>(in_viet_nam(seconds)));
    ENSURE(date.year() >= 1900 && date.year() <= 2999); // no clock is that wrong
    return date;
}

std::string Date::time_at(std::int64_t seconds) {
    const auto here = in_viet_nam(seconds);
    const std::chrono::hh_mm_ss clock{here - std::chrono::floor<std::chrono::days>(here)};
    const auto two = [](std::int64_t number) { return std::to_string(100 + number).substr(1); };
    return two(clock.hours().count()) + ":" + two(clock.minutes().count());
}

Result<Date> Date::parse_iso(std::string_view text) {
    if (text.size() == 10 && text[4] == '-' && text[7] == '-') {
        const auto year = whole_number(text.substr(0, 4));
        const auto month = whole_number(text.substr(5, 2));
        const auto day = whole_number(text.substr(8, 2));
        if (year && month && day)
            if (const auto date = from(*year, *month, *day)) return *date;
    }
    return error(Cause::usage, "date.not_iso", {std::string(text)});
}

std::optional<Date> Date::parse_vietnamese(std::string_view text) {
    const auto first = text.find_first_of("/-.");
    if (first == text.npos || first < 1 || first > 2) return {};
    const auto second = text.find(text[first], first + 1);
    if (second == text.npos || second - first < 2 || second - first > 3 || text.size() - second != 5) return {};
    const auto day = whole_number(text.substr(0, first));
    const auto month = whole_number(text.substr(first + 1, second - first - 1));
    const auto year = whole_number(text.substr(second + 1));
    if (!day || !month || !year) return {};
    return from(*year, *month, *day);
}

Result<Date> Date::parse_typed(std::string_view text) {
    if (const auto day = parse_vietnamese(text)) return *day;
    if (auto day = parse_iso(text)) return day;
    return error(Cause::usage, "date.form", {std::string(text)});
}

std::optional<Date> Date::from_excel_serial(double serial, bool epoch_1904) {
    using namespace std::chrono;
    if (!(serial >= (epoch_1904 ? 0 : 60)) || serial > 402133) // 2999-12-31
        return {};
    const auto epoch = epoch_1904 ? sys_days{1904y / January / 1} : sys_days{1899y / December / 30};
    const year_month_day ymd = epoch + days{static_cast<int>(serial)};
    return from(static_cast<int>(ymd.year()),
                static_cast<int>(static_cast<unsigned>(ymd.month())),
                static_cast<int>(static_cast<unsigned>(ymd.day())));
}

std::string Date::iso() const {
    return digits(year(), 4) + '-' + digits(month(), 2) + '-' + digits(day(), 2);
}

std::string Date::vietnamese() const {
    return digits(day(), 2) + '/' + digits(month(), 2) + '/' + digits(year(), 4);
}

std::string Date::yymmdd() const {
    return digits(year() % 100, 2) + digits(month(), 2) + digits(day(), 2);
}

std::string Date::shown(Lang lang) const {
    constexpr const char* months[] = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (lang == Lang::vi) return vietnamese();
    return std::to_string(day()) + " " + months[month() - 1] + " " + std::to_string(year());
}

Date Date::plus_months(int months) const {
    using namespace std::chrono;
    auto moved = ymd() + std::chrono::months{months};
    if (!moved.ok()) moved = moved.year() / moved.month() / last;
    return Date(sys_days{moved});
}

Date Date::plus_days(int count) const {
    return Date(days_ + std::chrono::days{count});
}

} // namespace temsao
