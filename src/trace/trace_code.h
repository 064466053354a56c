#pragma once
// TraceCode: what a label's QR code says about the goods, and its text. Two kinds, told apart by their path:
//
//   with a GTIN, a GS1 Digital Link that any till reads:
//     https://HOST/01/GTIN14[/10/LOT][/21/SERIAL][?17=YYMMDD][&11=YYMMDD]
//   without one, an internal product code on a path that no GS1 reader takes for a key:
//     https://HOST/sp/CODE[/lo/LOT][/sr/SERIAL][?hsd=YYMMDD][&nsx=YYMMDD]
//
// Pure; any thread.
#include "base/date.h"
#include "base/finding.h"
#include "gs1/element.h"
#include "gs1/gtin.h"

namespace temsao::trace {

struct TraceCode {
    std::string host;              // without scheme: "id.ocop.vn"
    std::optional<gs1::Gtin> gtin; // either this
    std::string internal_code;     // or this, [A-Z0-9-]{3,20}
    std::string lot, serial;       // GS1 character set 82, at most 20; empty when absent
    std::optional<Date> made, expires;
    std::optional<std::string> signature; // parameter s, not looked into here

    const std::string& key() const { return gtin ? gtin->digits() : internal_code; }
};

struct TraceReport {
    std::optional<TraceCode> code;      // nothing: no trace code of ours, and the first finding says why
    std::vector<gs1::Element> elements; // of a GS1 link, as they stand there
    std::vector<Finding> findings;
};

// Takes a text apart. Texts over 2,953 bytes are refused before work.
TraceReport parse(std::string_view text);

// The shortest right text. Errors (Cause::data): trace.lot_characters {lot, suggestion}, trace.lot_length {lot},
// trace.host {host}, trace.code {code}, trace.dates {made, expires}.
Result<std::string> make_uri(const TraceCode& code);

// Hosts that the programme or the State runs, and those the office named.
struct KnownHosts {
    std::vector<std::string> names;
};

// What the address itself gives away: HOST_SUSPICIOUS (plain http, user information, IP address, punycode, shortener),
// HOST_UNKNOWN. An unknown service is not fraud: it is a question.
std::vector<Finding> host_findings(std::string_view uri, const KnownHosts& known);

} // namespace temsao::trace
