#include "http/head_rules.h"

#include "base/pieces.h"

#include <algorithm>
#include <string>

namespace temsao::http {
namespace {

// "example.vn:8080", "[::1]:8080" (RFC 3986 3.2.2, 3.2.3): letters of a host and nothing else; empty is allowed.
bool is_host(std::string_view text) {
    constexpr std::string_view allowed =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%!$&'()*+;=:[]";
    return text.find_first_not_of(allowed) == text.npos;
}

} // namespace

int fault_of_head(const HeadFields& fields, int minor) {
    int hosts = 0, lengths = 0, encodings = 0;
    bool is_chunked = true, is_host_well = true;
    for (const auto& [any_case, value] : fields) {
        const auto name = lower(any_case);
        if (name == "host") {
            ++hosts;
            is_host_well = is_host_well && is_host(value);
        } else if (name == "content-length") {
            ++lengths;
        } else if (name == "transfer-encoding") {
            ++encodings;
            is_chunked = is_chunked && lower(value) == "chunked";
        }
    }
    if (hosts > 1 || (hosts == 0 && minor > 0) || !is_host_well) return 400;
    if (encodings == 0) return 0;
    if (lengths > 0 || minor == 0) return 400;
    return encodings == 1 && is_chunked ? 0 : 501;
}

std::string_view target_on_this_host(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (lower(target.substr(0, scheme.size())) != scheme) continue;
        target.remove_prefix(scheme.size());
        const auto end = target.find_first_of("/?");
        if (end == target.npos) return "/";
        target.remove_prefix(end);
        return target;
    }
    return target;
}

} // namespace temsao::http
