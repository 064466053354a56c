#pragma once
// Inside `store`: a day as the tables keep it.
#include "base/date.h"

namespace temsao::store {

// From ISO; 1900-01-01 where another program wrote something that is not a day.
inline Date stored_day(std::string_view iso) {
    const auto date = Date::parse_iso(iso);
    return date ? *date : *Date::from(1900, 1, 1);
}

} // namespace temsao::store
