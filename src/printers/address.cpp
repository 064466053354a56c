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
constexpr std::size_t longest_path = 200;
constexpr auto usual_path = "/ipp/print";

bool is_host_sign(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '.' || c == '-' || c == ':';
}

Result<int> read_port(std::string_view text, bool is_ipp) {
    int port = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), port);
    const bool is_number = failed == std::errc{} && end == text.data() + text.size();
    if (is_ipp && is_number && port == ipp_port) return port;
    if (is_ipp) return error(Cause::usage, "printer.ipp_port", {std::string(text)});
    if (!is_number || port < first_port || port > last_port)
        return error(Cause::usage, "printer.port", {std::string(text)});
    return port;
}

// Signs that mean nothing to HTTP or a URI but themselves.
bool is_path(std::string_view path) {
    const auto is_sign = [](char c) {
        return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '/' || c == '.' || c == '_' || c == '-';
    };
    return path.size() <= longest_path && path.find("..") == path.npos &&
           std::all_of(path.begin(), path.end(), is_sign);
}

// Host and port, as they stand in front of a path. Errors as parse_address; `whole` is what was typed.
Result<Address> read_place(std::string_view text, const std::string& whole, bool is_ipp) {
    const auto refused = error(Cause::usage, "printer.address", {whole});
    Address address{std::string(text), is_ipp ? ipp_port : first_port};
    const auto colons = std::count(text.begin(), text.end(), ':');
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == text.npos) return refused;
        address.host = text.substr(1, end - 1);
        if (const auto rest = text.substr(end + 1); !rest.empty()) {
            if (rest[0] != ':') return refused;
            address.port = TRY(read_port(rest.substr(1), is_ipp));
        }
    } else if (colons == 1) {
        const auto colon = text.find(':');
        address.host = text.substr(0, colon);
        address.port = TRY(read_port(text.substr(colon + 1), is_ipp));
    }
    const bool is_host = !address.host.empty() && address.host.size() <= longest_host && address.host[0] != '-' &&
                         std::all_of(address.host.begin(), address.host.end(), is_host_sign);
    return is_host ? Result<Address>(address) : refused;
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
    const auto place = (host.find(':') == host.npos ? host : "[" + host + "]") + ":" + std::to_string(port);
    return is_ipp() ? (has_tls ? "ipps://" : "ipp://") + place + ipp_path : place;
}

Result<Address> parse_address(const std::string& text) {
    const auto refused = error(Cause::usage, "printer.address", {text});
    if (text.starts_with("/dev/")) {
        if (text.find("..") != text.npos || text.find('\0') != text.npos) return refused;
        return Address{{}, 0, text};
    }
    std::string_view rest = text;
    for (const std::string_view scheme : {"ipp://", "ipps://"}) {
        if (!rest.starts_with(scheme)) continue;
        rest.remove_prefix(scheme.size());
        const auto place = rest.substr(0, rest.find('/'));
        const auto path = rest.substr(place.size());
        auto address = TRY(read_place(place, text, true));
        if (!is_path(path)) return refused;
        address.ipp_path = path.size() > 1 ? path : usual_path;
        address.has_tls = scheme == "ipps://";
        return address;
    }
    if (text.find('/') != text.npos) return refused; // an address of the web
    return read_place(text, text, false);
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
    auto pinned = address;
    pinned.host = first;
    return pinned;
}

} // namespace temsao::printers
