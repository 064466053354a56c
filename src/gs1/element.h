#pragma once
// Element: one application identifier and its value, as in "(10)L261124", and what may be wrong with one alone or with
// several together. Pure; any thread.
#include "base/date.h"
#include "base/finding.h"
#include "gs1/ai_table.h"

namespace temsao::gs1 {

struct Element {
    std::string ai;
    std::string value;
    friend bool operator==(const Element&, const Element&) = default;
};

// What is wrong with a value of `ai` (which the table has: ENSURE), the first thing only; nothing when all is well.
// `at` is where the value starts in the text it was taken from; the finding's span counts from there. Codes:
//   SYNTAX_LENGTH {ai, given, least, most}   SYNTAX_CHARACTER {ai, place}   CHECKDIGIT {value, given, expected}
//   SYNTAX_DATE, SYNTAX_TIME, SYNTAX_COUNTRY, SYNTAX_VALUE {ai, the part}
std::optional<Finding> lint_value(std::string_view ai, std::string_view value, std::size_t at = 0);

// What is wrong with elements standing together, their identifiers being in the table (ENSURE): SYNTAX_NEEDS {ai,
// choices}, SYNTAX_EXCLUDES {ai, the other}. An identifier never excludes itself, even where a pattern matches it.
std::optional<Finding> lint_together(const std::vector<Element>& elements);

// yymmdd as GS1 means it, day 00 the month's last (General Specifications 7.12). The standard's moving window of
// centuries is held still at 2026, so that a text means the same day whenever it is read: 77..99 are 1977..1999, the
// rest 2000..2076. Nothing when it is no day.
std::optional<Date> date_of(std::string_view yymmdd, int this_year = 2026);

// A finding of the syntax axis, severity invalid.
Finding syntax(std::string code, std::vector<std::string> facts, std::string rule, Span where);

} // namespace temsao::gs1
