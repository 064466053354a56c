#pragma once
// A code to show on a terminal. Pure; any thread.
#include "base/result.h"

namespace temsao::press {

// `text` as a QR symbol of level L with its quiet zone, two rows of modules in each line: █ ▀ ▄ and blanks. The light
// modules are drawn, which is right on a dark terminal; on a light one the code is inverted, which phones read too.
// Errors of symbol::encode.
Result<std::string> terminal_code(std::string_view text);

} // namespace temsao::press
