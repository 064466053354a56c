#include "trace/listing.h"

#include "trace/log_proof.h"

namespace temsao::trace {

std::string list_entry(const Edition& edition, std::string_view payload) {
    return "temsao list 1\nsequence " + std::to_string(edition.sequence) + "\nas-of " + edition.as_of.iso() +
           "\npayload " + sodium::hex(sodium::sha256(payload)) + "\n";
}

Outcome check_listing(std::string_view proof, const std::string& entry, const WitnessPolicy& policy) {
    const auto not_in_log = error(Cause::data, "bundle.not_in_log");
    if (!policy.log) return not_in_log;
    const auto proved = check_proof(proof, *policy.log);
    if (!proved || proved->entry != entry) return not_in_log;
    return meets(proved->note, policy);
}

} // namespace temsao::trace
