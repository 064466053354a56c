#pragma once
// GS1 element strings <-> elements, in both their forms:
//   as people write them   (01)09521234543213(10)L261124      an opening bracket inside a value is written \(
//   as symbols carry them  ]Q3010952123454321310L261124<GS>…  the symbology identifier (]C1 ]d2 ]e0 ]J1 ]Q3) or a first
//                          FNC1 may be there or not; <GS> (0x1D) ends a value whose length is not fixed
// A number of 8, 12 or 13 digits with a correct check digit is the content of an EAN bar code, not an element string,
// unless FNC1 or a symbology identifier says so; after ]E0 or ]E4 it is read as its GTIN. Pure; any thread.
#include "gs1/element.h"

namespace temsao::gs1 {

struct ElementReport {
    std::optional<std::vector<Element>> elements; // empty when a rule is broken
    std::vector<Finding> findings;                // the first rule that is broken, with its place
};

// Texts over 2,953 bytes are refused before any work (SYNTAX_TOO_LONG). Codes: SYNTAX_ELEMENT_STRING {place} where no
// identifier can be read, SYNTAX_BARE_GTIN {digits, GTIN-14} for such a bare number, SYNTAX_UNKNOWN_AI {text},
// SYNTAX_EMPTY_VALUE {ai}, SYNTAX_DUPLICATE_AI {ai} for one that occurs twice with different values (equal ones are
// kept once), and those of gs1/element.h.
ElementReport parse_elements(std::string_view text);

std::string make_bracketed(const std::vector<Element>& elements);
std::string make_raw(const std::vector<Element>& elements); // without symbology identifier

} // namespace temsao::gs1
