#pragma once
// Inside `store`: a transaction on the ledger's tables.
#include "store/ledger.h"

namespace temsao::store {

// Undone unless committed.
class Ledger::Step {
public:
    explicit Step(LedgerTables& tables) : tables_(tables) { tables_.begin(); }

    ~Step() {
        if (open_) tables_.undo();
    }

    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

    Outcome commit() {
        open_ = false;
        return tables_.commit();
    }

private:
    LedgerTables& tables_;
    bool open_ = true;
};

// What the tables give, unless they failed.
template <class T>
Result<T> sound(LedgerTables& tables, T value) {
    TRY(tables.health());
    return value;
}

} // namespace temsao::store
