#pragma once
// GS1 Digital Link URI <-> elements, uncompressed form (GS1 Digital Link: URI Syntax 1.6; ISO/IEC 18975). Parsing is as
// strict as GS1's own engine: every checkout reads what passes here. The first rule that a text breaks is named, with
// the place, so that a page can underline it.
//
//     https://id.example.vn/shop/01/09521234543213/10/L261124?17=270124&s=…
//             host          stem path: a key, its qualifiers   query: attributes; other keys are strangers
//
// Rules, as Finding::rule names them:
//   GS1-DL-1   scheme https:// HTTPS:// http:// HTTP://, no mixture       SYNTAX_SCHEME
//   GS1-DL-2   only characters of a URI; at most 2,953 bytes              SYNTAX_URI_CHARACTER, SYNTAX_TOO_LONG
//   GS1-DL-3   a host without user information, then a path               SYNTAX_HOST, SYNTAX_NO_PATH
//   GS1-DL-4   what follows # is ignored
//   GS1-DL-5   the path ends in pairs that lead back to a primary key     SYNTAX_NO_KEY, SYNTAX_UNKNOWN_AI
//   GS1-DL-6   no slash at the end, no empty value                        SYNTAX_TRAILING_SLASH, SYNTAX_EMPTY_VALUE
//   GS1-DL-7   qualifiers in one of the key's sequences, in its order     SYNTAX_PATH_ORDER
//   GS1-DL-8   query keys of digits are identifiers, with a value         SYNTAX_UNKNOWN_AI, SYNTAX_EMPTY_VALUE
//   GS1-DL-9   only identifiers made for it stand in the query            SYNTAX_NOT_ATTRIBUTE
//   GS1-DL-10  what could stand in the path does                          SYNTAX_IN_PATH
//   GS1-DL-11  no identifier twice, even with equal values                SYNTAX_DUPLICATE_AI
//   GS1-DL-12  %XX decoded, + a space in the query only, no %00           SYNTAX_NUL
//   GS1-DL-13  each value and all together as the table wants them        codes of gs1/element.h
//   GS1-DL-14  how we write them: make_link, canonical_link
// A GTIN of 8, 12 or 13 digits in the path is against the standard; on demand it passes with SYNTAX_UNPADDED_GTIN.
//
// Pure; any thread.
#include "gs1/element.h"

namespace temsao::gs1 {

inline constexpr std::size_t longest_link = 2953; // bytes: what the largest symbol holds

struct DigitalLink {
    std::string host;                // as written, with the port if any
    std::string stem;                // what the path has before the key, as written: "/shop", mostly empty
    std::vector<Element> path;       // the key first
    std::vector<Element> attributes; // of the query, in their order
    std::vector<Element> strangers;  // query parameters that are not application identifiers (s=), names as written
    friend bool operator==(const DigitalLink&, const DigitalLink&) = default;
};

struct LinkReport {
    std::optional<DigitalLink> link; // empty when a rule is broken
    std::vector<Finding> findings;   // the first broken rule only
    bool is_unpadded = false;        // a GTIN of fewer than 14 digits was taken (LinkRules)
};

struct LinkRules {
    bool unpadded_gtin = false; // also take GTINs of 8, 12, 13 digits, with a remark
};

LinkReport parse_link(std::string_view text, LinkRules rules = {});

// Puts elements in any order (from an element string, say) into their places: key and qualifiers in the path, the rest
// in the query, those of fixed length first. The same findings as parsing, without positions.
LinkReport arrange_link(std::string host, const std::vector<Element>& elements);

// The text of a link that was parsed or arranged: https, path, then attributes and strangers in the given order; only
// characters that need it are escaped. Parsing it gives the same link. A link without a path is our mistake (ENSURE).
std::string make_link(const DigitalLink& link);

// GS1's canonical form: host id.gs1.org, no stem, no strangers, attributes of fixed length first.
std::string canonical_link(const DigitalLink& link);

} // namespace temsao::gs1
