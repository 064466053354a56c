#pragma once
// The name of a sign-off in approvals/: the first twelve hexadecimal figures of the SHA-256 of its bytes.
// Pure; any thread.
#include "base/text.h"
#include "trace/sodium.h"

namespace temsao::office {

inline constexpr std::size_t approval_figures = 12;

inline std::string approval_id(std::string_view bytes) {
    namespace sodium = trace::sodium;
    return to_upper(sodium::hex(sodium::sha256(bytes))).substr(0, approval_figures);
}

} // namespace temsao::office
