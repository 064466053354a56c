#include "base/text.h"
#include "trace/trace_code.h"

#include <algorithm>
#include <array>

namespace temsao::trace {
namespace {

// Trace portals run by ministries and the larger private services (domain facts 3.4, read 2026-09; no licence needed
// for names). An office adds its own with `--host`.
constexpr std::array<std::string_view, 10> portals = {
    "truyxuatnguongoc.gov.vn", // Ministry of Science and Technology, national portal, 10/2024
    "elabel.gov.vn",           // national e-label pilot
    "verigoods.vn",            // Ministry of Industry and Trade, 23/12/2025
    "checkvn.mae.gov.vn",      // Ministry of Agriculture and Environment, 26/12/2025
    "id.gs1.org",              // GS1's own resolver
    "icheck.vn",
    "te-food.com",
    "itrace247.com",
    "vlabel.vn",
    "checkee.vn",
};

constexpr std::array<std::string_view, 12> shorteners = {"bit.ly",
                                                         "tinyurl.com",
                                                         "t.co",
                                                         "goo.gl",
                                                         "is.gd",
                                                         "cutt.ly",
                                                         "rebrand.ly",
                                                         "ow.ly",
                                                         "t.ly",
                                                         "s.id",
                                                         "by.com.vn",
                                                         "shorten.asia"};

std::string lower(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    });
    return result;
}

// The host itself or a name under it.
template <class Names>
bool under(std::string_view host, const Names& names) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return host == name || (host.ends_with(name) && host[host.size() - name.size() - 1] == '.');
    });
}

} // namespace

std::vector<Finding> host_findings(std::string_view uri, const KnownHosts& known) {
    const auto scheme_end = uri.find("://");
    if (scheme_end == uri.npos) return {};
    const auto scheme = lower(uri.substr(0, scheme_end));
    const auto rest = uri.substr(scheme_end + 3);
    const auto authority = rest.substr(0, rest.find_first_of("/?#\\"));
    const auto at = authority.rfind('@');
    auto host = lower(at == authority.npos ? authority : authority.substr(at + 1));
    if (!host.starts_with('[')) host = host.substr(0, host.find(':'));

    std::vector<Finding> findings;
    const auto suspicious = [&](const char* code) {
        findings.push_back({Axis::syntax, code, Severity::check, {make_showable(host)}, "", {}});
    };
    if (scheme == "http") suspicious("HOST_SUSPICIOUS_HTTP");
    if (at != authority.npos) suspicious("HOST_SUSPICIOUS_USER");
    if (host.starts_with('[') || (!host.empty() && host.find_first_not_of("0123456789.") == host.npos))
        suspicious("HOST_SUSPICIOUS_IP");
    if (host.find("xn--") != host.npos || std::any_of(host.begin(), host.end(), [](char c) { return c < 0; }))
        suspicious("HOST_SUSPICIOUS_LETTERS");
    if (under(host, shorteners)) suspicious("HOST_SUSPICIOUS_SHORT");
    if (findings.empty() && !under(host, portals) && !under(host, known.names))
        findings.push_back({Axis::syntax, "HOST_UNKNOWN", Severity::check, {make_showable(host)}, "", {}});
    return findings;
}

} // namespace temsao::trace
