#pragma once

// Inside `app`.

namespace temsao::app {

// The programme's own host, used when none is given.
inline constexpr auto default_host = "id.ocop.vn";

} // namespace temsao::app
