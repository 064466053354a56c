#pragma once
// Head rules: what RFC 9110 and 9112 ask of the head of a request beyond its form, so that nobody between a client and
// us can read another request out of the same bytes. Pure; any thread.
#include <string_view>
#include <utility>
#include <vector>

namespace temsao::http {

using HeadFields = std::vector<std::pair<std::string_view, std::string_view>>; // name, in any case, and value

// 0: no fault. 400: no Host, several, an invalid one (RFC 9112 3.2), Content-Length beside Transfer-Encoding (6.3), a
// Transfer-Encoding in HTTP/1.0 (6.1). 501: a Transfer-Encoding other than chunked (6.1). `minor` of HTTP/1.minor.
int fault_of_head(const HeadFields& fields, int minor);

// A target in the form that clients send to proxies, "http://host/path?query" (RFC 9112 3.2.2), without scheme and
// host; others as they are.
std::string_view target_on_this_host(std::string_view target);

} // namespace temsao::http
