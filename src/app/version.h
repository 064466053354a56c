#pragma once

namespace temsao::app {
inline constexpr auto version = TEMSAO_VERSION; // from CMakeLists.txt, said there only
} // namespace temsao::app
