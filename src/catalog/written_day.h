#pragma once
// Inside `catalog` only: days as offices write them.
#include "base/date.h"

namespace temsao::catalog {

// A day in a cell. Where the form leaves no doubt, `day` is there: 2025-10-15, "ngày 08 tháng 4 năm 2025", 15 Oct 2025,
// 45945 (the number of a day that lost its format). In 4/8/2025 and 4/8/25 the parts are told, and the column decides.
struct WrittenDay {
    std::optional<Date> day;
    int first = 0, second = 0, year = 0;
    bool is_short = false; // the year has two figures
};

// The whole text is a day, perhaps with a place or "ngày" before it and a time after it. Empty when it is not a day.
std::optional<WrittenDay> read_written_day(std::string_view text);

// A day at the end of the text, "2394/QĐ-UBND ngày 15/10/2024", and the place in bytes where it begins.
struct DayAtEnd {
    WrittenDay day;
    std::size_t start = 0;
};

std::optional<DayAtEnd> find_day_at_end(std::string_view text);

} // namespace temsao::catalog
