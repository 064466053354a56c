#pragma once
// The application identifiers that a trace code may meet, as data: format, role in a Digital Link, what they need and
// what they exclude. Constant, any thread.
#include <array>
#include <string_view>

namespace temsao::gs1 {

enum class Charset { digits, cset82, base64url };
enum class Lint { none, check_digit, date_or_month, date }; // date_or_month: day 00 is the whole month (yymmd0)
enum class LinkRole {
    key,       // names the thing: stands first in the path
    qualifier, // narrows it: in the path only
    attribute, // says more: in the query
    key_or_attribute,
    none, // may not stand in a Digital Link at all
};

// One part of a value; most have one, GDTI and the like have a fixed head and a free tail.
struct Part {
    Charset charset = Charset::digits;
    int least = 0, most = 0;
    Lint lint = Lint::none;
};

struct ApplicationIdentifier {
    std::string_view ai; // a final n stands for any digit: 310n
    std::string_view title;
    std::array<Part, 2> parts; // the second is unused where most == 0
    LinkRole role;
    std::string_view needs;    // one of these must stand beside it; "|" between choices, "+" within one
    std::string_view excludes; // none of these may
    std::string_view path;     // for a key: its qualifiers in their order; "|" between the sequences allowed
};

// The row of `ai` ("01", "3103"), or null when there is none.
const ApplicationIdentifier* find_ai(std::string_view ai);

} // namespace temsao::gs1
