#pragma once
// GS1 Digital Link URI <-> elements, uncompressed form (GS1 Digital Link: URI Syntax 1.6; ISO/IEC 18975). Parsing is as
// strict as GS1's own engine: what we let through, every till reads; each failure names the rule and the place.
//
//     https://id.example.vn/01/09521234543213/10/L261124?17=270124
//             host          path: key, then its qualifiers  query: attributes; keys that are no digits are not ours
//
// Pure; any thread.
#include "gs1/element.h"

namespace temsao::gs1 {

inline constexpr std::size_t longest_link = 2953; // bytes: what the largest symbol holds

struct DigitalLink {
    std::string host;                // as written, with the port if any
    std::vector<Element> path;       // the key first
    std::vector<Element> attributes; // of the query, in their order
    std::vector<Element> strangers;  // query parameters that are no application identifiers, such as s=
};

struct LinkReport {
    std::optional<DigitalLink> link; // nothing when a rule is broken
    std::vector<Finding> findings;   // the first rule that is broken, then nothing more
};

struct LinkRules {
    bool unpadded_gtin = false; // take GTINs of 8, 12, 13 digits too, with a remark
};

LinkReport parse_link(std::string_view text, LinkRules rules = {});

// The shortest right form: https, host in lower case, path, attributes in the order given, only what must be escaped
// escaped. The elements have been linted (lint_value, lint_together): ENSURE.
std::string make_link(const DigitalLink& link);

// The AI values' escapes: everything but A-Z a-z 0-9 - . _ ~ as %XX, upper case.
std::string percent_encode(std::string_view value);

} // namespace temsao::gs1
