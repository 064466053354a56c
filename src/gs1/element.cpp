#include "gs1/element.h"

#include "base/pieces.h"
#include "gs1/gtin.h"
#include "gs1/lint.h"

#include <algorithm>

namespace temsao::gs1 {
namespace {

// "31nn" matches 3103; letters n stand for any digit.
bool matches(std::string_view pattern, std::string_view ai) {
    return pattern.size() == ai.size() &&
           std::equal(pattern.begin(), pattern.end(), ai.begin(), [](char p, char c) { return p == c || p == 'n'; });
}

const Element* find(const std::vector<Element>& elements, std::string_view pattern, const Element& but_for) {
    for (const auto& element : elements)
        if (element.ai != but_for.ai && matches(pattern, element.ai)) return &element;
    return nullptr;
}

bool partnered(const std::vector<Element>& elements, const Element& element, std::string_view needs) {
    if (needs.empty()) return true;
    while (!needs.empty()) {
        auto group = next_piece(needs, ',');
        bool whole = true;
        while (!group.empty())
            whole = find(elements, next_piece(group, '+'), element) != nullptr && whole;
        if (whole) return true;
    }
    return false;
}

Finding remark(Lint lint, std::string_view ai, std::string_view part, Span where) {
    const auto general = [&](const char* code, const char* rule) {
        return syntax(code, {std::string(ai), std::string(part)}, rule, where);
    };
    switch (lint) {
    case Lint::csum: {
        const char expected = check_digit(part.substr(0, part.size() - 1));
        return syntax("CHECKDIGIT",
                      {std::string(part), std::string(1, part.back()), std::string(1, expected)},
                      "GS1 GenSpecs 7.9.1",
                      where);
    }
    case Lint::yymmd0:
    case Lint::yymmdd:
    case Lint::yyyymmdd: return general("SYNTAX_DATE", "GS1 GenSpecs 7.12");
    case Lint::hh:
    case Lint::hhmi:
    case Lint::mi:
    case Lint::ss: return general("SYNTAX_TIME", "GS1 GenSpecs 3.7");
    case Lint::iso3166:
    case Lint::iso3166999:
    case Lint::iso3166alpha2: return general("SYNTAX_COUNTRY", "ISO 3166-1");
    default: return general("SYNTAX_VALUE", "GS1 GenSpecs 3");
    }
}

struct Lengths {
    std::size_t least = 0, most = 0;
};

Lengths lengths_of(const ApplicationIdentifier& row) {
    Lengths lengths;
    for (const auto& part : row.parts) {
        lengths.least += part.optional ? 0 : part.least;
        lengths.most += part.most;
    }
    return lengths;
}

// Set 64 (General Specifications figure 7.11-3) may end in at most two '=', which fill the value up to a length that
// three divides. How many stand at the end of `text`?
constexpr std::size_t most_padding = 2;

std::size_t padding(std::string_view text) {
    return text.size() - (text.find_last_not_of('=') + 1);
}

// A digital signature (8030) signs one item, so these keys must carry their serial component, which is optional
// otherwise.
constexpr std::string_view keys_with_optional_serial[] = {"253", "255", "8003"};

bool has_serial(const Element& key) {
    return key.value.size() > lengths_of(*find_ai(key.ai)).least;
}

// The first key beside (8030) that lacks its serial component.
const Element* unserialised_signature(const std::vector<Element>& elements) {
    const bool is_signed =
        std::any_of(elements.begin(), elements.end(), [](const Element& element) { return element.ai == "8030"; });
    if (!is_signed) return nullptr;
    const auto found = std::find_if(elements.begin(), elements.end(), [](const Element& element) {
        const auto* end = std::end(keys_with_optional_serial);
        return std::find(std::begin(keys_with_optional_serial), end, element.ai) != end && !has_serial(element);
    });
    return found == elements.end() ? nullptr : &*found;
}

Finding wrong_length(std::string_view ai, Lengths allowed, std::size_t given, std::size_t at) {
    return syntax("SYNTAX_LENGTH",
                  {std::string(ai), std::to_string(given), std::to_string(allowed.least), std::to_string(allowed.most)},
                  "GS1 GenSpecs 3.2",
                  {at, given});
}

} // namespace

Finding syntax(std::string code, std::vector<std::string> facts, std::string rule, Span where) {
    return {Axis::syntax, std::move(code), Severity::invalid, std::move(facts), std::move(rule), where};
}

std::optional<Finding> lint_value(std::string_view ai, std::string_view value, std::size_t at) {
    const auto* row = find_ai(ai);
    ENSURE(row != nullptr);
    const auto allowed = lengths_of(*row);
    if (value.size() < allowed.least || value.size() > allowed.most) return wrong_length(ai, allowed, value.size(), at);
    std::size_t start = 0;
    for (const auto& part : row->parts) {
        const auto text = value.substr(start, part.most);
        if (part.most == 0 || (text.empty() && part.optional)) break;
        const auto padded = part.charset == Charset::base64url ? padding(text) : 0;
        if (padded > 0 && (padded > most_padding || text.size() % 3 != 0))
            return syntax("SYNTAX_VALUE",
                          {std::string(ai), std::string(text)},
                          "GS1 GenSpecs 7.11-3",
                          {at + start + text.size() - padded, padded});
        const auto written = text.substr(0, text.size() - padded);
        const auto stranger =
            std::find_if_not(written.begin(), written.end(), [&](char c) { return belongs(c, part.charset); });
        if (stranger != written.end()) {
            const auto place = start + static_cast<std::size_t>(stranger - written.begin());
            return syntax(
                "SYNTAX_CHARACTER", {std::string(ai), std::to_string(place + 1)}, "GS1 GenSpecs 7.11", {at + place, 1});
        }
        if (text.size() < part.least) return wrong_length(ai, allowed, value.size(), at);
        for (const auto lint : part.lints)
            if (const auto wrong = broken(lint, text))
                return remark(lint, ai, text, {at + start + wrong->start, wrong->length});
        start += text.size();
    }
    return {};
}

std::optional<Finding> lint_together(const std::vector<Element>& elements) {
    for (const auto& element : elements) {
        const auto* row = find_ai(element.ai);
        ENSURE(row != nullptr);
        if (!partnered(elements, element, row->needs))
            return syntax("SYNTAX_NEEDS", {element.ai, std::string(row->needs)}, "GS1 GenSpecs 4.13", {});
        for (auto excludes = row->excludes; !excludes.empty();)
            if (const auto* other = find(elements, next_piece(excludes, ','), element))
                return syntax("SYNTAX_EXCLUDES", {element.ai, other->ai}, "GS1 GenSpecs 4.14", {});
    }
    if (const auto* key = unserialised_signature(elements))
        return syntax("SYNTAX_NEEDS_SERIAL", {"8030", key->ai}, "GS1 GenSpecs 4.13", {});
    return {};
}

std::optional<Date> date_of(std::string_view yymmdd, int this_year) {
    if (yymmdd.size() != 6 || !is_only_digits(yymmdd)) return {};
    const auto two = [&](std::size_t at) { return (yymmdd[at] - '0') * 10 + (yymmdd[at + 1] - '0'); };
    const int ahead = two(0) - this_year % 100;
    const int century = this_year / 100 + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
    const int year = century * 100 + two(0);
    if (two(4) != 0) return Date::from(year, two(2), two(4));
    const auto first = Date::from(year, two(2), 1);
    return first ? std::optional(first->plus_months(1).plus_days(-1)) : std::nullopt;
}

} // namespace temsao::gs1
