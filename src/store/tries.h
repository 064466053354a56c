#pragma once
// Tries: passwords that were tried, by whom, so that guessing becomes slow; and the devices from which an account
// signed in before. What follows from them, `desk` knows. Threads and errors: desk_store.h.
#include "base/result.h"

#include <cstdint>

namespace temsao::store {

class Sql;

struct Tries {
    std::int64_t count = 0;
    std::int64_t last = 0; // seconds since 1970
};

Result<std::optional<Tries>> find_tries(Sql& sql, const std::string& who);
Outcome keep_tries(Sql& sql, const std::string& who, const Tries& tries); // instead of those before
Outcome forget_tries(Sql& sql, const std::string& who);
Outcome forget_tries_before(Sql& sql, std::int64_t last);

struct DeviceRow {
    std::string token_hash; // of the cookie
    std::string account;
    std::int64_t expires = 0; // seconds since 1970
};

Outcome add_device(Sql& sql, const DeviceRow& device);
Result<std::optional<DeviceRow>> find_device(Sql& sql, const std::string& token_hash); // it may have expired
Outcome remove_devices_of(Sql& sql, const std::string& account);
Outcome remove_devices_before(Sql& sql, std::int64_t expires);

} // namespace temsao::store
