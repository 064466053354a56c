#pragma once
// The checks of single parts of a value, by the names of the GS1 Syntax Dictionary. For element.cpp alone.
#include "gs1/ai_table.h"

#include <optional>

namespace temsao::gs1 {

bool belongs(char c, Charset charset);

// Where `part` breaks the check, and how far; nothing when it holds. `part` has the right length and characters.
struct Broken {
    std::size_t start, length;
};

std::optional<Broken> broken(Lint lint, std::string_view part);

} // namespace temsao::gs1
