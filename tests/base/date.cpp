#include "base/date.h"

#include "catch.h"

#include <cstdlib>
#include <ctime>

using temsao::Date;

TEST_CASE("a date is always a real day") {
    CHECK(Date::from(2024, 2, 29));
    CHECK_FALSE(Date::from(2025, 2, 29));
    CHECK_FALSE(Date::from(1899, 12, 31));
    CHECK_FALSE(Date::from(2025, 13, 1));
}

TEST_CASE("day and hour are those of Viet Nam, whatever zone the machine is set to") {
    const std::string zone = std::getenv("TZ") ? std::getenv("TZ") : "";
    for (const auto* set : {"UTC", "America/Los_Angeles", "Asia/Ho_Chi_Minh", "Pacific/Auckland"}) {
        setenv("TZ", set, 1);
        tzset();
        CHECK(Date::at(1'796'057'999).iso() == "2026-11-30"); // 16:59:59 UTC
        CHECK(Date::time_at(1'796'057'999) == "23:59");
        CHECK(Date::at(1'796'058'000).iso() == "2026-12-01");
        CHECK(Date::time_at(1'796'058'000) == "00:00");
        CHECK(Date::at(0).iso() == "1970-01-01");
        CHECK(Date::at(-25'201).iso() == "1969-12-31");
    }
    zone.empty() ? unsetenv("TZ") : setenv("TZ", zone.c_str(), 1);
    tzset();
}

TEST_CASE("ISO dates are read strictly") {
    CHECK(Date::parse_iso("2026-11-24")->vietnamese() == "24/11/2026");
    for (const auto* wrong : {"2026-11-31", "24/11/2026", "2026-1-24", "", "2026-11-24 ", "-026-11-24"})
        CHECK_FALSE(Date::parse_iso(wrong).ok());
}

TEST_CASE("Vietnamese dates have the day first, with either separator") {
    for (const auto* text : {"2/9/2026", "02/09/2026", "02-09-2026", "2.9.2026"})
        CHECK(Date::parse_vietnamese(text)->iso() == "2026-09-02");
    for (const auto* wrong : {"31/02/2026", "2026/09/02", "2/9/26", "2/9-2026", "/9/2026", "2//2026", "a/9/2026"})
        CHECK_FALSE(Date::parse_vietnamese(wrong));
}

TEST_CASE("A typed day has either form, and both mean the same day") {
    for (auto day = *Date::from(2025, 12, 25); day < *Date::from(2026, 3, 5); day = day.plus_days(1)) {
        CHECK(*Date::parse_typed(day.vietnamese()) == day);
        CHECK(*Date::parse_typed(day.iso()) == day);
    }
    for (const auto* wrong : {"31/11/2026", "11/24/2026", "2026/11/24", "24/11/26", "", "24/11/2026 "}) {
        REQUIRE_FALSE(Date::parse_typed(wrong).ok());
        CHECK(Date::parse_typed(wrong).error().what.id == "date.form");
    }
}

TEST_CASE("Excel's serial numbers are days, but for its invented 29 February 1900") {
    CHECK(Date::from_excel_serial(45580)->iso() == "2024-10-15");
    CHECK(Date::from_excel_serial(45580.75)->iso() == "2024-10-15");
    CHECK(Date::from_excel_serial(44118, true)->iso() == "2024-10-15");
    CHECK_FALSE(Date::from_excel_serial(59));
    CHECK_FALSE(Date::from_excel_serial(-1));
    CHECK_FALSE(Date::from_excel_serial(1e12));
}

TEST_CASE("36 months later is the same day, or the month's last one") {
    CHECK(Date::parse_iso("2024-02-29")->plus_months(36).iso() == "2027-02-28");
    CHECK(Date::parse_iso("2023-08-31")->plus_months(36).iso() == "2026-08-31");
    CHECK(Date::parse_iso("2019-12-23")->plus_months(36).iso() == "2022-12-23");
    CHECK(Date::parse_iso("2026-12-31")->plus_days(1).iso() == "2027-01-01");
}
