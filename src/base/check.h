#pragma once

// ENSURE(condition): for our own mistakes only. On in every build: a wrong verdict is worse than no verdict.
// The door turns the death into exit status 70 with the place named on stderr.

namespace temsao {
// Prints the place and ends the program with exit status 70.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
} // namespace temsao

#define ENSURE(condition) ((condition) ? void(0) : ::temsao::check_failed(#condition, __FILE__, __LINE__))
