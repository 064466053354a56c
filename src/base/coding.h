#pragma once
// Bytes as text: base64 and percent coding. Secrets are written by trace/sodium.h (base64_of_secret), in constant time.
// Pure; any thread.
#include <optional>
#include <string>
#include <string_view>

namespace temsao {

std::string base64(std::string_view bytes); // RFC 4648, 4

// The bytes again; nothing unless it is what base64() writes: padding, no white space, no stray bits.
std::optional<std::string> from_base64(std::string_view text);

// Everything but A-Z a-z 0-9 - . _ ~ as %XX, upper case (RFC 3986, 2.1).
std::string percent_encode(std::string_view text);

// Takes %XX back; bad hexadecimal stays as it is. With `plus_is_space`, as in a query, + is a space.
std::string percent_decode(std::string_view text, bool plus_is_space);

// Does %XX with good hexadecimal stand at this place?
bool is_percent_escape(std::string_view text, std::size_t at);

} // namespace temsao
