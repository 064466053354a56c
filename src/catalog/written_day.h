#pragma once
// Inside `catalog` only: days as offices write them.
#include "base/date.h"

#include <vector>

namespace temsao::catalog {

// A day in a cell. Where the form leaves no doubt, `day` is there: 2025-10-15, "ngày 08 tháng 4 năm 2025", 15 Oct 2025,
// 45945 (the number of a day that lost its format). In 4/8/2025 and 4/8/25 the parts are told, and the column decides.
struct WrittenDay {
    std::optional<Date> day;
    int first = 0, second = 0, year = 0;
    bool is_short = false; // the year has two figures

    // The day itself, where the day stands before the month.
    std::optional<Date> day_first() const { return day ? day : Date::from(year, second, first); }
};

// The whole text is a day, perhaps with a place or "ngày" before it and a time after it. Empty when it is not a day.
std::optional<WrittenDay> read_written_day(std::string_view text);

// A day somewhere in a text, "2394/QĐ-UBND ngày 15/10/2024 của UBND tỉnh", and where it stands, in bytes.
struct FoundDay {
    WrittenDay day;
    std::size_t start = 0, size = 0;
};

// All days in the text, in their order; a text that is a day as a whole has that one.
std::vector<FoundDay> find_days(std::string_view text);

// Whether what stands around the day says only that a decision was signed on it: "ký ngày", "QĐ số 12/QĐ-UBND ngày",
// and behind it who signed. Other words may mean a wish or another day ("dự kiến", "đến hết").
bool is_of_signing(std::string_view text, const FoundDay& day);

// The first day in the text, when it is one of signing.
std::optional<Date> signing_day(std::string_view text);

} // namespace temsao::catalog
