#pragma once
// Ledger: the print log. What was printed, every serial's state, and over all of it an append-only log with proofs (a
// Merkle tree with signed checkpoints), which shows tampering without a blockchain. One interface, two stores: SQLite
// in the data directory, PostgreSQL at a postgresql:// address.
//
// A print run has three steps. Each is safe when the process is killed at any point, and when other processes run:
//   reserve()   serials are drawn and stored as reserved, before any label is drawn
//   print()     all its labels enter the log, before the first file appears under its name
//   the files appear; if that fails, void_run() says so
// A copy of the data directory must not go on with the same log: it would sign a second history. Before entries are
// added, the log is compared with the checkpoints in the folders that it was exported to (log_folders.h) and with what
// the signed lists of the data directory say of it (signed_lists.h); where one is ahead, a new log begins, which names
// the old one (begin_new_log).
//
// So no label is in circulation that the log has not recorded, and a killed process leaves behind a run that was never
// printed: unprinted() lists it, give_up() ends it. Its serials are never used again. All errors also: those of
// LedgerTables::health(), and those of the key file (log_key.h). One object belongs to one thread at a time; other
// threads and processes open their own.
#include "lots/event.h"
#include "store/ledger_tables.h"
#include "store/log_key.h"
#include "trace/log_mark.h"
#include "trace/log_proof.h"
#include "trace/serial.h"
#include "trace/witness_request.h"

#include <functional>

namespace temsao::store {

// Labels to print: an issue and its serials, or none when all labels are alike.
struct Reservation {
    Issue issue;
    std::vector<std::string> serials; // as stored; shown_serial() is what the code holds
};

struct FoundSerial {
    SerialRow row;
    Issue issue;
};

// What the log says, and whether it is intact.
struct Audit {
    struct Row {
        PrintedCount count;
        std::optional<std::int64_t> declared; // for the product and lot, by the last declaration
        bool over = false;                    // the lot has more labels, without those ended, than declared
    };

    std::vector<Row> rows; // by product, certificate, lot
    std::vector<Issue> unprinted;
    std::int64_t size = 0, checkpoints = 0;
    bool entries_hold = false;           // all entries, read again, give the root of the tiles
    std::int64_t broken_checkpoints = 0; // signed checkpoints that are not a beginning of this log
    std::int64_t inconsistent = 0;       // serials that do not agree with the log, ended ones without an entry included
    std::int64_t events_inconsistent = 0; // events of lots that do not agree with the log, and entries without an event
    std::int64_t declarations_inconsistent = 0; // declarations that do not agree with the log, and entries without one
    std::int64_t taken_inconsistent = 0;        // logs of other machines that are not as they were taken
    std::int64_t statements_inconsistent = 0;   // lists, permits and revocations that do not agree with the log
    std::int64_t unsigned_entries = 0;          // at the end, beyond the newest checkpoint: one was taken away
    std::string behind;                         // a folder or a signed list with a mark that this log does not extend

    bool holds() const {
        return entries_hold && broken_checkpoints == 0 && inconsistent == 0 && events_inconsistent == 0 &&
               declarations_inconsistent == 0 && taken_inconsistent == 0 && statements_inconsistent == 0 &&
               unsigned_entries == 0 && behind.empty();
    }
};

class LotEvents;
class Sightings;
class Submissions;

class Ledger {
public:
    // `store` is empty for SQLite in `home`, which is created when it is missing. `draw` is where serials come from.
    // `patience`: how long a statement may take at PostgreSQL, and, up to a minute, how long it is asked again when the
    // connection is lost. Errors: store.unusable, store.newer, store.address {store}.
    static Result<Ledger> open(const std::filesystem::path& home,
                               const std::string& store = {},
                               trace::SerialSource draw = trace::random_serials(),
                               std::chrono::seconds patience = std::chrono::minutes(5));

    // For reading only: needs nothing to be writable.
    static Result<Ledger> open_to_read(const std::filesystem::path& home,
                                       const std::string& store = {},
                                       std::chrono::seconds patience = std::chrono::minutes(5));

    // What is kept with the log and has a header of its own: the lot book (lot_events.h), recorded checks
    // (sightings.h), the logs of other machines (submissions.h). Each is a view of this object, which outlives it and
    // stays where it is.
    LotEvents lot_events();
    Sightings sightings();
    Submissions submissions();

    // Adding to a log in the data directory needs its key: error log.key_gone {file} (Cause::data) when it is not
    // there.

    // Reserves for each issue as many new serials as it has labels, or none if it has no serials; all or nothing. Error
    // serial.none_free when the source gives only serials that are taken.
    Result<std::vector<Reservation>> reserve(const std::vector<Issue>& issues);

    // Reserves a serial named by the user, for an issue of one label: one of the producer's own that is not in use for
    // this product, or one of ours that is reserved for it. Errors (Cause::refused) serial.used {serial, state,
    // product}, serial.other_product {serial, product}.
    Result<Reservation> reserve(const Issue& issue, const std::string& serial);

    // The labels enter the log and its checkpoint is signed. `packed`: what the lot book says of the run, which has one
    // product then; it enters the log in the same step, right behind the labels. Errors: log.altered {size}
    // (Cause::data): the log no longer matches its last checkpoint; serial.overtaken (Cause::refused): one of the
    // serials was voided in the meantime.
    Outcome print(const std::vector<Reservation>& run, const std::optional<lots::Event>& packed = {});

    // Some labels of a reserved run, each with a serial, go to a printer now: they enter the log and are `sent`; with
    // the first of them what the lot book says of the run. Errors as above.
    Outcome send(const Reservation& part, const std::optional<lots::Event>& packed = {});

    // What became of serials (as stored) that were sent: printed, or unknown; an unknown one may turn out to be
    // printed. The log has no entry of it, since it said before that these labels may be in circulation. Errors
    // serial.unknown, serial.state {serial, state} unless sent or unknown.
    Outcome settle(const std::vector<std::string>& kept, SerialState state);

    // Every serial of a run: those that went out in their order, then the others. Reads all serials there are.
    Result<std::vector<FoundSerial>> serials_of(std::int64_t run);

    // The files of a printed run could not be made: voids its labels in the log, with the reason, and strikes through
    // what the lot book says of the run.
    Outcome void_run(const std::vector<Reservation>& run, Date day, const std::string& reason);

    // Ends a run that was never printed and never will be: voids its serials and returns how many. None of its labels
    // is in circulation, so the log gets no entry. Calling it twice is harmless. Errors: (Cause::missing)
    // serial.run_none {run}, (Cause::refused) serial.run_printed {run}.
    Result<std::int64_t> give_up(std::int64_t run);

    Result<std::vector<Issue>> unprinted(); // runs that were reserved, neither printed nor given up; oldest first

    // `product` may be empty when the serial is enough. Errors (Cause::missing) serial.unknown {serial}, (Cause::usage)
    // serial.ambiguous {serial}: several products have it.
    Result<FoundSerial> find(const std::string& serial, const std::string& product);

    // Error serial.state {serial, state} (Cause::refused) when it ended before. When no label of its run is left, what
    // the lot book says of the run is struck through.
    Outcome void_serial(const std::string& serial, const std::string& product, Date day, const std::string& reason);

    // Replaces the serial with a new one, reserved for the same product and lot, and returns it. `reason` may be empty.
    // Errors as above.
    Result<Reservation>
    reissue(const std::string& serial, const std::string& product, Date day, const std::string& reason);

    Outcome declare(const Declaration& declaration); // its leaf is assigned here
    Result<std::vector<Declaration>> declarations(); // in the order they were made

    Result<std::vector<Issue>> issues(std::int64_t most); // newest first

    // Each serial that the log has as printed, whatever became of it since, with its issue's id. Not all at once in
    // memory.
    Outcome each_printed_serial(const std::function<void(std::int64_t issue, const std::string& kept)>& take);
    // Does the log have labels of this product and lot with serials of their own? `lot` may be empty: those without
    // one.
    Result<bool> prints_serials_of(const std::string& product, const std::string& lot);

    // Reads the whole log and compares: see Audit.
    Result<Audit> audit();

    Result<std::int64_t> log_size();
    Result<std::string> entry(std::int64_t leaf); // its text; it must exist (ENSURE)
    Result<std::string> tile(int level, std::int64_t number);
    Result<std::string> bundle(std::int64_t number, std::int64_t size); // entries of a tile, C2SP tlog-tiles
    Result<trace::merkle::Hash> root(std::int64_t size);

    // The newest signed checkpoint. Error log.empty (Cause::missing).
    Result<std::string> checkpoint();
    // Error log.empty (Cause::missing).
    Result<trace::NoteVerifier> verifier();

    // Is the signed checkpoint a beginning of this log? Nothing when it is another log's. A log that was copied back
    // from a backup does not extend the checkpoints that were published since.
    Result<std::optional<bool>> extends(const std::string& note);
    Result<std::optional<bool>> extends(const trace::LogMark& mark);

    // How far this log has come, for the signed list that is published now; empty while it has no entry.
    Result<std::optional<trace::LogMark>> mark();

    // Begins a new log, with a key and a name of its own, whose first own entry names the old one; what was printed
    // stays in it. For a copy that does not know what the original has printed since. Does nothing in an empty log.
    Outcome begin_new_log(Date day);

    // The key in the data directory is the one of this log; without a log, or without a key there, nothing. Errors:
    // those of load_log_key.
    Result<std::optional<bool>> holds_key();

    // The names of this log and of those that it goes on from: "ocop-log/…".
    Result<std::vector<std::string>> log_names();
    Result<std::vector<std::string>> run_options(); // Issue::options of all runs, each once

    // Proofs against the newest checkpoint; of a label, against the newest that witnesses signed, if it has the label.
    // Errors: those of find and checkpoint; serial.state when the label was never printed; for a checkpoint those of
    // trace::open_checkpoint, and log.altered when it is not a beginning of the log.
    Result<trace::InclusionProof> prove(const std::string& serial, const std::string& product);
    Result<trace::ConsistencyProof> prove_since(const std::string& older_checkpoint);

    // What the office says, for everybody who reads the log: a list that was signed, a permit, a revocation.
    struct Statement {
        std::string kind;        // list, permit, revocation
        std::int64_t number = 0; // of a list
        std::string text;        // the entry
    };

    // Those that stand in the log already are left alone; returns how many entered.
    Result<std::int64_t> enter(const std::vector<Statement>& statements, Date day);
    Result<std::int64_t> newest_list(); // the largest number of a list that entered; 0: none did
    // Against this signed checkpoint. Error log.altered when the statement is not within it.
    Result<trace::InclusionProof> prove_statement(const std::string& text, const std::string& note);
    // Makes the log and its key where there is none, and begins a new one where this copy must not go on
    // (keep_one_log).
    Outcome make_ready(Date day);

    // For witnesses (trace/witness_request.h). What to send one that saw `old_size` entries, to have this checkpoint
    // signed. Error log.altered when the checkpoint has fewer.
    Result<trace::WitnessRequest> request_since(std::int64_t old_size, const std::string& note);
    Outcome keep_cosigned(const std::string& note); // instead of the one of the same size
    // The newest checkpoint that witnesses signed, if it has at least so many entries.
    Result<std::optional<std::string>> cosigned(std::int64_t least_size);

private:
    friend class LotEvents;
    friend class Sightings;
    friend class Submissions;

    // Does `work` in one transaction: it all happened when this succeeds, and nothing of it else. Where the database
    // was lost on the way, it is done again as long as the tables advise so (LedgerTables::may_go_again): so `work`
    // begins again each time, and changes nothing outside.
    enum class AtTheEnd { commit, undo };
    template <class Work>
    auto in_a_step(const Work& work, AtTheEnd end = AtTheEnd::commit) -> decltype(work());
    Result<Audit> audit_here();

    Ledger(std::filesystem::path home, std::unique_ptr<LedgerTables> tables, trace::SerialSource draw, bool is_remote)
        : home_(std::move(home)),
          tables_(std::move(tables)),
          draw_(std::move(draw)),
          is_remote_(is_remote) {}

    // Into the log.
    Outcome enter(const std::vector<Reservation>& run, SerialState state, const std::optional<lots::Event>& packed);
    void one_less_to_print(const Issue& issue); // when its run was not printed
    trace::merkle::Tree tree(std::int64_t size);
    std::string text_of(const LogRow& row);
    Result<trace::merkle::Hash> root_of_entries(std::int64_t size);
    Result<std::vector<std::string>> draw_for(const Issue& issue);
    Result<std::optional<LogKey>> key();
    Outcome append(const std::vector<LogRow>& rows, const std::vector<trace::merkle::Hash>& leaves);
    Outcome append(std::string text);

    struct Entries {
        std::int64_t next = 0; // leaf
        std::vector<LogRow> rows;
        std::vector<trace::merkle::Hash> hashes;

        void add(std::string text);
    };

    Result<std::optional<trace::NoteVerifier>> signer_of(std::int64_t size); // of a checkpoint of that size
    Result<std::string> place_ahead();
    Outcome keep_one_log(Date day);
    Outcome can_sign();
    Outcome begin_new_log_here(Date day);
    Outcome compare_with_log(Audit& audit); // the records beside the log (ledger_compare.cpp)
    std::int64_t inconsistent_runs();

    std::filesystem::path home_;
    std::unique_ptr<LedgerTables> tables_;
    trace::SerialSource draw_;
    bool is_remote_ = false;          // not in the data directory: other machines append as well
    bool is_one_log_ = false;         // keep_one_log() has looked
    std::optional<Issue> last_issue_; // of text_of(): labels of one issue follow each other
};

} // namespace temsao::store
