#pragma once
// Inside `office`: how a print run was made, as the print log keeps it (store::Issue::options): the words of the
// command line, "--made 2026-11-24 --host id.example.vn". Pure; any thread.
#include "base/pieces.h"

#include <string_view>

namespace temsao::office {

// The word after an option; empty when the run was made without it.
inline std::string_view value_of(std::string_view options, std::string_view option) {
    while (!options.empty())
        if (next_piece(options, ' ') == option) return next_piece(options, ' ');
    return {};
}

} // namespace temsao::office
