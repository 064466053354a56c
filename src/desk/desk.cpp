#include "desk/desk.h"

#include "base/password.h"
#include "base/text.h"
#include "desk/tries.h"
#include "store/accounts.h"
#include "store/tries.h"
#include "trace/sodium.h"

#include <algorithm>
#include <atomic>

namespace temsao::desk {
namespace {

namespace sodium = trace::sodium;
constexpr std::size_t least_passphrase = 10, most_passphrase = 1000; // characters, bytes
constexpr std::size_t longest_subject = 500, longest_token = 100;

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

std::string Desk::new_id_of(const Date& day) {
    auto digits = day.iso();
    std::erase(digits, '-');
    return digits + random_word().substr(0, 12);
}

Outcome Desk::add_account(const std::string& name,
                          const std::string& role,
                          const std::string& producer,
                          const std::string& passphrase) {
    if (!is_account_name(name)) return error(Cause::usage, "account.name", {name});
    const auto known = role_named(role);
    if (!known) return error(Cause::usage, "account.role", {role});
    if ((*known == Role::producer) == producer.empty()) return error(Cause::usage, "account.producer");
    TRY(look_over(name, passphrase));
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
        TRY(store::remove_devices_of(sql, name));
        return store::remove_sessions_of(sql, name);
    });
}

Outcome Desk::look_over(const std::string& name, const std::string& passphrase) const {
    if (count_characters(passphrase) < least_passphrase || passphrase.size() > most_passphrase)
        return error(Cause::usage, "account.passphrase", {std::to_string(least_passphrase)});
    if (is_easily_guessed(passphrase, name)) return error(Cause::usage, "account.common");
    return done;
}

Outcome Desk::set_passphrase(const std::string& name, const std::string& passphrase, const std::string& kept_token) {
    TRY(look_over(name, passphrase));
    const auto hash = sodium::password_hash(spellings_of_password(passphrase).front());
    if (hash.empty()) return error(Cause::io, "account.memory");
    return store_->together([&](store::Sql& sql) -> Outcome {
        if (!TRY(store::change_secret(sql, name, hash))) return error(Cause::missing, "account.none", {name});
        TRY(store::remove_devices_of(sql, name));
        return store::remove_sessions_of(sql, name, kept_token.empty() ? "" : hash_of(kept_token));
    });
}

std::string Desk::no_such_account() {
    const Lock lock(mutex_);
    if (no_such_account_.empty()) no_such_account_ = sodium::password_hash(random_word());
    return no_such_account_;
}

Result<std::string> Desk::known_device(const std::string& name, const std::string& device) {
    if (device.empty() || device.size() > longest_token) return std::string();
    const auto found = TRY(store::find_device(*store_, hash_of(device)));
    return found && found->account == name && found->expires >= now_() ? found->token_hash : std::string();
}

Result<bool> Desk::is_password_of(const std::string& name, const std::string& passphrase, const std::string& client) {
    const auto found = TRY(store::find_account(*store_, name));
    if (!found || passphrase.size() > most_passphrase) {
        (void)holds(no_such_account(), passphrase.substr(0, most_passphrase));
        // A name without an account is not recorded: people type their passwords into that field.
        TRY(note("", "sign in failed", client));
        return false;
    }
    if (!account_of(*found) || !holds(found->secret, passphrase)) {
        TRY(note(name, "sign in failed", client));
        return false;
    }
    // Hashes of earlier versions cost more memory than a server can spare.
    if (sodium::password_hash_is_old(found->secret))
        if (const auto fresh = sodium::password_hash(spellings_of_password(passphrase).front()); !fresh.empty())
            TRY(store::change_secret(*store_, name, fresh));
    return true;
}

Result<Desk::Attempt> Desk::sign_in(const std::string& name,
                                    const std::string& passphrase,
                                    const std::string& client,
                                    const std::string& device) {
    const Guesser guesser{.name = name, .client = client, .device = TRY(known_device(name, device))};
    if (const auto wait = TRY(desk::begin_try(*store_, guesser, now_())); wait > 0) return Attempt{{}, wait};
    if (!TRY(is_password_of(name, passphrase, client))) return Attempt{};
    const auto found = TRY(store::find_account(*store_, name));
    const auto account = found ? account_of(*found) : std::nullopt;
    if (!account) return Attempt{};
    SignedIn in{{*account, random_word()}, random_word(), guesser.device.empty() ? random_word() : device};
    const auto now = now_();
    TRY(store_->together([&](store::Sql& sql) -> Outcome { // one sync of the disk instead of five
        TRY(desk::forget_tries(sql, guesser));
        TRY(store::add_session(sql, {hash_of(in.token), name, in.session.csrf, now + session_hours * 3600}));
        if (guesser.device.empty()) TRY(store::add_device(sql, {hash_of(in.device), name, now + device_days * 86400}));
        TRY(store::remove_devices_before(sql, now));
        TRY(store::remove_sessions_before(sql, now));
        return store::add_audit_entry(sql, {new_id(), now, name, "sign in", ""});
    }));
    return Attempt{std::move(in), 0};
}

Result<Desk::Confirmed>
Desk::confirm(const std::string& name, const std::string& passphrase, const std::string& client) {
    const auto what = "confirm " + name;
    if (const auto wait = TRY(begin_try(what, client)); wait > 0) return Confirmed{false, wait};
    if (!TRY(is_password_of(name, passphrase, client))) return Confirmed{};
    TRY(forget_tries(what, client));
    return Confirmed{true, 0};
}

Result<std::int64_t> Desk::begin_try(const std::string& what, const std::string& client) {
    return desk::begin_try(*store_, {.name = what, .client = client}, now_());
}

Outcome Desk::forget_tries(const std::string& what, const std::string& client) {
    return desk::forget_tries(*store_, {.name = what, .client = client});
}

Result<std::optional<Session>> Desk::session(const std::string& token) {
    if (token.empty() || token.size() > longest_token) return std::optional<Session>();
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

bool Desk::allow_unwritten(const std::string& who, int per_minute, int units) {
    return unwritten_.take(who, per_minute, units, now_());
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
