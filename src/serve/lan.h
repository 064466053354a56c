#pragma once
// `serve --lan`: the server in a local network, over TLS with its own certificate authority, and the page that pairs a
// phone with it.
//
// A phone needs the authority's certificate before it can trust this server, so that page is served over plain HTTP, on
// a separate port with nothing else: no session, no cookie, no list. It may be changed on the way. What protects people
// is the fingerprint: the terminal shows it, never the page, and they compare it with the phone's.
//
// Any thread, but for lan_certificate, which other processes may call at once as well (http/local_authority.h).
#include "base/date.h"
#include "http/http.h"
#include "http/local_authority.h"

namespace temsao::serve {

inline constexpr std::uint16_t lan_port = 8443;

// The certificate, in home/lan, for every local address of this machine and for `address`, which is listened on.
// Errors: serve.lan_public {address}, those of local_certificate.
Result<http::LocalCertificate>
lan_certificate(const std::filesystem::path& home, const std::string& address, std::int64_t now);

// The default address to listen on: the one that others in the network know. Error serve.lan_none.
Result<std::string> lan_address();

// The text shown once it listens: what was made, the code for the phone's camera, the fingerprint.
std::string lan_words(const http::LocalCertificate& certificate, const std::string& pairing_url, Lang lang);

// /lan, the certificate below it, and the style; all else is 404. `server_url` is the address that the phone opens
// afterwards.
http::HttpAnswer
lan_answer(const http::HttpRequest& request, const std::string& authority_bytes, const std::string& server_url);

} // namespace temsao::serve
