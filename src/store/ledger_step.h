#pragma once
// Inside `store`: a transaction on the ledger's tables.
#include "store/ledger.h"

namespace temsao::store {

template <class Work>
auto Ledger::in_a_step(const Work& work, AtTheEnd end) -> decltype(work()) {
    for (;;) {
        tables_->begin();
        const auto began = tables_->health();
        auto answer = began ? work() : decltype(work())(began.error());
        Outcome ended = tables_->health(); // what was read after a failure says nothing
        const bool is_wanted = ended && answer && end == AtTheEnd::commit;
        if (is_wanted)
            ended = tables_->commit();
        else
            tables_->undo();
        if (!is_wanted || !ended) { // what began in the step did not: a log, a run
            is_one_log_ = false;
            last_issue_.reset();
        }
        if (ended) return answer;
        if (!tables_->may_go_again()) {
            const auto now = tables_->health(); // may say more by now; after undo() it may be sound again
            return now ? ended.error() : now.error();
        }
    }
}

// What the tables give, unless they failed.
template <class T>
Result<T> sound(LedgerTables& tables, T value) {
    TRY(tables.health());
    return value;
}

} // namespace temsao::store
