#pragma once

namespace temsao::job {
inline constexpr auto version = TEMSAO_VERSION; // set in CMakeLists.txt only
} // namespace temsao::job
