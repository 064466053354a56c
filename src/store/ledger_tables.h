#pragma once
// LedgerTables: what the ledger needs of a database, in whole batches, which suits PostgreSQL and SQLite alike. Each of
// the two implements it, and one set of tests checks that both behave the same.
//
// Work happens between begin() and commit(); what is not committed is undone. Failures are sticky: after one, later
// calls do nothing and return empty answers, and commit() or health() reports the first failure. One object belongs to
// one thread at a time; other processes may hold their own.
//
// A database on a server can be lost and come back, also on another machine. A question outside of begin() … commit()
// is then asked again. A transaction is undone, and may_go_again() says whether it is worth doing it again. commit()
// finds out by itself what became of a transaction whose answer was lost; so what it reports as undone was not done,
// unless its error is store.in_doubt.
#include "base/result.h"
#include "store/issue.h"
#include "store/sighting.h"
#include "store/sql.h"

#include <filesystem>
#include <functional>
#include <memory>

namespace temsao::store {

struct SerialRow {
    std::string serial; // as kept (issue.h)
    std::int64_t issue = 0;
    SerialState state = SerialState::reserved;
    std::optional<std::int64_t> leaf; // the log entry of its printing
};

// One entry of the log. An entry of a printed label stores only issue and serial, from which its text is made again (a
// third of the bytes); every other entry stores its text.
struct LogRow {
    std::int64_t leaf = 0;
    std::int64_t issue = 0; // 0: none
    std::string serial, text;
};

struct StoredCheckpoint {
    std::int64_t size = 0;
    std::string note;
};

struct Declaration {
    std::string product, lot, certificate;
    Date day;
    std::int64_t quantity = 0, leaf = 0;
};

struct PrintedCount {
    std::string product, certificate, lot;
    std::int64_t printed = 0, ended = 0; // ended: voided or reissued, of those printed
};

struct LogIdentity {
    std::string verifier; // NoteVerifier text: name and public key
};

struct FormerLog {
    std::int64_t size = 0;
    std::string verifier;
};

// A serial that was voided or reissued.
struct EndedSerial {
    std::string serial;  // as kept (issue.h)
    std::string product; // its key
    SerialState state = SerialState::voided;
    bool is_given_up = false; // with a run that was never printed: such a run has no entry in the log
};

class LedgerTables {
public:
    virtual ~LedgerTables() = default;

    virtual void begin() = 0; // takes the single writer's lock; waits up to 60 s
    virtual Outcome commit() = 0;
    virtual void undo() = 0;
    // Errors (Cause::io): store.unusable {where, why}: nothing was changed. store.away {where, seconds, why}: likewise,
    // after it was asked again for so long. store.in_doubt {where, seconds, why}: likewise, and whether the last
    // transaction was stored is not known.
    virtual Outcome health() = 0;

    // After a failure: was only the connection lost, and is there another one now? Waits for it, at most a minute in
    // all since it was lost.
    virtual bool may_go_again() { return false; }

    virtual std::int64_t add_issue(const Issue& issue) = 0; // returns its id
    virtual std::optional<Issue> issue(std::int64_t id) = 0;
    virtual std::vector<Issue> issues(std::int64_t most) = 0; // newest first
    virtual std::vector<Issue> unprinted() = 0;               // neither printed nor given up, oldest first
    virtual void set_issue_printed(std::int64_t id, std::int64_t first_leaf) = 0;
    virtual void set_issue_labels(std::int64_t id, std::int64_t labels) = 0;
    virtual void set_issue_withdrawn(std::int64_t id, std::int64_t labels) = 0;

    // Reserves for the issue those of `serials` that are free; returns the taken ones, in order.
    virtual std::vector<std::string> add_serials(std::int64_t issue, const std::vector<std::string>& serials) = 0;
    virtual std::optional<SerialRow> serial(std::string_view kept) = 0;
    virtual std::vector<SerialRow> own_serials(std::string_view shown) = 0; // SHOWN@…
    // Serials of one issue, printed or sent as leaves first_leaf, first_leaf + 1 … Returns how many were reserved until
    // now.
    virtual std::int64_t set_printed(std::int64_t issue,
                                     const std::vector<std::string>& serials,
                                     std::int64_t first_leaf,
                                     SerialState state) = 0;
    virtual void set_state(std::string_view kept, SerialState state) = 0;
    virtual std::int64_t void_reserved(std::int64_t issue) = 0; // returns how many of its serials were still reserved
    virtual void move_serial(std::string_view kept, std::int64_t issue) = 0;

    virtual std::int64_t log_size() = 0;
    virtual void add_log(const std::vector<LogRow>& rows) = 0;
    virtual void each_log(std::int64_t first, std::int64_t end, const std::function<void(const LogRow&)>& take) = 0;
    virtual std::string tile(int level, std::int64_t number) = 0; // empty: none
    virtual void put_tile(int level, std::int64_t number, std::string_view hashes) = 0;
    virtual void add_checkpoint(const StoredCheckpoint& checkpoint) = 0;
    virtual std::vector<StoredCheckpoint> checkpoints(std::int64_t most) = 0; // newest first
    virtual std::optional<LogIdentity> log_identity() = 0;
    virtual void set_log_identity(const LogIdentity& identity) = 0; // replaces the one there is
    // The logs that this one goes on from, oldest first: entries 0 … size-1 were theirs.
    virtual std::vector<FormerLog> former_logs() = 0;
    virtual void add_former_log(const FormerLog& former) = 0;

    // Labels in the log by product, certificate and lot, in that order; declared is not filled in here.
    virtual std::vector<PrintedCount> printed_counts() = 0;
    // Serials whose log entry is about something else, and labels in the log whose serial does not match.
    virtual std::int64_t inconsistent() = 0;
    virtual void each_ended_serial(const std::function<void(const EndedSerial&)>& take) = 0;
    // Sightings whose content is not what their id says.
    virtual std::int64_t damaged_sightings() = 0;

    virtual void add_sightings(const std::vector<Sighting>& sightings) = 0; // of equal ones the earliest time stays
    virtual std::vector<Sighting> sightings(std::string_view product, std::string_view serial) = 0; // by id
    virtual std::vector<Sighting> sightings() = 0;                                                  // all, by id
    // At most `most`, newest day first, those before this day and id.
    virtual std::vector<Sighting> newest_sightings(int most, const std::string& day, const std::string& id) = 0;
    virtual std::vector<PlaceCount> places() = 0;
    virtual std::int64_t sighting_count() = 0;

    // One statement of the lot book, whose SQL both databases understand (lot_events.cpp); values are bound to ?.
    virtual std::vector<Sql::Row> rows(const std::string& sql, const std::vector<std::string>& values) = 0;

    virtual void add_declaration(const Declaration& declaration) = 0;
    virtual std::vector<Declaration> declarations() = 0; // in the order they were made
};

// `home` is created when it is missing. Errors: file.unwritable, store.unusable, store.newer.
Result<std::unique_ptr<LedgerTables>> open_sqlite_ledger(const std::filesystem::path& home);
// For reading only, also where nothing can be written. Errors also: store.unfinished.
Result<std::unique_ptr<LedgerTables>> open_sqlite_ledger_to_read(const std::filesystem::path& home);

// `address` is postgresql://…; missing tables are created. It may name several places, host:port,host:port: the first
// that takes changes is used, and waited for, up to a minute. Errors: those of health(), store.newer; they show the
// address without user name and password.
Result<std::unique_ptr<LedgerTables>> open_postgres_ledger(const std::string& address, std::chrono::seconds patience);
// For questions only: of the places the first that answers, also one that takes no changes.
Result<std::unique_ptr<LedgerTables>> open_postgres_ledger_to_read(const std::string& address,
                                                                   std::chrono::seconds patience);

} // namespace temsao::store
