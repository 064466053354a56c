#pragma once
// Element: one application identifier and its value, as in "(10)L261124". Checked against the table when a link is
// parsed or made.
#include "base/date.h"
#include "base/finding.h"
#include "gs1/ai_table.h"

namespace temsao::gs1 {

struct Element {
    std::string ai;
    std::string value;
    friend bool operator==(const Element&, const Element&) = default;
};

// What is wrong with a value: its length, characters, check digit or date. Nothing when all is well. `at` is where the
// value starts in the text it was taken from.
std::optional<Finding> lint_value(const ApplicationIdentifier& row, std::string_view value, std::size_t at);

// What is wrong with elements standing together: a missing partner, an excluded one.
std::optional<Finding> lint_together(const std::vector<Element>& elements);

// yymmdd as GS1 means it: the century nearest to `this_year` (General Specifications 7.12), day 00 the month's last.
std::optional<Date> date_of(std::string_view yymmdd, int this_year = 2026);

// A finding of the syntax axis, severity invalid.
Finding syntax(std::string code, std::vector<std::string> facts, std::string rule, Span where);

} // namespace temsao::gs1
