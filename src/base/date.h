#pragma once
// Date: a day of the Gregorian calendar between 1900-01-01 and 2999-12-31, always a real one. The clock is never read
// here; the door hands in today's date. Values; any thread.
#include "base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>

namespace temsao {

class Date {
public:
    // Empty when there is no such day, or it is out of range.
    static std::optional<Date> from(int year, int month, int day);
    // The day in Viet Nam, from seconds since 1970; for doors, which read the clock. The zone that the machine is set
    // to is not asked: on a hired server it is seldom Viet Nam's. ENSURE: within the range.
    static Date at(std::int64_t seconds);
    static std::string time_at(std::int64_t seconds); // of that day: "10:32"
    // Takes only the form "2026-11-24"; error date.not_iso.
    static Result<Date> parse_iso(std::string_view text);
    // What a person types: a day in either of the two forms, 24/11/2026 or 2026-11-24; error date.form.
    static Result<Date> parse_typed(std::string_view text);
    // Day first, as Vietnam writes it: 2/9/2026, 02/09/2026, 02-09-2026, 02.09.2026. Empty when the text is not such a
    // date.
    static std::optional<Date> parse_vietnamese(std::string_view text);
    // Excel's serial number of a day, 1900 system: 45580 is 2024-10-15. Days 0..59 are refused, because Excel counts a
    // 29 February 1900 that never was. `epoch_1904` is for workbooks of old Macintosh Excel.
    static std::optional<Date> from_excel_serial(double serial, bool epoch_1904 = false);

    int year() const { return static_cast<int>(ymd().year()); }

    int month() const { return static_cast<int>(static_cast<unsigned>(ymd().month())); }

    int day() const { return static_cast<int>(static_cast<unsigned>(ymd().day())); }

    std::string iso() const;        // 2026-09-02
    std::string vietnamese() const; // 02/09/2026, always two digits
    std::string yymmdd() const;     // 260902, as GS1 dates (AI 11, 17)
    std::string shown(Lang) const;  // to people: 02/09/2026 in Vietnamese, 2 Sep 2026 in English

    // The same day of the month, or that month's last day: 2024-02-29 plus 36 months is 2027-02-28.
    Date plus_months(int months) const;
    Date plus_days(int days) const;

    int days_since(Date earlier) const { return static_cast<int>((days_ - earlier.days_).count()); }

    friend bool operator==(const Date&, const Date&) = default;

    // Written by hand: some standard libraries have no <=> for time_point.
    friend std::strong_ordering operator<=>(const Date& a, const Date& b) {
        // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads it
        return a.days_.time_since_epoch().count() <=> b.days_.time_since_epoch().count();
    }

private:
    explicit Date(std::chrono::sys_days days) : days_(days) {}

    std::chrono::year_month_day ymd() const { return days_; }

    std::chrono::sys_days days_;
};

} // namespace temsao
