#pragma once
// Accounts of the server and their sessions, as the desk's tables have them. What a role may do and how a password is
// checked, `desk` knows. Threads and errors: desk_store.h.
#include "base/result.h"

#include <cstdint>

namespace temsao::store {

class Sql;

struct AccountRow {
    std::string name;         // unique
    std::string role;         // producer, inspector, office, admin
    std::string producer;     // as on the list; empty but for producers
    std::string secret;       // Argon2id hash of the password
    std::int64_t created = 0; // seconds since 1970
};

struct SessionRow {
    std::string token_hash; // of the cookie: anybody who reads the table cannot sign in
    std::string account;
    std::string csrf;
    std::int64_t expires = 0; // seconds since 1970
};

struct FoundSession {
    SessionRow session; // it may have expired
    AccountRow account;
};

Result<bool> add_account(Sql& sql, const AccountRow& account); // false: the name is taken, and nothing was changed
Result<std::vector<AccountRow>> all_accounts(Sql& sql);        // by name
Result<std::optional<AccountRow>> find_account(Sql& sql, const std::string& name);
Result<bool> remove_account(Sql& sql, const std::string& name); // false: there is none; its sessions stay

Result<bool> change_secret(Sql& sql, const std::string& name, const std::string& secret); // false: there is none

Outcome add_session(Sql& sql, const SessionRow& session);
Result<std::optional<FoundSession>> find_session(Sql& sql, const std::string& token_hash); // empty without account too
Outcome remove_session(Sql& sql, const std::string& token_hash);
Outcome remove_sessions_of(Sql& sql, const std::string& account, const std::string& but_token_hash = "");
Outcome remove_sessions_before(Sql& sql, std::int64_t expires); // those that expired earlier

} // namespace temsao::store
