#pragma once

// The version of the program, as in 1.0.0. Constant; any thread reads it.

namespace temsao::job {
inline constexpr auto version = TEMSAO_VERSION; // set in CMakeLists.txt only
} // namespace temsao::job
