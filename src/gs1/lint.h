#pragma once
// The checks of single parts of a value, by the names of the GS1 Syntax Dictionary. Used by element.cpp only.
// Pure; any thread.
#include "gs1/ai_table.h"

#include <optional>

namespace temsao::gs1 {

bool belongs(char c, Charset charset);

// Where `part` fails the check, and how many bytes; empty when it passes. `part` has the right length and characters.
struct Broken {
    std::size_t start, length;
};

std::optional<Broken> broken(Lint lint, std::string_view part);

} // namespace temsao::gs1
