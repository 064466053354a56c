#include "http/local_network.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <ifaddrs.h>
#include <memory>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace temsao::http {
namespace {

std::string text_of(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address->sa_family == AF_INET)
        ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
    if (address->sa_family == AF_INET6)
        ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size());
    return text.data();
}

// Where packets to the outside would leave from. Connecting a datagram socket only looks at the table of routes.
std::string outward_address() {
    const int line = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (line < 0) return {};
    sockaddr_in outside{};
    outside.sin_family = AF_INET;
    outside.sin_port = htons(9);
    ::inet_pton(AF_INET, "192.0.2.1", &outside.sin_addr); // assigned to nobody (RFC 5737)
    sockaddr_in own{};
    socklen_t size = sizeof own;
    const bool found = ::connect(line, reinterpret_cast<const sockaddr*>(&outside), sizeof outside) == 0 &&
                       ::getsockname(line, reinterpret_cast<sockaddr*>(&own), &size) == 0;
    ::close(line);
    return found ? text_of(reinterpret_cast<const sockaddr*>(&own)) : "";
}

} // namespace

bool is_local_address(const std::string& address) {
    in6_addr six{};
    if (::inet_pton(AF_INET6, address.c_str(), &six) == 1)
        return IN6_IS_ADDR_LOOPBACK(&six) || (six.s6_addr[0] & 0xfe) == 0xfc;
    in_addr four{};
    if (::inet_pton(AF_INET, address.c_str(), &four) != 1) return false;
    const auto bits = ntohl(four.s_addr);
    return bits >> 24 == 127 || bits >> 24 == 10 || bits >> 20 == (172 << 4 | 1) || bits >> 16 == (192 << 8 | 168) ||
           bits >> 16 == (169 << 8 | 254);
}

std::vector<std::string> local_addresses() {
    std::vector<std::string> found;
    ifaddrs* first = nullptr;
    if (::getifaddrs(&first) != 0) return found;
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> all(first, &::freeifaddrs);
    for (const auto* one = first; one; one = one->ifa_next)
        if (one->ifa_addr && (one->ifa_flags & IFF_UP) != 0 && (one->ifa_flags & IFF_LOOPBACK) == 0)
            if (auto text = text_of(one->ifa_addr); is_local_address(text)) found.push_back(std::move(text));
    const auto outward = outward_address();
    std::stable_partition(found.begin(), found.end(), [&](const auto& address) { return address == outward; });
    return found;
}

std::string local_name() {
    std::array<char, 256> name{};
    if (::gethostname(name.data(), name.size() - 1) != 0) return "localhost";
    std::string label;
    for (const char* c = name.data(); *c && *c != '.' && label.size() < 63; ++c) {
        const bool is_upper = *c >= 'A' && *c <= 'Z';
        const bool is_plain = (*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || *c == '-';
        if (is_upper || is_plain) label += is_upper ? static_cast<char>(*c + 32) : *c;
    }
    return label.empty() ? "localhost" : label + ".local";
}

} // namespace temsao::http
