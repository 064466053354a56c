#pragma once
// The application identifiers of GS1, all 541 of them, as data: format, role in a Digital Link, what they need and what
// they exclude. The table is made from GS1's own Syntax Dictionary by make_ai_table.py; nothing in it is typed by hand.
// Constant; any thread.
#include <array>
#include <cstdint>
#include <string_view>

namespace temsao::gs1 {

enum class Charset : std::uint8_t {
    digits,
    cset82,    // GS1 General Specifications figure 7.11-1: no space, nothing beyond ASCII
    cset39,    // figure 7.11-2: # - / 0-9 A-Z
    base64url, // figure 7.11-3
};

// Further checks of a part, by the dictionary's names. Not checked, because we have no list for them: packagetype,
// couponcode, couponposoffer, and whether a company prefix is licensed.
enum class Lint : std::uint8_t {
    none,
    csum,      // ends in the mod-10 check digit
    csumalpha, // ends in a pair of check characters
    gcppos1,   // starts with a company prefix of at least four digits
    hasnondigit,
    hh,
    hhmi,
    hyphen,
    iban,
    importeridx,
    iso3166,
    iso3166999,
    iso3166alpha2,
    iso4217,
    iso5218,
    latitude,
    longitude,
    mediatype,
    mi,
    nonzero,
    nozeroprefix,
    pcenc,
    pieceoftotal,
    posinseqslash,
    ss,
    winding,
    yesno,
    yymmd0, // a date; day 00 means the whole month
    yymmdd,
    yyyymmdd,
    zero,
};

// One part of a value. Only the last may vary in length; parts in brackets are optional.
struct Part {
    Charset charset = Charset::digits;
    std::uint8_t least = 0, most = 0; // most == 0: no such part
    bool optional = false;
    std::array<Lint, 3> lints = {};
};

struct ApplicationIdentifier {
    std::string_view first, last; // a row may stand for a run: 3100 to 3105
    bool fnc1;                    // in an element string a separator follows it, unless it is the last
    bool query;                   // may stand in the query of a Digital Link
    bool key;                     // may be the primary key of a Digital Link
    std::string_view title;
    std::array<Part, 5> parts;
    std::string_view needs;    // "01+21,8006": one of these groups must be present too; n is any digit: 31nn
    std::string_view excludes; // "255,37": none of these may be present
    std::string_view path;     // of a key, its qualifiers in their order: "22,10,21|235" has two sequences
};

// The row of `ai` ("01", "3103"), or null when GS1 has none.
const ApplicationIdentifier* find_ai(std::string_view ai);

// The row whose identifier `text` begins with, and the number of its digits: for element strings. No identifier is a
// prefix of another.
struct AiPrefix {
    const ApplicationIdentifier* row = nullptr;
    std::size_t length = 0;
};

AiPrefix find_ai_prefix(std::string_view text);

// Every row, in the order of their identifiers; for tests and for help.
struct AiRows {
    const ApplicationIdentifier* first;
    const ApplicationIdentifier* past_last;

    const ApplicationIdentifier* begin() const { return first; }

    const ApplicationIdentifier* end() const { return past_last; }
};

AiRows all_ais();

} // namespace temsao::gs1
