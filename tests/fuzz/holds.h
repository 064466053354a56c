#pragma once
// HOLDS: what must be true of any input. Aborts, so that the fuzzer keeps the input.
#include <cstdint>
#include <cstdlib>
#include <string>

#define HOLDS(condition) ((condition) ? void(0) : std::abort())
