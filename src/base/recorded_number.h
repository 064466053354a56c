#pragma once
// A count or a size as files of record and the protocols of logs write it. Pure; any thread.
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace temsao {

// Decimal, 0 to 2^63-1, without a sign and without zeros in front, so that each number has one form; empty for any
// other text.
inline std::optional<std::int64_t> recorded_number(std::string_view digits) {
    if (digits.empty() || digits.front() == '-' || (digits.size() > 1 && digits.front() == '0')) return {};
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_whole = failed == std::errc{} && end == digits.data() + digits.size();
    return is_whole ? std::optional(number) : std::nullopt;
}

} // namespace temsao
