#include "http/client.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>

namespace temsao::http {

std::string client_of(const std::string& address) {
    std::array<unsigned char, 16> bytes{};
    const auto plain = address.substr(0, address.find('%')); // without the interface: fe80::1%eth0
    if (inet_pton(AF_INET6, plain.c_str(), bytes.data()) != 1) return address;
    std::array<char, INET6_ADDRSTRLEN> text{};
    constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}; // ::ffff:192.0.2.7
    if (std::equal(mapped.begin(), mapped.end(), bytes.begin()))
        return inet_ntop(AF_INET, bytes.data() + mapped.size(), text.data(), text.size());
    std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
    return std::string(inet_ntop(AF_INET6, bytes.data(), text.data(), text.size())) + "/64";
}

} // namespace temsao::http
