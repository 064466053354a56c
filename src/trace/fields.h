#pragma once
// Inside `trace`: lines "name: value" at the beginning of a file. Pure; any thread.
#include "base/pieces.h"

#include <cstdint>
#include <optional>

namespace temsao::trace {

// The value of the next line, which is taken off; nothing when the line is another.
inline std::optional<std::string_view> field(std::string_view& text, std::string_view name) {
    const auto line = next_piece(text, '\n');
    if (!line.starts_with(name) || line.substr(name.size()).substr(0, 2) != ": ") return {};
    return line.substr(name.size() + 2);
}

// At most 15 digits, without zeros in front.
inline std::optional<std::uint64_t> number(std::optional<std::string_view> digits) {
    if (!digits || digits->empty() || digits->size() > 15 || (digits->size() > 1 && digits->front() == '0')) return {};
    std::uint64_t value = 0;
    for (const char c : *digits) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

} // namespace temsao::trace
