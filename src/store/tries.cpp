#include "store/tries.h"

#include "store/sql.h"

namespace temsao::store {

Result<std::optional<Tries>> find_tries(Sql& sql, const std::string& who) {
    const auto rows = TRY(sql.run("SELECT tries, last FROM sign_in_try WHERE who = ?", {who}));
    if (rows.empty()) return std::optional<Tries>();
    return std::optional(Tries{as_number(rows.front()[0]), as_number(rows.front()[1])});
}

Outcome keep_tries(Sql& sql, const std::string& who, const Tries& tries) {
    TRY(sql.run("INSERT INTO sign_in_try(who, tries, last) VALUES (?,?,?) ON CONFLICT (who)"
                " DO UPDATE SET tries = excluded.tries, last = excluded.last",
                {who, std::to_string(tries.count), std::to_string(tries.last)}));
    return done;
}

Outcome forget_tries(Sql& sql, const std::string& who) {
    TRY(sql.run("DELETE FROM sign_in_try WHERE who = ?", {who}));
    return done;
}

Outcome forget_tries_before(Sql& sql, std::int64_t last) {
    TRY(sql.run("DELETE FROM sign_in_try WHERE last < ?", {std::to_string(last)}));
    return done;
}

Outcome add_device(Sql& sql, const DeviceRow& device) {
    TRY(sql.run("INSERT INTO device(token, account, expires) VALUES (?,?,?)",
                {device.token_hash, device.account, std::to_string(device.expires)}));
    return done;
}

Result<std::optional<DeviceRow>> find_device(Sql& sql, const std::string& token_hash) {
    const auto rows = TRY(sql.run("SELECT account, expires FROM device WHERE token = ?", {token_hash}));
    if (rows.empty()) return std::optional<DeviceRow>();
    return std::optional(DeviceRow{token_hash, rows.front()[0], as_number(rows.front()[1])});
}

Outcome remove_devices_of(Sql& sql, const std::string& account) {
    TRY(sql.run("DELETE FROM device WHERE account = ?", {account}));
    return done;
}

Outcome remove_devices_before(Sql& sql, std::int64_t expires) {
    TRY(sql.run("DELETE FROM device WHERE expires < ?", {std::to_string(expires)}));
    return done;
}

} // namespace temsao::store
