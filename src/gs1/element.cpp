#include "gs1/element.h"

#include "gs1/gtin.h"

#include <algorithm>

namespace temsao::gs1 {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_alphanumeric(char c) {
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool belongs(char c, Charset charset) {
    switch (charset) {
    case Charset::digits: return is_digit(c);
    case Charset::cset82:
        return is_alphanumeric(c) || std::string_view("!\"%&'()*+,-./:;<=>?_").find(c) != std::string_view::npos;
    case Charset::base64url: return is_alphanumeric(c) || c == '-' || c == '_';
    }
    return false;
}

std::optional<Finding> lint_part(const Part& part, const std::string& ai, std::string_view value, std::size_t at) {
    for (std::size_t i = 0; i < value.size(); ++i)
        if (!belongs(value[i], part.charset))
            return syntax("SYNTAX_CHARACTERS", {ai, std::string(value)}, "GS1 GenSpecs 7.11", {at + i, 1});
    const Span all{at, value.size()};
    if (part.lint == Lint::check_digit) {
        const char expected = check_digit(value.substr(0, value.size() - 1));
        if (value.back() != expected)
            return syntax("CHECKDIGIT",
                          {std::string(value), std::string(1, value.back()), std::string(1, expected)},
                          "GS1 GenSpecs 7.9.1",
                          {at + value.size() - 1, 1});
    }
    if (part.lint == Lint::date_or_month || part.lint == Lint::date) {
        const bool whole_month = value.substr(4) == "00";
        if ((whole_month && part.lint == Lint::date) || !date_of(value))
            return syntax("SYNTAX_DATE", {ai, std::string(value)}, "GS1 GenSpecs 7.12", all);
    }
    return {};
}

bool has(const std::vector<Element>& elements, std::string_view ai) {
    return std::any_of(elements.begin(), elements.end(), [&](const Element& element) {
        return ai.ends_with('n') ? element.ai.size() == ai.size() && element.ai.starts_with(ai.substr(0, ai.size() - 1))
                                 : element.ai == ai;
    });
}

// Calls `each` with the pieces between the separators until it says true; was there one?
template <class Each>
bool any_piece(std::string_view text, char separator, Each each) {
    while (!text.empty()) {
        const auto end = std::min(text.find(separator), text.size());
        if (each(text.substr(0, end))) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

} // namespace

Finding syntax(std::string code, std::vector<std::string> facts, std::string rule, Span where) {
    return {Axis::syntax, std::move(code), Severity::invalid, std::move(facts), std::move(rule), where};
}

std::optional<Finding> lint_value(const ApplicationIdentifier& row, std::string_view value, std::size_t at) {
    const std::string ai(row.ai);
    const auto& [head, tail] = row.parts;
    const auto least = static_cast<std::size_t>(head.least + tail.least);
    const auto most = static_cast<std::size_t>(head.most + tail.most);
    if (value.size() < least || value.size() > most)
        return syntax("SYNTAX_LENGTH",
                      {ai, std::to_string(value.size()), std::to_string(least), std::to_string(most)},
                      "GS1 GenSpecs 3.2",
                      {at, value.size()});
    const auto split = std::min(value.size(), static_cast<std::size_t>(head.most));
    if (auto wrong = lint_part(head, ai, value.substr(0, split), at)) return wrong;
    if (split < value.size()) return lint_part(tail, ai, value.substr(split), at + split);
    return {};
}

std::optional<Finding> lint_together(const std::vector<Element>& elements) {
    for (const auto& element : elements) {
        const auto* row = find_ai(element.ai);
        const bool partnered =
            row->needs.empty() || any_piece(row->needs, '|', [&](std::string_view choice) {
                return !any_piece(choice, '+', [&](std::string_view ai) { return !has(elements, ai); });
            });
        if (!partnered) return syntax("SYNTAX_NEEDS", {element.ai, std::string(row->needs)}, "GS1 GenSpecs 4.13", {});
        std::string enemy;
        if (any_piece(row->excludes, '|', [&](std::string_view ai) {
                enemy = ai;
                return has(elements, ai);
            }))
            return syntax("SYNTAX_EXCLUDES", {element.ai, enemy}, "GS1 GenSpecs 4.14", {});
    }
    return {};
}

std::optional<Date> date_of(std::string_view yymmdd, int this_year) {
    if (yymmdd.size() != 6 || !std::all_of(yymmdd.begin(), yymmdd.end(), is_digit)) return {};
    const auto two = [&](std::size_t at) { return (yymmdd[at] - '0') * 10 + (yymmdd[at + 1] - '0'); };
    const int ahead = two(0) - this_year % 100;
    const int century = this_year / 100 + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
    const int year = century * 100 + two(0);
    if (two(4) != 0) return Date::from(year, two(2), two(4));
    const auto first = Date::from(year, two(2), 1);
    if (!first) return {};
    return first->plus_months(1).plus_days(-1);
}

} // namespace temsao::gs1
