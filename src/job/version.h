#pragma once

namespace temsao::job {
inline constexpr auto version = TEMSAO_VERSION; // from CMakeLists.txt, said there only
} // namespace temsao::job
