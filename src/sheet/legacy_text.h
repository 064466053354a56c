#pragma once
// Inside `sheet` only: old encodings of Vietnamese, as bytes, or as the Windows-1252 look-alikes that spreadsheets keep
// when nobody told them the encoding. mend_text.h decides which one a cell is in.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace temsao::sheet {

enum class Encoding : std::uint8_t {
    utf8_twice, // UTF-8 that was read as Windows-1252
    tcvn3,      // the ABC fonts, named .Vn…
    vni,        // the fonts named VNI-…
    cp1258,     // Windows' own Vietnamese
};

inline constexpr std::array encodings{Encoding::utf8_twice, Encoding::tcvn3, Encoding::vni, Encoding::cp1258};

std::string_view name(Encoding encoding); // "TCVN3"

// Tidied text; empty when some byte has no meaning in that encoding.
std::optional<std::string> decode(std::string_view bytes, Encoding encoding);

// UTF-8 text as the bytes of Windows-1252; empty when it has a character that is not there.
std::optional<std::string> to_windows_1252(std::string_view utf8);
// The reverse. Every byte has a character: the five that Windows-1252 leaves undefined keep their value.
std::string from_windows_1252(std::string_view bytes);

} // namespace temsao::sheet
