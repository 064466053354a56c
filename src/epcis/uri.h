#pragma once
// The addresses by which EPCIS names lots, places and partners: GS1 Digital Links where there is a GTIN or a GLN (GS1
// Digital Link: URI Syntax 1.5), else addresses on our own host (trace/trace_code.h, lots/codes.h). One place makes
// them, one reads them. Pure; any thread.
#include "lots/event.h"

namespace temsao::epcis {

// https://id.gs1.org/01/09520000010003/10/NM-261124, or https://HOST/sp/CODE/lo/LOT.
std::string lot_uri(const lots::Lot& lot, std::string_view host);
// Also a Digital Link on any host, and urn:epc:class:lgtin (TDS 1.13, 6.3.9). Empty: no lot of goods.
std::optional<lots::Lot> lot_of(std::string_view uri);

// The address of the document with a lot's events: https://HOST/epcis/01/09520000010003/10/NM-261124, or
// https://HOST/epcis/sp/CODE/lo/LOT. A server answers there (serve/resolver.h).
std::string document_uri(const lots::Lot& lot, std::string_view host);

// https://id.gs1.org/414/GLN, or https://HOST/dd/CODE.
std::string place_uri(std::string_view code, std::string_view host);
// https://id.gs1.org/417/GLN, or https://HOST/dd/CODE.
std::string party_uri(std::string_view code, std::string_view host);
// Either of them, on any host; also urn:epc:id:sgln and pgln. Empty: no such address.
std::optional<std::string> code_of(std::string_view uri);

// EPCIS wants addresses for papers, people have numbers: "PX 12/2026" is https://HOST/px/PX%2012%2F2026. An address
// by RFC 3986 stays as it is.
std::string paper_uri(std::string_view paper, std::string_view host);
std::string paper_of(std::string_view uri, std::string_view host); // and back

// How an address of a lot or a GLN is hashed: as a Digital Link on id.gs1.org, without attributes. Any other text is
// returned as it is.
std::string canonical_uri(const std::string& text);

} // namespace temsao::epcis
