#pragma once
// DeskStore: the tables of the server's desk, in the data directory's SQLite file, or in PostgreSQL so that several
// servers share them. The functions beside each noun read and write them: accounts.h, audit_entries.h, introductions.h,
// print_runs.h, proposals.h, rate_limits.h, shared_lists.h, shopper_questions.h, tries.h, witnessed_logs.h. Each
// function takes an Sql: a DeskStore, and then it is a transaction of its own, or the Sql that together() hands in, and
// then it is a part of that transaction.
//
//     TRY(store.together([&](Sql& sql) -> Outcome {
//         TRY(decide_proposal(sql, id, ProposalState::approved, name));
//         return add_audit_entry(sql, entry);
//     }));
//
// Any thread; calls wait for each other. Every function of these headers may fail with store.unusable {file or
// "PostgreSQL", why} (Cause::io).
#include "base/thread_annotations.h"
#include "store/sql.h"

#include <functional>

namespace temsao::store {

class DeskStore final : public Sql {
public:
    // `store` is empty for SQLite in `home`, which is created when it is missing, else postgresql://…; missing tables
    // are created. Errors: file.unwritable {path, why}, store.unusable, store.newer {file}, store.address {store}.
    static Result<std::unique_ptr<DeskStore>> open(const std::filesystem::path& home, const std::string& store);

    // All that `steps` does with its Sql is one transaction: when `steps` fails, nothing of it happened, and its error
    // is returned. Within `steps` the DeskStore itself must not be used: it waits for the end of the transaction.
    Outcome together(const std::function<Outcome(Sql&)>& steps);

    Outcome answers(); // whether the store does: asks it for nothing

    Result<std::vector<Row>> run(const std::string& sql, const std::vector<std::string>& values = {}) override;

private:
    explicit DeskStore(std::unique_ptr<SqlConnection> connection) : connection_(std::move(connection)) {}

    Mutex mutex_;
    std::unique_ptr<SqlConnection> connection_ PT_GUARDED_BY(mutex_);
};

} // namespace temsao::store
