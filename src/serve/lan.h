#pragma once
// `serve --lan`: the server in a house's own network, over TLS by an authority of its own, and the page that pairs a
// phone with it.
//
// A phone has to get the authority's certificate before it can trust anything here, so that page comes over plain HTTP,
// on a port of its own with nothing else behind it: no session, no cookie, no list. What comes this way may have been
// changed on the way; what settles it is the fingerprint, which stands on the terminal and not on the page, and which
// the person compares with what the phone shows.
#include "base/date.h"
#include "http/http.h"
#include "http/local_authority.h"

namespace temsao::serve {

inline constexpr std::uint16_t lan_port = 8443;

// The certificate for every local address of this machine, and for `address`, to listen on. In home/lan. Errors:
// serve.lan_public {address}, those of local_certificate.
Result<http::LocalCertificate>
lan_certificate(const std::filesystem::path& home, const std::string& address, std::int64_t now);

// Where to listen unless told: the address that others in the network know. Error serve.lan_none.
Result<std::string> lan_address();

// What is told when it listens: what was made, the code for the phone's camera, the fingerprint.
std::string lan_words(const http::LocalCertificate& certificate, const std::string& pairing_url, Lang lang);

// /lan, the certificate below it, and the style; all else is 404. `server_url` is where the phone goes afterwards.
http::HttpAnswer
lan_answer(const http::HttpRequest& request, const std::string& authority_bytes, const std::string& server_url);

} // namespace temsao::serve
