#include "base/pieces.h"
#include "base/text.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <numeric>

namespace temsao::trace {
namespace {

// Trace portals of the State and the larger private services (domain facts 3.4, state of 2026-09). An office adds its
// own.
constexpr std::string_view portals[] = {
    // host                       who runs it
    "truyxuatnguongoc.gov.vn", // Ministry of Science and Technology: national portal, since 10/2024
    "elabel.gov.vn",           // national electronic labels
    "verigoods.vn",            // Ministry of Industry and Trade, since 23/12/2025
    "checkvn.mae.gov.vn",      // Ministry of Agriculture and Environment, since 26/12/2025
    "id.gs1.org",              // GS1's resolver
    "icheck.vn",               // iCheck
    "icheck.com.vn",           //
    "vnptcheck.vn",            // VNPT Check
    "itrace247.com",           // iTrace247
    "te-food.com",             // TE-FOOD
    "checkee.vn",              // Checkee
    "vlabel.vn",               // Vlabel
};

// Services that hide where an address leads; general knowledge, hence a question only.
constexpr std::string_view shorteners[] = {
    "bit.ly",
    "tinyurl.com",
    "t.co",
    "goo.gl",
    "is.gd",
    "cutt.ly",
    "rebrand.ly",
    "ow.ly",
    "t.ly",
    "s.id",
    "rb.gy",
    "shorturl.at",
    "v.gd",
    "buff.ly",
    "qrco.de",
    "l.ead.me",
    "linktr.ee",
};

// The host itself or a name under it.
template <class Names>
bool under(std::string_view host, const Names& names) {
    return std::any_of(std::begin(names), std::end(names), [&](std::string_view name) {
        return host == name ||
               (host.size() > name.size() && host.ends_with(name) && host[host.size() - name.size() - 1] == '.');
    });
}

std::string without_dots(std::string_view host) {
    std::string text(host);
    std::erase_if(text, [](char c) { return c == '.' || c == '-'; });
    return text;
}

// One letter added, lost, changed, or two neighbours swapped.
bool one_slip_apart(std::string_view a, std::string_view b) {
    if (a.size() < b.size()) std::swap(a, b);
    if (a.size() - b.size() > 1) return false;
    const auto same = static_cast<std::size_t>(std::mismatch(b.begin(), b.end(), a.begin()).first - b.begin());
    const auto rest_a = a.substr(same), rest_b = b.substr(same);
    if (a.size() != b.size()) return rest_a.substr(1) == rest_b;
    if (rest_a.empty() || rest_a.substr(1) == rest_b.substr(1)) return !rest_a.empty();
    return rest_a.size() >= 2 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
           rest_a.substr(2) == rest_b.substr(2);
}

// Two hosts whose letters look alike have the same skeleton: id.0cop.vn and id.ocop.vn, vernorn.vn and vemom.vn. The
// idea, and 0, 1, rn, vv, are of Unicode's UTS #39; the other digits are those that people read for letters. Its large
// table is not needed here: a host with letters beyond ASCII is suspicious by itself (HOST-IDN).
std::string skeleton(std::string_view host) {
    constexpr std::string_view digits = "0134578", letters = "oieastb";
    std::string text;
    for (const char c : without_dots(host)) {
        const auto digit = digits.find(c);
        text += c == 'l' ? 'i' : digit == digits.npos ? c : letters[digit];
    }
    for (const auto& [two, one] : {std::pair("rn", "m"), std::pair("vv", "w")})
        for (auto at = text.find(two); at != text.npos; at = text.find(two, at + 1))
            text.replace(at, 2, one);
    return text;
}

// The name that is registered, as a rule: ocop.vn of id.ocop.vn.
std::string_view last_two_labels(std::string_view host) {
    const auto last = host.rfind('.');
    const auto before = last == host.npos || last == 0 ? host.npos : host.rfind('.', last - 1);
    return before == host.npos ? host : host.substr(before + 1);
}

// truyxuatnguongoc.gov.vn.example.com, truyxuatnguongoc-gov.vn, verig0ods.vn, id.0cop.vn: none is the one it looks
// like. Names under one registered name, such as hn.ocop.vn and ht.ocop.vn, are given by one owner and may be alike.
bool looks_like(std::string_view host, std::string_view other) {
    const auto bare = skeleton(host), name = skeleton(other);
    if (name.size() < 8) return false;
    if (bare.find(name) != bare.npos) return true;
    return last_two_labels(host) != last_two_labels(other) && one_slip_apart(bare, name);
}

std::string_view looks_like_one_of(std::string_view host, const KnownHosts& known) {
    for (const auto& name : known.names)
        if (looks_like(host, name)) return name;
    for (const auto portal : portals)
        if (looks_like(host, portal)) return portal;
    return {};
}

bool is_address(std::string_view host) {
    return host.starts_with('[') || host.starts_with("0x") ||
           (!host.empty() && host.find_first_not_of("0123456789.") == host.npos);
}

// The scalar values of a label; U+FFFD for what is not UTF-8.
std::vector<std::uint32_t> code_points(std::string_view label) {
    std::vector<std::uint32_t> points;
    const auto valid = is_utf8(label);
    for (std::size_t i = 0; i < label.size();) {
        const auto lead = static_cast<unsigned char>(label[i]);
        const std::size_t length = lead < 0x80 || !valid ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        std::uint32_t point = lead < 0x80 ? lead : !valid ? 0xfffd : lead & (0xffU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            point = point << 6 | (static_cast<unsigned char>(label[i + k]) & 0x3f);
        points.push_back(point);
        i += length;
    }
    return points;
}

// RFC 3492, 6.1 and 6.3.
std::string punycode(const std::vector<std::uint32_t>& points) {
    constexpr std::uint32_t base = 36, least = 1, most = 26, skew = 38, damp = 700;
    std::string text;
    for (const auto point : points)
        if (point < 0x80) text += static_cast<char>(point);
    const auto basic = static_cast<std::uint32_t>(text.size());
    if (basic > 0) text += '-';
    std::uint32_t next = 0x80, bias = 72, handled = basic;
    std::uint64_t delta = 0;
    while (handled < points.size()) {
        std::uint32_t smallest = 0x10ffff;
        for (const auto point : points)
            if (point >= next) smallest = std::min(smallest, point);
        delta += static_cast<std::uint64_t>(smallest - next) * (handled + 1);
        next = smallest;
        for (const auto point : points) {
            if (point < next) ++delta;
            if (point != next) continue;
            auto rest = delta;
            for (std::uint32_t k = base;; k += base) {
                const std::uint32_t threshold = k <= bias ? least : std::min(k - bias, most);
                const auto digit = rest < threshold ? rest : threshold + (rest - threshold) % (base - threshold);
                text += static_cast<char>(digit < 26 ? 'a' + digit : '0' + (digit - 26));
                if (rest < threshold) break;
                rest = (rest - threshold) / (base - threshold);
            }
            delta = handled == basic ? delta / damp : delta / 2;
            delta += delta / (handled + 1);
            std::uint32_t k = 0;
            for (; delta > (base - least) * most / 2; k += base)
                delta /= base - least;
            bias = k + static_cast<std::uint32_t>((base - least + 1) * delta / (delta + skew));
            delta = 0;
            ++handled;
        }
        ++delta;
        ++next;
    }
    return text;
}

constexpr std::size_t longest_host = 253; // RFC 1035, 2.3.4, as text
constexpr std::size_t most_shown = 80;

// An address in the pieces that matter here (RFC 3986, 3.2), as they stand in its text.
struct Address {
    std::string_view scheme; // with ://
    std::string_view user;   // with @; mostly empty
    std::string_view name;   // the host without its port, cut at what a host may be long
    std::string_view port;   // with its colon; mostly empty
    std::string_view rest;   // from the slash, ? or # behind the host
};

std::optional<Address> take_apart(std::string_view uri) {
    const auto scheme_end = uri.find("://");
    if (scheme_end == uri.npos) return {};
    Address address{.scheme = uri.substr(0, scheme_end + 3), .user = {}, .name = {}, .port = {}, .rest = {}};
    const auto behind = uri.substr(address.scheme.size());
    const auto authority = behind.substr(0, behind.find_first_of("/?#\\")); // browsers take \ for /
    address.user = authority.substr(0, authority.rfind('@') + 1);
    address.name = authority.substr(address.user.size());
    const auto brackets = address.name.starts_with('[') ? address.name.find(']') : 0;
    if (const auto colon = address.name.find(':', std::min(brackets, address.name.size())); colon != uri.npos) {
        address.port = address.name.substr(colon);
        address.name = address.name.substr(0, colon);
    }
    address.name = address.name.substr(0, longest_host);
    address.rest = behind.substr(authority.size());
    return address;
}

} // namespace

std::string ascii_host(std::string_view host) {
    std::string text;
    for (auto rest = host; !rest.empty();) {
        const auto label = rest.substr(0, rest.find('.'));
        const bool plain =
            std::all_of(label.begin(), label.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        text += plain ? lower(label) : "xn--" + punycode(code_points(label.substr(0, 252)));
        if (label.size() < rest.size()) text += '.';
        rest.remove_prefix(std::min(label.size() + 1, rest.size()));
    }
    return text;
}

bool is_on_known_host(std::string_view uri, const KnownHosts& known) {
    const auto address = take_apart(uri);
    if (!address) return false;
    const auto scheme = lower(address->scheme);
    return (scheme == "http://" || scheme == "https://") && under(ascii_host(address->name), known.names);
}

std::string without_user(std::string_view uri) {
    const auto address = take_apart(uri);
    if (!address || address->user.empty()) return std::string(uri);
    const auto end = static_cast<std::size_t>(address->user.data() - uri.data()) + address->user.size();
    return std::string(address->scheme) + std::string(uri.substr(end));
}

std::string with_ascii_host(std::string_view uri) {
    const auto address = take_apart(uri);
    const bool plain = !address || std::all_of(address->name.begin(), address->name.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80;
    });
    if (plain) return std::string(uri);
    const auto begin = static_cast<std::size_t>(address->name.data() - uri.data());
    return std::string(uri.substr(0, begin)) + ascii_host(address->name) +
           std::string(uri.substr(begin + address->name.size()));
}

std::string without_end_slash(std::string_view uri) {
    const auto address = take_apart(uri);
    if (!address) return std::string(uri);
    const auto path = address->rest.substr(0, address->rest.find_first_of("?#"));
    if (path.size() < 2 || !path.ends_with('/') || path.ends_with("//")) return std::string(uri);
    const auto slash = static_cast<std::size_t>(path.data() - uri.data()) + path.size() - 1;
    return std::string(uri.substr(0, slash)) + std::string(uri.substr(slash + 1));
}

bool has_code_path(std::string_view uri) {
    const auto address = take_apart(uri);
    if (!address) return false;
    auto path = address->rest.substr(0, address->rest.find_first_of("?#"));
    while (!path.empty()) {
        path.remove_prefix(1); // the slash
        const auto folder = path.substr(0, path.find('/'));
        if (folder == "01" || lower(folder) == "sp") return true;
        path.remove_prefix(folder.size());
    }
    return false;
}

std::vector<Finding> host_findings(std::string_view uri, const KnownHosts& known) {
    const auto address = take_apart(uri);
    if (!address) return {};
    const auto [scheme, user, name, port, after] = *address;
    const auto host = ascii_host(name);

    std::vector<Finding> findings;
    const auto remark =
        [&](const char* code, std::vector<std::string> facts, const char* rule, std::string_view where) {
            const Span span{static_cast<std::size_t>(where.data() - uri.data()), where.size()};
            findings.push_back({Axis::syntax, code, Severity::check, std::move(facts), rule, span});
        };
    const auto suspicious = [&](const char* rule, std::string_view what, std::string_view where) {
        remark("HOST_SUSPICIOUS", {host, std::string(what)}, rule, where);
    };
    if (lower(scheme) == "http://") suspicious("HOST-HTTP", "http://", scheme);
    if (!user.empty()) suspicious("HOST-USER", user.substr(0, most_shown), user);
    if (!port.empty() && port != ":443") suspicious("HOST-PORT", port.substr(0, most_shown), port);
    if (is_address(host)) suspicious("HOST-IP", host, name);
    if (host.find("xn--") != host.npos) suspicious("HOST-IDN", "xn--", name);
    if (under(host, shorteners)) suspicious("HOST-SHORT", host, name);
    const bool is_known = under(host, portals) || under(host, known.names);
    if (const auto other = is_known ? std::string_view() : looks_like_one_of(host, known); !other.empty())
        suspicious("HOST-LOOKALIKE", other, name);
    if (findings.empty() && !is_known) remark("HOST_UNKNOWN", {host}, "", name);
    return findings;
}

} // namespace temsao::trace
