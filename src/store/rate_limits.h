#pragma once
// Rate limits: how many requests each client made in a minute, counted for all servers that share a store. (The table
// is named `allowance`: renaming it would need a migration.) Threads and errors: desk_store.h.
#include "base/result.h"

#include <cstdint>

namespace temsao::store {

class Sql;

// Adds `requests` (1 or more) to those of `who` in `minute` (minutes since 1970). Returns how many there are now.
Result<std::int64_t> count_requests(Sql& sql, const std::string& who, std::int64_t minute, int requests);

Outcome forget_requests_before(Sql& sql, std::int64_t minute); // of all clients

} // namespace temsao::store
