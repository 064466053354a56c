#pragma once
// Element: one application identifier and its value, as in "(10)L261124", and the checks of one element and of several
// together. Pure; any thread.
#include "base/date.h"
#include "base/finding.h"
#include "gs1/ai_table.h"

namespace temsao::gs1 {

struct Element {
    std::string ai;
    std::string value;
    friend bool operator==(const Element&, const Element&) = default;
};

// The first fault of a value of `ai` (which must be in the table: ENSURE); empty when there is none. `at` is where the
// value starts in the text it was taken from; the finding's span counts from there. Codes:
//   SYNTAX_LENGTH {ai, given, least, most}   SYNTAX_CHARACTER {ai, place}   CHECKDIGIT {value, given, expected}
//   SYNTAX_DATE, SYNTAX_TIME, SYNTAX_COUNTRY, SYNTAX_VALUE {ai, the part}
std::optional<Finding> lint_value(std::string_view ai, std::string_view value, std::size_t at = 0);

// The faults of elements in combination; their identifiers must be in the table (ENSURE): SYNTAX_NEEDS {ai, choices},
// SYNTAX_EXCLUDES {ai, the other}. An identifier never excludes itself, even where a pattern matches it.
std::optional<Finding> lint_together(const std::vector<Element>& elements);

// Reads yymmdd as GS1 defines it; day 00 is the last of the month (General Specifications 7.12). The standard's moving
// window of centuries is fixed at 2026, so that a text always means the same day: years 77..99 are 1977..1999, the rest
// 2000..2076. Empty when it is not a day.
std::optional<Date> date_of(std::string_view yymmdd, int this_year = 2026);

// A finding of the syntax axis, severity invalid.
Finding syntax(std::string code, std::vector<std::string> facts, std::string rule, Span where);

} // namespace temsao::gs1
