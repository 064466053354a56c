#pragma once
// The stores of a test's own data directory, opened. One that does not open ends the case.
#include "base/message.h"
#include "home.h"
#include "store/desk_store.h"
#include "store/ledger.h"

#include <memory>

namespace temsao {

inline std::unique_ptr<store::DeskStore> opened_desk(const Home& home) {
    auto store = store::DeskStore::open(home.path, home.store);
    if (!store) FAIL(say(store.error().what, Lang::en));
    return *std::move(store);
}

inline store::Ledger opened_ledger(const Home& home, trace::SerialSource draw = trace::random_serials()) {
    auto ledger = store::Ledger::open(home.path, home.store, std::move(draw));
    if (!ledger) FAIL(say(ledger.error().what, Lang::en));
    return *std::move(ledger);
}

} // namespace temsao
