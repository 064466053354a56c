#pragma once
// Inside `trace`: lines "name: value" at the beginning of a file. Pure; any thread.
#include "base/pieces.h"
#include "base/recorded_number.h"

namespace temsao::trace {

// The value of the next line, which is taken off; nothing when the line is another.
inline std::optional<std::string_view> field(std::string_view& text, std::string_view name) {
    const auto line = next_piece(text, '\n');
    if (!line.starts_with(name) || line.substr(name.size()).substr(0, 2) != ": ") return {};
    return line.substr(name.size() + 2);
}

// At most 15 digits, without zeros in front.
inline std::optional<std::uint64_t> number(std::optional<std::string_view> digits) {
    if (!digits || digits->size() > 15) return {};
    return recorded_number(*digits);
}

} // namespace temsao::trace
