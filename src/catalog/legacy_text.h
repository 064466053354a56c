#pragma once
// Text in old Vietnamese encodings, found and converted.
#include "catalog/table.h"

namespace temsao::catalog {

// TCVN3 (ABC fonts) and VNI text, by bytes or as the Latin-1 look-alikes that spreadsheets keep, found by statistics.
// Nothing when the text is neither: plain UTF-8 Vietnamese, English, French stay as they are.
enum class Legacy { tcvn3, vni };
std::optional<Legacy> detect_legacy(std::string_view latin1_bytes);
std::string from_legacy(std::string_view latin1_bytes, Legacy legacy);
// UTF-8 text whose characters all stand in Windows-1252, as its bytes; nothing otherwise.
std::optional<std::string> to_windows_1252(std::string_view utf8);

} // namespace temsao::catalog
