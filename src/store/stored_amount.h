#pragma once
// Inside `store`: an amount of a lot as the tables of the lot book have it. Pure; any thread.
#include "lots/amount.h"
#include "store/sql.h"

namespace temsao::store {

// Empty where nobody counted, which is kept as -1.
inline std::optional<lots::Amount> stored_amount(const std::string& thousandths, const std::string& unit) {
    if (thousandths == "-1") return {};
    return lots::Amount{as_number(thousandths), unit};
}

} // namespace temsao::store
