#pragma once
// Inside `office`: a recall that is lifted, by name and with a reason, for the lots that nothing else calls back. One
// thread at a time.
#include "office/lot_words.h"

namespace temsao::office {

struct LiftWish {
    std::string item, lot, reason;
    bool only_looks = false;
};

// The recall's events are struck through, and the next signed list does not call those lots back. What is recalled for
// another reason as well, or made of a lot that is, stays recalled and is named. Interrupted, the same command again
// does the rest. Errors: lot.not_recalled {lot} (Cause::refused), lot.unknown, those of the store and of KeyFolder.
Result<job::Report>
lift_recall(store::Ledger& ledger, const LotBook& book, const LiftWish& wish, const job::Surroundings& around);

} // namespace temsao::office
