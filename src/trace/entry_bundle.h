#pragma once
// The entries of a log one after the other, as C2SP tlog-tiles has them: two bytes for the length of each, the larger
// one first, then itself. Pure; any thread.
#include "base/check.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::trace {

inline constexpr std::size_t longest_entry = 65'535; // bytes

inline void append_entry(std::string& bytes, std::string_view entry) {
    ENSURE(entry.size() <= longest_entry);
    bytes += static_cast<char>(entry.size() >> 8);
    bytes += static_cast<char>(entry.size() & 255);
    bytes += entry;
}

// Nothing when the bytes are not in this form, or hold more than `most` entries.
inline std::optional<std::vector<std::string_view>> entries_in(std::string_view bytes, std::size_t most) {
    std::vector<std::string_view> entries;
    while (!bytes.empty()) {
        if (bytes.size() < 2 || entries.size() == most) return {};
        const auto size = static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8 |
                          static_cast<std::size_t>(static_cast<unsigned char>(bytes[1]));
        if (bytes.size() < 2 + size) return {};
        entries.push_back(bytes.substr(2, size));
        bytes.remove_prefix(2 + size);
    }
    return entries;
}

} // namespace temsao::trace
