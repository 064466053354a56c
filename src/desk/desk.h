#pragma once
// Desk: who works with the server, what they may do, and what they did: accounts with a role, sessions, rate limits,
// the audit log. Stored in the data directory, or in PostgreSQL so that several servers share them. Any thread. Every
// call may also fail with store.unusable.
#include "base/date.h"
#include "base/thread_annotations.h"
#include "desk/allowances.h"
#include "job/job.h"
#include "store/audit_entries.h"
#include "store/desk_store.h"

namespace temsao::desk {

enum class Role { producer, inspector, office, admin };
std::string_view name(Role role); // "producer"
std::optional<Role> role_named(std::string_view name);

struct Account {
    std::string name; // [a-z0-9.-]{2,40}
    Role role = Role::producer;
    std::string producer; // as in the list; a producer's account sees only its products. Empty for other roles
};

struct Session {
    Account account;
    std::string csrf; // must be sent in X-CSRF with every request that changes something
};

inline constexpr int session_hours = 12, device_days = 180;

class Desk {
public:
    // `now` gives seconds since 1970. Errors: store.address, store.newer, file.unwritable.
    static Result<std::unique_ptr<Desk>>
    open(const std::filesystem::path& home, const std::string& store, std::function<std::int64_t()> now);

    // Errors: account.name {name}, account.role {role}, account.producer {}, account.passphrase {least},
    // account.common, account.exists {name} (Cause::refused).
    Outcome add_account(const std::string& name,
                        const std::string& role,
                        const std::string& producer,
                        const std::string& passphrase);
    Result<std::vector<Account>> accounts(); // by name
    // Also ends its sessions. Error account.none {name} (Cause::missing).
    Outcome remove_account(const std::string& name);

    // A new password for an account; ends its sessions but the one of `kept_token`, and forgets its devices. Errors:
    // account.passphrase, account.common, account.none {name} (Cause::missing).
    Outcome set_passphrase(const std::string& name, const std::string& passphrase, const std::string& kept_token = "");

    struct SignedIn {
        Session session;
        std::string token;  // for the cookie; only its hash is kept
        std::string device; // for a cookie that outlives the session, so that others' guesses do not slow its owner
    };

    struct Attempt {
        std::optional<SignedIn> in; // empty when name or password is wrong; answer and time do not show which
        std::int64_t wait = 0;      // seconds, after too many wrong ones (tries.h): the password was not looked at
    };

    // Slow on purpose (Argon2id). `client` is the address that tries, `device` the cookie it has, or empty. Both what
    // succeeds and what fails is in the audit log.
    Result<Attempt> sign_in(const std::string& name,
                            const std::string& passphrase,
                            const std::string& client,
                            const std::string& device);

    struct Confirmed {
        bool is_right = false;
        std::int64_t wait = 0; // as in Attempt
    };

    // Whether it is the password of an account whose owner is signed in; slowed down as sign_in().
    Result<Confirmed> confirm(const std::string& name, const std::string& passphrase, const std::string& client);

    // For other secrets that are tried here, named by `what`: seconds to wait, 0: the try is counted, and may be made.
    Result<std::int64_t> begin_try(const std::string& what, const std::string& client);
    Outcome forget_tries(const std::string& what, const std::string& client); // it was right
    Result<std::optional<Session>> session(const std::string& token);
    Outcome sign_out(const std::string& token);

    // Rate limits: allowances.h.
    bool allow(const std::string& who, int per_minute, int units = 1);
    bool allow_unwritten(const std::string& who, int per_minute, int units = 1);
    void owe(const std::string& who, int units);

    Outcome note(const std::string& account, const std::string& action, const std::string& subject);
    // Newest first, at most `most`, those before `before` (empty: all).
    Result<std::vector<store::AuditEntry>> audit_entries(int most, const std::string& before);

    // For the server's other tables: print runs, proposals, shared lists.
    store::DeskStore& store() { return *store_; }

    std::int64_t now() const { return now_(); }

    std::string new_id(); // in the order of time: 20 letters and digits
    // Likewise, but in the order of days alone: within one it is chance, and tells no hour.
    std::string new_id_of(const Date& day);

private:
    Desk(std::unique_ptr<store::DeskStore> store, std::function<std::int64_t()> now);

    Outcome look_over(const std::string& name, const std::string& passphrase) const;
    Result<bool> is_password_of(const std::string& name, const std::string& passphrase, const std::string& client);
    Result<std::string> known_device(const std::string& name, const std::string& device);
    std::string no_such_account();

    std::unique_ptr<store::DeskStore> store_;
    std::function<std::int64_t()> now_;
    Allowances allowances_;
    UnwrittenAllowances unwritten_;
    Mutex mutex_;
    std::string no_such_account_ GUARDED_BY(mutex_); // a hash to compare with, so that unknown names take equally long
};

} // namespace temsao::desk
