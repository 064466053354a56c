#pragma once
// Inside `office`: asks witnesses to sign a checkpoint of our log, all at once, each at most ten seconds and twice. One
// that does not answer is named, and the others count.
#include "store/ledger.h"
#include "trace/cosignature.h"

namespace temsao::office {

struct GatheredCosignatures {
    std::string note;                 // the checkpoint with all good cosignatures, those of before too
    std::vector<std::string> signers; // names, in the policy's order

    struct Silent {
        std::string name;
        Message why;
    };

    std::vector<Silent> silent; // who did not sign, and why
};

// The checkpoint is the newest of the log; what was gathered is kept there. Errors: those of the ledger.
Result<GatheredCosignatures> gather_cosignatures(store::Ledger& ledger, const trace::WitnessPolicy& policy);

// A line for each that did not sign.
std::vector<std::string> silent_words(const GatheredCosignatures& gathered, Lang lang);

} // namespace temsao::office
