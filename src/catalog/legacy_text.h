#pragma once
// Inside `catalog` only: one reader for each kind of file, and the conversion of old encodings.
#include "catalog/table.h"

namespace temsao::catalog {

// TCVN3 (ABC fonts) and VNI text, by bytes or as the Latin-1 look-alikes that spreadsheets keep, found by statistics.
// Empty when the text is neither: plain UTF-8 Vietnamese, English, French stay as they are.
enum class Legacy { tcvn3, vni };
std::optional<Legacy> detect_legacy(std::string_view latin1_bytes);
std::string from_legacy(std::string_view latin1_bytes, Legacy legacy);
// UTF-8 text as Windows-1252 bytes; empty when some character is not in Windows-1252.
std::optional<std::string> to_windows_1252(std::string_view utf8);

} // namespace temsao::catalog
