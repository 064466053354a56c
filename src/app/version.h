#pragma once

namespace temsao::app {
inline constexpr auto version = TEMSAO_VERSION; // set in CMakeLists.txt only
} // namespace temsao::app
