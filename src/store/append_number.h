#pragma once
// Inside `store`: the digits of a number, behind what is there. Pure; any thread.
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace temsao::store {

inline void append_number(std::string& text, std::int64_t number) {
    std::array<char, 20> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

} // namespace temsao::store
