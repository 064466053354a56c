#pragma once

// ENSURE(condition): for our own mistakes only. It is checked in every build: a wrong verdict is worse than no verdict.
// When it fails, check_failed() prints the place on stderr and ends the program with exit status 70. Any thread.

namespace temsao {
// Prints the place on stderr and ends the program at once with exit status 70.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
} // namespace temsao

#define ENSURE(condition) ((condition) ? void(0) : ::temsao::check_failed(#condition, __FILE__, __LINE__))
