#pragma once
// Local network: this machine's local addresses and its local name. Nothing is sent to find them. Any thread.
#include <string>
#include <vector>

namespace temsao::http {

// Of loopback, RFC 1918, RFC 3927 or RFC 4193: 127.0.0.1, 10.…, 172.16-31.…, 192.168.…, 169.254.…, ::1, fc00::/7.
bool is_local_address(const std::string& address);

// The addresses of every interface that is up, without loopback; first the one with the route to the internet, if it is
// local.
std::vector<std::string> local_addresses();

// "may-van-phong.local", as multicast DNS says it (RFC 6762): the first label of the machine's name.
std::string local_name();

} // namespace temsao::http
