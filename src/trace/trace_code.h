#pragma once
// TraceCode: what a label's QR code says about the goods, and its text. Two kinds, told apart by their path:
//
//   with a GTIN, a GS1 Digital Link that any checkout reads:
//     https://HOST/01/GTIN14[/10/LOT][/21/SERIAL][?17=YYMMDD][&11=YYMMDD][&s=SIGNATURE]
//   without one, an internal product code on a path that no GS1 reader takes for a key, since sp, lo and sr are not
//   application identifiers (sản phẩm, lô, sê-ri; hạn sử dụng, ngày sản xuất):
//     https://HOST/sp/CODE[/lo/LOT][/sr/SERIAL][?hsd=YYMMDD][&nsx=YYMMDD][&s=SIGNATURE]
//
// Expiry comes before production: shops need it more often, and most codes have only this date. Pure; any thread.
#include "base/date.h"
#include "base/finding.h"
#include "gs1/element.h"
#include "gs1/gtin.h"

namespace temsao::trace {

// A day by which the goods should be gone, other than the expiry date: AI 15 best before, 16 sell by, 7003 the expiry
// date with its time of day, which is left out here.
struct OtherEnd {
    std::string ai;
    Date day;
    friend bool operator==(const OtherEnd&, const OtherEnd&) = default;
};

struct TraceCode {
    std::string host;                      // without scheme: "id.ocop.vn"
    std::optional<gs1::Gtin> gtin;         // either this
    std::string internal_code;             // or this, [A-Z0-9-]{3,20}
    std::string lot, serial;               // GS1 character set 82, at most 20; empty when absent
    std::optional<Date> made, expires;     // AI 11 and 17
    std::vector<OtherEnd> other_ends = {}; // in the order of the text; make_uri does not write them
    std::optional<std::string> signature;  // parameter s, not read here (trace/signed_code.h)

    const std::string& key() const { return gtin ? gtin->digits() : internal_code; }

    friend bool operator==(const TraceCode&, const TraceCode&) = default;
};

struct TraceReport {
    std::optional<TraceCode> code;      // empty: not one of our trace codes; the last finding says why
    std::vector<gs1::Element> elements; // of a GS1 link, as written; also when it is not about goods
    std::vector<Finding> findings;
    bool is_unpadded = false; // its GTIN was written with fewer than 14 digits
};

// Parses a text. Texts over 2,953 bytes are refused before any work. A GTIN written with fewer than 14 digits passes
// with SYNTAX_UNPADDED_GTIN. Findings beside those of gs1/digital_link.h:
//   SYNTAX_NOT_GOODS {ai}       (check) a correct link whose key is not a GTIN
//   SYNTAX_INTERNAL {part}      a broken /sp/ path
//   SYNTAX_DATES {made, end}    expiry, best before or sell by not after production
//   TRACE_TOO_THIN              neither lot nor serial
TraceReport parse(std::string_view text);

// A scanner may put the symbology identifier before the text (ISO/IEC 15424: ]Q1 QR code, ]d1 Data Matrix, ]J0
// DotCode). Returns the link after it; any other text is returned as it is.
std::string_view without_symbology(std::string_view text);

bool is_internal_code(std::string_view text); // 3 to 20 of A-Z, 0-9 and the hyphen

// Does the path of this address contain a segment 01 or sp, as every trace code does? The query is ignored.
bool has_code_path(std::string_view uri);

// How scheme, host and our own path words are written. Upper case makes smaller symbols, but some phones do not open
// such addresses.
enum class Letters { lower, upper };

// The shortest correct text; parse() gives the same code back (the host in lower case). Errors (Cause::data):
// trace.lot_characters {lot, suggestion}, trace.lot_length {lot, limit}, trace.host {host}, trace.code {code},
// trace.dates {made, expires}.
Result<std::string> make_uri(const TraceCode& code, Letters letters = Letters::lower);

// Hosts whose trace codes are ours: the one that labels are printed with, and those that the office named.
struct KnownHosts {
    std::vector<std::string> names;
};

// Is the address on one of these hosts, or on a subdomain? User name, port and the case of letters are ignored. False
// for a text that is not an http or https address.
bool is_on_known_host(std::string_view uri, const KnownHosts& known);

// The same address without "user@" before its host; the text itself when it has none.
std::string without_user(std::string_view uri);

// The same address with its host as ascii_host writes it; the text itself where the host is ASCII already.
std::string with_ascii_host(std::string_view uri);

// The same address without the one slash at the end of its path, as resolvers take it (GS1-Conformant Resolver 1.2.1,
// 2.13); the text itself when there is none, or more than one.
std::string without_end_slash(std::string_view uri);

// What the address itself shows, with its place in `uri`: HOST_SUSPICIOUS {host, what}, with one of the rules
// HOST-HTTP, HOST-USER, HOST-PORT (none, or not 443), HOST-IP, HOST-IDN, HOST-SHORT, HOST-LOOKALIKE; else HOST_UNKNOWN
// {host} when neither we nor the office know the host. All are `check`: an unknown service is not fraud, it is a
// question. Hosts are shown in ASCII. Empty for a text without "://". Takes any text, not only one that parses.
std::vector<Finding> host_findings(std::string_view uri, const KnownHosts& known);

// The host as sent over the network: lower case, letters beyond ASCII as xn-- (RFC 3492). For showing.
std::string ascii_host(std::string_view host);

} // namespace temsao::trace
