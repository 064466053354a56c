#include "desk/desk.h"

#include "base/text.h"
#include "store/sql.h"
#include "trace/sodium.h"

#include <algorithm>
#include <atomic>

namespace temsao::desk {
namespace {

namespace sodium = trace::sodium;
constexpr std::size_t least_passphrase = 10, most_passphrase = 1000; // bytes
constexpr std::size_t most_remembered = 10'000;                      // allowances in memory
constexpr std::size_t longest_subject = 500;

std::string random_word() {
    sodium::Bytes32 bytes{};
    sodium::random_bytes(bytes.data(), bytes.size());
    return sodium::hex(sodium::text_of(bytes));
}

std::string hash_of(const std::string& token) {
    return sodium::hex(sodium::text_of(sodium::sha256(token)));
}

bool is_account_name(const std::string& name) {
    constexpr auto allowed = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    return name.size() >= 2 && name.size() <= 40 && name.find_first_not_of(allowed) == name.npos;
}

std::int64_t number(const std::string& text) {
    return std::strtoll(text.c_str(), nullptr, 10);
}

} // namespace

std::string_view name(Role role) {
    constexpr std::string_view names[] = {"producer", "inspector", "office", "admin"};
    return names[static_cast<int>(role)];
}

std::optional<Role> role_named(std::string_view text) {
    for (const auto role : {Role::producer, Role::inspector, Role::office, Role::admin})
        if (name(role) == text) return role;
    return {};
}

Desk::Desk(std::unique_ptr<store::Sql> sql, std::function<std::int64_t()> now)
    : sql_(std::move(sql)),
      now_(std::move(now)) {}

Desk::~Desk() = default;

Result<std::unique_ptr<Desk>>
Desk::open(const std::filesystem::path& home, const std::string& store, std::function<std::int64_t()> now) {
    auto sql = TRY(store::Sql::open(home, store));
    return std::unique_ptr<Desk>(new Desk(std::move(sql), std::move(now)));
}

Result<std::vector<std::vector<std::string>>> Desk::run(const std::string& sql,
                                                        const std::vector<std::string>& values) {
    const std::lock_guard lock(mutex_);
    return sql_->run(sql, values);
}

std::string Desk::new_id() {
    // Seconds in 9 hexadecimal digits, a count, and chance: sorts by time, and two servers never agree on one.
    static std::atomic<unsigned> count{0};
    const auto at = static_cast<std::uint64_t>(now_());
    const auto nth = count++ & 0xfffU;
    std::string id;
    for (int shift = 32; shift >= 0; shift -= 4)
        id += "0123456789abcdef"[at >> shift & 15U];
    for (int shift = 8; shift >= 0; shift -= 4)
        id += "0123456789abcdef"[nth >> shift & 15U];
    return id + random_word().substr(0, 8);
}

Outcome Desk::add_account(const std::string& name,
                          const std::string& role,
                          const std::string& producer,
                          const std::string& passphrase) {
    if (!is_account_name(name)) return error(Cause::usage, "account.name", {name});
    const auto known = role_named(role);
    if (!known) return error(Cause::usage, "account.role", {role});
    if ((*known == Role::producer) == producer.empty()) return error(Cause::usage, "account.producer");
    if (passphrase.size() < least_passphrase || passphrase.size() > most_passphrase)
        return error(Cause::usage, "account.passphrase", {std::to_string(least_passphrase)});
    const auto hash = sodium::password_hash(passphrase);
    if (hash.empty()) return error(Cause::io, "account.memory");
    const auto added = TRY(run("INSERT INTO account(name, role, producer, secret, created) VALUES (?,?,?,?,?)"
                               " ON CONFLICT (name) DO NOTHING RETURNING name",
                               {name, role, tidy(producer), hash, std::to_string(now_())}));
    if (added.empty()) return error(Cause::refused, "account.exists", {name});
    return done;
}

Result<std::vector<Account>> Desk::accounts() {
    const auto rows = TRY(run("SELECT name, role, producer FROM account ORDER BY name", {}));
    std::vector<Account> accounts;
    for (const auto& row : rows)
        if (const auto role = role_named(row[1])) accounts.push_back({row[0], *role, row[2]});
    return accounts;
}

Outcome Desk::remove_account(const std::string& name) {
    const auto gone = TRY(run("DELETE FROM account WHERE name = ? RETURNING name", {name}));
    if (gone.empty()) return error(Cause::missing, "account.none", {name});
    const auto ended = run("DELETE FROM session WHERE account = ?", {name});
    return ended ? Outcome(done) : ended.error();
}

Result<std::optional<Desk::SignedIn>> Desk::sign_in(const std::string& name, const std::string& passphrase) {
    const auto rows = TRY(run("SELECT secret, role, producer FROM account WHERE name = ?", {name}));
    if (rows.empty() || passphrase.size() > most_passphrase) {
        {
            const std::lock_guard lock(mutex_);
            if (no_such_account_.empty()) no_such_account_ = sodium::password_hash(random_word());
        }
        (void)sodium::password_holds(no_such_account_, passphrase.substr(0, most_passphrase));
        return std::optional<SignedIn>();
    }
    const auto& row = rows.front();
    const auto role = role_named(row[1]);
    if (!role || !sodium::password_holds(row[0], passphrase)) return std::optional<SignedIn>();
    SignedIn in{{{name, *role, row[2]}, random_word()}, random_word()};
    const auto expires = now_() + session_hours * 3600;
    TRY(run("INSERT INTO session(token, account, csrf, expires) VALUES (?,?,?,?)",
            {hash_of(in.token), name, in.session.csrf, std::to_string(expires)}));
    TRY(run("DELETE FROM session WHERE expires < ?", {std::to_string(now_())}));
    return std::optional(std::move(in));
}

Result<std::optional<Session>> Desk::session(const std::string& token) {
    if (token.empty() || token.size() > 100) return std::optional<Session>();
    const auto rows = TRY(run("SELECT account.name, account.role, account.producer, session.csrf, session.expires"
                              " FROM session JOIN account ON account.name = session.account WHERE session.token = ?",
                              {hash_of(token)}));
    if (rows.empty() || number(rows.front()[4]) < now_()) return std::optional<Session>();
    const auto& row = rows.front();
    const auto role = role_named(row[1]);
    if (!role) return std::optional<Session>();
    return std::optional(Session{{row[0], *role, row[2]}, row[3]});
}

Outcome Desk::sign_out(const std::string& token) {
    const auto ended = run("DELETE FROM session WHERE token = ?", {hash_of(token)});
    return ended ? Outcome(done) : ended.error();
}

Result<bool> Desk::allow(const std::string& who, int per_minute) {
    const std::lock_guard lock(allowing_);
    const auto minute = now_() / 60;
    auto& mine = allowances_[who];
    if (mine.minute != minute) mine = {.minute = minute};
    if (mine.left > 0) {
        --mine.left;
        return true;
    }
    if (mine.used_up) return false;
    const int batch = std::max(1, per_minute / 20);
    const auto used = TRY(run("INSERT INTO allowance(who, minute, used) VALUES (?,?,?) ON CONFLICT (who, minute)"
                              " DO UPDATE SET used = allowance.used + excluded.used RETURNING used",
                              {who, std::to_string(minute), std::to_string(batch)}));
    const auto before = number(used.front()[0]) - batch;
    // the first batch of each client in a minute deletes old rows
    if (before == 0 || allowances_.size() > most_remembered) {
        TRY(run("DELETE FROM allowance WHERE minute < ?", {std::to_string(minute - 2)}));
        std::erase_if(allowances_, [&](const auto& one) { return one.second.minute != minute; });
    }
    const auto granted = static_cast<int>(std::clamp<std::int64_t>(per_minute - before, 0, batch));
    auto& again = allowances_[who];
    again = {.minute = minute, .left = std::max(0, granted - 1), .used_up = granted < batch};
    return granted > 0;
}

Outcome Desk::note(const std::string& account, const std::string& action, const std::string& subject) {
    const auto written = run("INSERT INTO deed(id, at, account, action, subject) VALUES (?,?,?,?,?)",
                             {new_id(), std::to_string(now_()), account, action, subject.substr(0, longest_subject)});
    return written ? Outcome(done) : written.error();
}

Result<std::vector<Deed>> Desk::deeds(int most, const std::string& before) {
    const auto rows = TRY(run("SELECT id, at, account, action, subject FROM deed WHERE id < ? ORDER BY id DESC LIMIT " +
                                  std::to_string(most),
                              {before.empty() ? "~" : before}));
    std::vector<Deed> deeds;
    for (const auto& row : rows)
        deeds.push_back({row[0], number(row[1]), row[2], row[3], row[4]});
    return deeds;
}

} // namespace temsao::desk
