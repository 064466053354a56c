#include "desk/desk.h"

#include "base/password.h"
#include "base/text.h"
#include "store/accounts.h"
#include "trace/sodium.h"

#include <algorithm>
#include <atomic>

namespace temsao::desk {
namespace {

namespace sodium = trace::sodium;
constexpr std::size_t least_passphrase = 10, most_passphrase = 1000; // bytes
constexpr std::size_t longest_subject = 500;

std::string random_word() {
    sodium::Bytes32 bytes{};
    sodium::random_bytes(bytes.data(), bytes.size());
    return sodium::hex(bytes);
}

std::string hash_of(const std::string& token) {
    return sodium::hex(sodium::sha256(token));
}

bool is_account_name(const std::string& name) {
    constexpr auto allowed = "abcdefghijklmnopqrstuvwxyz0123456789.-";
    return name.size() >= 2 && name.size() <= 40 && name.find_first_not_of(allowed) == name.npos;
}

// Empty when a newer temsao gave it a role that we do not know.
std::optional<Account> account_of(const store::AccountRow& row) {
    const auto role = role_named(row.role);
    if (!role) return {};
    return Account{row.name, *role, row.producer};
}

bool holds(const std::string& secret, const std::string& passphrase) {
    const auto spellings = spellings_of_password(passphrase);
    return std::any_of(spellings.begin(), spellings.end(), [&](const std::string& spelling) {
        return sodium::password_holds(secret, spelling);
    });
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

Desk::Desk(std::unique_ptr<store::DeskStore> store, std::function<std::int64_t()> now)
    : store_(std::move(store)),
      now_(std::move(now)),
      allowances_(*store_) {}

Result<std::unique_ptr<Desk>>
Desk::open(const std::filesystem::path& home, const std::string& store, std::function<std::int64_t()> now) {
    auto opened = TRY(store::DeskStore::open(home, store));
    return std::unique_ptr<Desk>(new Desk(std::move(opened), std::move(now)));
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
    const auto hash = sodium::password_hash(spellings_of_password(passphrase).front());
    if (hash.empty()) return error(Cause::io, "account.memory");
    const auto is_new =
        TRY(store::add_account(*store_, {name, std::string(desk::name(*known)), tidy(producer), hash, now_()}));
    if (!is_new) return error(Cause::refused, "account.exists", {name});
    return done;
}

Result<std::vector<Account>> Desk::accounts() {
    std::vector<Account> accounts;
    for (const auto& row : TRY(store::all_accounts(*store_)))
        if (auto account = account_of(row)) accounts.push_back(*std::move(account));
    return accounts;
}

Outcome Desk::remove_account(const std::string& name) {
    return store_->together([&](store::Sql& sql) -> Outcome {
        if (!TRY(store::remove_account(sql, name))) return error(Cause::missing, "account.none", {name});
        return store::remove_sessions_of(sql, name);
    });
}

std::string Desk::no_such_account() {
    const Lock lock(mutex_);
    if (no_such_account_.empty()) no_such_account_ = sodium::password_hash(random_word());
    return no_such_account_;
}

Result<std::optional<Desk::SignedIn>> Desk::sign_in(const std::string& name, const std::string& passphrase) {
    const auto found = TRY(store::find_account(*store_, name));
    if (!found || passphrase.size() > most_passphrase) {
        (void)holds(no_such_account(), passphrase.substr(0, most_passphrase));
        return std::optional<SignedIn>();
    }
    const auto account = account_of(*found);
    if (!account || !holds(found->secret, passphrase)) return std::optional<SignedIn>();
    SignedIn in{{*account, random_word()}, random_word()};
    const auto expires = now_() + session_hours * 3600;
    TRY(store::add_session(*store_, {hash_of(in.token), name, in.session.csrf, expires}));
    TRY(store::remove_sessions_before(*store_, now_()));
    return std::optional(std::move(in));
}

Result<std::optional<Session>> Desk::session(const std::string& token) {
    if (token.empty() || token.size() > 100) return std::optional<Session>();
    const auto found = TRY(store::find_session(*store_, hash_of(token)));
    if (!found || found->session.expires < now_()) return std::optional<Session>();
    auto account = account_of(found->account);
    if (!account) return std::optional<Session>();
    return std::optional(Session{*std::move(account), found->session.csrf});
}

Outcome Desk::sign_out(const std::string& token) {
    return store::remove_session(*store_, hash_of(token));
}

bool Desk::allow(const std::string& who, int per_minute, int units) {
    return allowances_.take(who, per_minute, units, now_());
}

void Desk::owe(const std::string& who, int units) {
    allowances_.owe(who, units, now_());
}

Outcome Desk::note(const std::string& account, const std::string& action, const std::string& subject) {
    return store::add_audit_entry(*store_, {new_id(), now_(), account, action, subject.substr(0, longest_subject)});
}

Result<std::vector<store::AuditEntry>> Desk::audit_entries(int most, const std::string& before) {
    return store::audit_entries(*store_, most, before);
}

} // namespace temsao::desk
