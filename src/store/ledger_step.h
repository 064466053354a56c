#pragma once
// Inside `store`: a transaction on the ledger's tables.
#include "store/ledger.h"

namespace temsao::store {

template <class Work>
auto Ledger::in_a_step(const Work& work, AtTheEnd end) -> decltype(work()) {
    for (;;) {
        tables_->begin();
        auto answer = work();
        Outcome ended = tables_->health(); // what was read after a failure says nothing
        if (ended && answer && end == AtTheEnd::commit) {
            ended = tables_->commit();
        } else {
            tables_->undo();
        }
        if (ended) return answer;
        if (!tables_->may_go_again()) {
            const auto now = tables_->health(); // may say more by now; after undo() it may be sound again
            return now ? ended.error() : now.error();
        }
        is_one_log_ = false; // a log that began in the step did not
        last_issue_.reset();
    }
}

// What the tables give, unless they failed.
template <class T>
Result<T> sound(LedgerTables& tables, T value) {
    TRY(tables.health());
    return value;
}

} // namespace temsao::store
