#pragma once
// Inside `store`: lines "name: value" in a fixed order, as key files have them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::store {

inline std::string named_line(std::string_view name, std::string_view value) {
    return std::string(name) + ": " + std::string(value) + "\n";
}

// The values, when `text` is exactly these lines.
inline std::optional<std::vector<std::string>> read_named_lines(std::string_view text,
                                                                const std::vector<std::string_view>& names) {
    std::vector<std::string> values;
    for (const auto name : names) {
        const auto line = text.substr(0, text.find('\n'));
        if (!line.starts_with(name) || line.substr(name.size(), 2) != ": " || line.size() == text.size()) return {};
        values.emplace_back(line.substr(name.size() + 2));
        text.remove_prefix(line.size() + 1);
    }
    return text.empty() ? std::optional(std::move(values)) : std::nullopt;
}

} // namespace temsao::store
