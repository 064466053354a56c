#pragma once
// text -> where a printer listens: a place in the local network, or a device of this machine. Label printers take their
// commands as plain bytes on TCP ports 9100 to 9103; a printer on USB is a device file such as /dev/usb/lp0; printers
// that speak IPP, and the print queues of cupsd, have an ipp: or ipps: URI (RFC 3510, RFC 7472) and port 631.
// Pure but for resolve(); any thread.
#include "base/result.h"

namespace temsao::printers {

struct Address {
    std::string host;       // a name or an IP address; empty: a device
    int port = 0;           // 9100..9103; of IPP 631
    std::string device{};   // "/dev/usb/lp0"
    std::string ipp_path{}; // "/ipp/print"; empty: it does not speak IPP
    bool has_tls = false;   // ipps:

    std::string text() const; // as parse_address reads it

    bool is_device() const { return !device.empty(); }

    bool is_ipp() const { return !ipp_path.empty(); }

    bool operator==(const Address&) const = default;
};

inline constexpr int first_port = 9100, last_port = 9103, ipp_port = 631;

// "192.168.1.40", "192.168.1.40:9101", "[fd00::7]:9100", "may-in.local", "/dev/usb/lp0", "ipp://192.168.1.50",
// "ipps://may-in.local/ipp/print". An IPP address without a path has that of IPP Everywhere printers, /ipp/print
// (PWG 5100.14).
// Errors (Cause::usage): printer.address {text}, printer.port {port}, printer.ipp_port {port}.
Result<Address> parse_address(const std::string& text);

// The same with the IP address in place of a name, which then stays the same for good. Only addresses of the local
// network are taken (RFC 1918, RFC 3927, RFC 4193, RFC 4291 section 2.5.3 and 2.5.6): what is printed never leaves the
// house, and nobody reaches other machines through this one. Asks the system's resolver, which may take seconds.
// Errors: printer.not_found {host} (Cause::missing), printer.not_local {host, IP address} (Cause::refused).
Result<Address> resolve(const Address& address);

} // namespace temsao::printers
