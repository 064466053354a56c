#pragma once
// Client: who sends, as far as limits are concerned. Pure; any thread.
#include <string>

namespace temsao::http {

// "192.0.2.7" is a client of its own. Of an IPv6 address the first 64 bits count, "2001:db8:0:1::/64", since one
// client has all addresses of such a network. A text that is not an address is a client of its own.
std::string client_of(const std::string& address);

} // namespace temsao::http
