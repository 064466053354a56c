#include "store/submissions.h"

#include "base/coding.h"
#include "store/ledger_step.h"
#include "store/stored_day.h"
#include "trace/note.h"

#include <algorithm>
#include <map>

namespace temsao::store {
namespace {

namespace merkle = trace::merkle;

// The root of entries that come one after the other.
class RootMaker {
public:
    RootMaker()
        : appender_(0, {}, [this](int level, std::int64_t number, std::string_view hashes) {
              tiles_[{level, number}] = hashes;
          }) {}

    void add(std::string_view entry) {
        appender_.add(merkle::leaf_hash(entry));
        ++size_;
    }

    Result<merkle::Hash> root() {
        if (size_ == 0) return merkle::empty_root();
        appender_.finish();
        return merkle::Tree(size_, [this](int level, std::int64_t number) { return tiles_[{level, number}]; }).root();
    }

private:
    std::map<std::pair<int, std::int64_t>, std::string> tiles_;
    merkle::Appender appender_;
    std::int64_t size_ = 0;
};

std::string base64(const merkle::Hash& hash) {
    return temsao::base64(trace::sodium::text_of(hash));
}

// Those of `log` from entry `from` on, up to `end`.
void each_entry(LedgerTables& tables,
                const std::string& log,
                std::int64_t from,
                std::int64_t end,
                const std::function<void(std::int64_t leaf, const std::string& entry)>& take) {
    constexpr std::int64_t at_once = 20'000;
    for (; from < end; from += at_once)
        for (const auto& row :
             tables.rows("SELECT leaf, entry FROM taken_entry WHERE log = ? AND leaf >= " + std::to_string(from) +
                             " AND leaf < " + std::to_string(std::min(end, from + at_once)) + " ORDER BY leaf",
                         {log}))
            take(as_number(row[0]), row[1]);
}

Submissions::TakenLog read_taken(const Sql::Row& row) {
    return {row[0], row[1], as_number(row[2]), row[3], stored_day(row[4])};
}

constexpr auto taken_columns = "SELECT log, producer, size, root, day, leaf FROM taken_log";

} // namespace

Result<Submissions::Taking>
Submissions::take(const trace::OpenedSubmission& opened, const std::string& producer, Date day) {
    const auto& submission = opened.submission;
    const auto& checkpoint = opened.checkpoint;
    const auto log = submission.log.text();
    return ledger_->in_a_step([&]() -> Result<Submissions::Taking> {
        TRY(ledger_->keep_one_log(day));
        const auto kept = ledger_->tables_->rows(std::string(taken_columns) + " WHERE log = ?", {log});
        TRY(ledger_->tables_->health());
        const auto known = kept.empty() ? TakenLog{log, producer, 0, "", day} : read_taken(kept.front());
        if (known.producer != producer)
            return error(
                Cause::refused, "submission.other_producer", {trace::name_of_verifier(log), known.producer, producer});
        if (submission.from > known.size)
            return error(Cause::refused,
                         "submission.gap",
                         {trace::name_of_verifier(log), std::to_string(known.size), std::to_string(submission.from)});
        const auto fork = [&](std::int64_t entry) {
            return error(
                Cause::refused, "submission.fork", {trace::name_of_verifier(log), producer, std::to_string(entry)});
        };
        RootMaker before, whole;
        std::optional<std::int64_t> other; // the first entry that is not as it was taken
        each_entry(*ledger_->tables_,
                   log,
                   0,
                   std::min(known.size, checkpoint.size),
                   [&](std::int64_t leaf, const std::string& entry) {
                       if (leaf < submission.from) {
                           before.add(entry);
                           whole.add(entry);
                       } else if (!other &&
                                  entry != submission.entries[static_cast<std::size_t>(leaf - submission.from)]) {
                           other = leaf;
                       }
                   });
        TRY(ledger_->tables_->health());
        if (other) return fork(*other);
        for (const auto& entry : submission.entries)
            whole.add(entry);
        const auto older = TRY(before.root());
        if (TRY(whole.root()) != checkpoint.root) return fork(submission.from);
        if (submission.from > 0 &&
            !merkle::extends(checkpoint.root, checkpoint.size, older, submission.from, submission.path))
            return fork(submission.from);
        if (checkpoint.size <= known.size) return Taking{known.size, known.size};
        for (auto leaf = known.size; leaf < checkpoint.size; ++leaf)
            ledger_->tables_->rows(
                "INSERT INTO taken_entry(log, leaf, entry) VALUES (?,?,?)",
                {log, std::to_string(leaf), submission.entries[static_cast<std::size_t>(leaf - submission.from)]});
        const auto root = base64(checkpoint.root);
        ledger_->tables_->rows(
            "INSERT INTO taken_log(log, producer, size, root, day, checkpoint, leaf) VALUES (?,?,?,?,?,?,?)"
            " ON CONFLICT (log) DO UPDATE SET size = excluded.size, root = excluded.root, day = excluded.day,"
            " checkpoint = excluded.checkpoint, leaf = excluded.leaf",
            {log,
             producer,
             std::to_string(checkpoint.size),
             root,
             day.iso(),
             submission.checkpoint,
             std::to_string(ledger_->tables_->log_size())});
        TRY(ledger_->append(taken_entry(log, checkpoint.size, root, day)));
        return Taking{known.size, checkpoint.size};
    });
}

Result<std::vector<Submissions::TakenLog>> Submissions::taken_logs() {
    std::vector<TakenLog> all;
    for (const auto& row : ledger_->tables_->rows(taken_columns, {}))
        all.push_back(read_taken(row));
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.verifier < b.verifier; });
    return sound(*ledger_->tables_, std::move(all));
}

Outcome Submissions::each_taken_entry(const std::string& verifier,
                                      const std::function<void(const std::string&)>& take) {
    for (const auto& row : ledger_->tables_->rows(std::string(taken_columns) + " WHERE log = ?", {verifier}))
        each_entry(*ledger_->tables_, verifier, 0, as_number(row[2]), [&](std::int64_t, const std::string& entry) {
            take(entry);
        });
    return ledger_->tables_->health();
}

Result<std::int64_t> Submissions::inconsistent(std::map<std::string, std::string> told) {
    std::int64_t inconsistent = 0;
    for (const auto& log : TRY(taken_logs())) {
        RootMaker made;
        TRY(each_taken_entry(log.verifier, [&](const std::string& entry) { made.add(entry); }));
        const auto root = TRY(made.root());
        inconsistent +=
            base64(root) != log.root || told[log.verifier] != taken_entry(log.verifier, log.size, log.root, log.day);
        told.erase(log.verifier);
    }
    return inconsistent + static_cast<std::int64_t>(told.size());
}

Result<trace::Submission> Submissions::entries_to_submit(bool all, Date day) {
    const auto known = TRY(ledger_->verifier());
    auto note = TRY(ledger_->checkpoint());
    const auto head = TRY(trace::open_checkpoint(note, known));
    std::int64_t from = 0;
    if (!all)
        for (const auto& row : ledger_->tables_->rows("SELECT size FROM submitted WHERE log = ?", {known.text()}))
            from = std::min(head.size, as_number(row[0]));
    TRY(ledger_->tables_->health());
    auto path = from > 0 ? TRY(ledger_->tree(head.size).consistency(from)) : merkle::Path();
    trace::Submission submission{
        .log = known, .from = from, .day = day, .path = std::move(path), .checkpoint = std::move(note), .entries = {}};
    ledger_->last_issue_.reset();
    ledger_->tables_->each_log(
        from, head.size, [&](const LogRow& row) { submission.entries.push_back(ledger_->text_of(row)); });
    return sound(*ledger_->tables_, std::move(submission));
}

Outcome Submissions::note_submitted(const trace::Submission& submission) {
    const auto size = submission.from + static_cast<std::int64_t>(submission.entries.size());
    return ledger_->in_a_step([&]() -> Outcome {
        ledger_->tables_->rows("INSERT INTO submitted(log, size, day) VALUES (?,?,?) ON CONFLICT (log) DO UPDATE"
                               " SET size = excluded.size, day = excluded.day WHERE excluded.size > submitted.size",
                               {submission.log.text(), std::to_string(size), submission.day.iso()});
        return done;
    });
}

} // namespace temsao::store
