#include "printers/address.h"

#include "base/pieces.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <charconv>
#include <memory>
#include <netdb.h>

namespace temsao::printers {
namespace {

constexpr std::size_t longest_host = 253; // RFC 1035 section 2.3.4

bool is_host_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '.' || c == '-' || c == ':';
}

Result<int> read_port(std::string_view text) {
    int port = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), port);
    const bool is_number = failed == std::errc{} && end == text.data() + text.size();
    if (!is_number || port < first_port || port > last_port)
        return error(Cause::usage, "printer.port", {std::string(text)});
    return port;
}

bool is_local(const in_addr& address) {
    const auto ip = ntohl(address.s_addr);
    const auto is_in = [&](std::uint32_t net, int bits) { return ip >> (32 - bits) == net >> (32 - bits); };
    return is_in(0x0A000000, 8) || is_in(0xAC100000, 12) || is_in(0xC0A80000, 16) || is_in(0xA9FE0000, 16) ||
           is_in(0x7F000000, 8);
}

bool is_local(const in6_addr& address) {
    const auto* bytes = address.s6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&address)) {
        in_addr four{};
        std::copy_n(bytes + 12, 4, reinterpret_cast<std::uint8_t*>(&four.s_addr));
        return is_local(four);
    }
    return IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_LINKLOCAL(&address) || (bytes[0] & 0xFE) == 0xFC;
}

} // namespace

std::string Address::text() const {
    if (is_device()) return device;
    return (host.find(':') == host.npos ? host : "[" + host + "]") + ":" + std::to_string(port);
}

Result<Address> parse_address(const std::string& text) {
    const auto refused = error(Cause::usage, "printer.address", {text});
    if (text.starts_with("/dev/")) {
        if (text.find("..") != text.npos || text.find('\0') != text.npos) return refused;
        return Address{{}, 0, text};
    }
    if (text.find('/') != text.npos) return refused; // an address of the web
    Address address{text, first_port, {}};
    const auto colons = std::count(text.begin(), text.end(), ':');
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == text.npos) return refused;
        address.host = text.substr(1, end - 1);
        if (const auto rest = text.substr(end + 1); !rest.empty()) {
            if (rest[0] != ':') return refused;
            address.port = TRY(read_port(rest.substr(1)));
        }
    } else if (colons == 1) {
        const auto colon = text.find(':');
        address.host = text.substr(0, colon);
        address.port = TRY(read_port(std::string_view(text).substr(colon + 1)));
    }
    const bool is_host = !address.host.empty() && address.host.size() <= longest_host && address.host[0] != '-' &&
                         std::all_of(address.host.begin(), address.host.end(), is_host_sign);
    return is_host ? Result<Address>(address) : refused;
}

Result<Address> resolve(const Address& address) {
    if (address.is_device()) return address;
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &hints, &found) != 0 || !found)
        return error(Cause::missing, "printer.not_found", {address.host});
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> all(found, freeaddrinfo);
    std::array<char, INET6_ADDRSTRLEN> shown{};
    std::string first;
    // Each of a name's addresses is local, or none is taken: the next question might be answered by another one.
    for (const auto* one = found; one; one = one->ai_next) {
        const bool is_six = one->ai_family == AF_INET6;
        if (!is_six && one->ai_family != AF_INET) continue;
        const auto* six = reinterpret_cast<const sockaddr_in6*>(one->ai_addr);
        const auto* four = reinterpret_cast<const sockaddr_in*>(one->ai_addr);
        const void* where = is_six ? static_cast<const void*>(&six->sin6_addr) : &four->sin_addr;
        inet_ntop(one->ai_family, where, shown.data(), shown.size());
        if (!(is_six ? is_local(six->sin6_addr) : is_local(four->sin_addr)))
            return error(Cause::refused, "printer.not_local", {address.host, shown.data()});
        if (first.empty()) first = shown.data();
    }
    if (first.empty()) return error(Cause::missing, "printer.not_found", {address.host});
    return Address{first, address.port, {}};
}

} // namespace temsao::printers
