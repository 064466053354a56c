#pragma once
// Bytes made smaller and back, zlib's format (RFC 1950). deflate.cpp is the one file here that includes zlib. Any
// thread.
#include <optional>
#include <string>
#include <string_view>

namespace temsao::trace {

std::string deflate(std::string_view bytes); // best compression

// Exactly `size` bytes, from all of `packed`; nothing when it is anything else, so that a small file cannot grow large.
std::optional<std::string> inflate(std::string_view packed, std::size_t size);

} // namespace temsao::trace
