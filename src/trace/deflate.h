#pragma once
// Compression and back, in zlib's format (RFC 1950). deflate.cpp is the one file here that includes zlib. Any thread.
#include <optional>
#include <string>
#include <string_view>

namespace temsao::trace {

std::string deflate(std::string_view bytes); // best compression

// Exactly `size` bytes from all of `packed`; empty in any other case, so that a small file cannot unpack to a large
// one.
std::optional<std::string> inflate(std::string_view packed, std::size_t size);

} // namespace temsao::trace
