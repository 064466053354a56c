#include "store/accounts.h"

#include "store/sql.h"

namespace temsao::store {
namespace {

constexpr auto account_columns = "account.name, account.role, account.producer, account.secret, account.created";

AccountRow read_account(const Sql::Row& row) {
    return {.name = row[0], .role = row[1], .producer = row[2], .secret = row[3], .created = as_number(row[4])};
}

} // namespace

Result<bool> add_account(Sql& sql, const AccountRow& account) {
    const auto added =
        TRY(sql.run("INSERT INTO account(name, role, producer, secret, created) VALUES (?,?,?,?,?)"
                    " ON CONFLICT (name) DO NOTHING RETURNING name",
                    {account.name, account.role, account.producer, account.secret, std::to_string(account.created)}));
    return !added.empty();
}

Result<std::vector<AccountRow>> all_accounts(Sql& sql) {
    const auto rows = TRY(sql.run(std::string("SELECT ") + account_columns + " FROM account ORDER BY name"));
    std::vector<AccountRow> accounts;
    for (const auto& row : rows)
        accounts.push_back(read_account(row));
    return accounts;
}

Result<std::optional<AccountRow>> find_account(Sql& sql, const std::string& name) {
    const auto rows = TRY(sql.run(std::string("SELECT ") + account_columns + " FROM account WHERE name = ?", {name}));
    return rows.empty() ? std::optional<AccountRow>() : read_account(rows.front());
}

Result<bool> remove_account(Sql& sql, const std::string& name) {
    const auto gone = TRY(sql.run("DELETE FROM account WHERE name = ? RETURNING name", {name}));
    return !gone.empty();
}

Result<bool> change_secret(Sql& sql, const std::string& name, const std::string& secret) {
    const auto changed = TRY(sql.run("UPDATE account SET secret = ? WHERE name = ? RETURNING name", {secret, name}));
    return !changed.empty();
}

Outcome add_session(Sql& sql, const SessionRow& session) {
    TRY(sql.run("INSERT INTO session(token, account, csrf, expires) VALUES (?,?,?,?)",
                {session.token_hash, session.account, session.csrf, std::to_string(session.expires)}));
    return done;
}

Result<std::optional<FoundSession>> find_session(Sql& sql, const std::string& token_hash) {
    const auto rows = TRY(sql.run(std::string("SELECT ") + account_columns +
                                      ", session.csrf, session.expires FROM session JOIN account"
                                      " ON account.name = session.account WHERE session.token = ?",
                                  {token_hash}));
    if (rows.empty()) return std::optional<FoundSession>();
    const auto& row = rows.front();
    return std::optional(FoundSession{
        .session = {.token_hash = token_hash, .account = row[0], .csrf = row[5], .expires = as_number(row[6])},
        .account = read_account(row)});
}

Outcome remove_session(Sql& sql, const std::string& token_hash) {
    TRY(sql.run("DELETE FROM session WHERE token = ?", {token_hash}));
    return done;
}

Outcome remove_sessions_of(Sql& sql, const std::string& account, const std::string& but_token_hash) {
    TRY(sql.run("DELETE FROM session WHERE account = ? AND token <> ?", {account, but_token_hash}));
    return done;
}

Outcome remove_sessions_before(Sql& sql, std::int64_t expires) {
    TRY(sql.run("DELETE FROM session WHERE expires < ?", {std::to_string(expires)}));
    return done;
}

} // namespace temsao::store
