#pragma once
// Inside `trace`: that a signed list stands in the print log. The log has an entry for each list; a list with a policy
// of witnesses carries the proof of its entry, with a checkpoint that enough witnesses signed. So a list that was made
// for one office only is seen by everybody who reads the log. Pure; any thread.
#include "trace/bundle.h"

namespace temsao::trace {

std::string list_entry(const Edition& edition, std::string_view payload);

// `proof` is a tlog-proof of this entry (log_proof.h), as the policy wants it. Errors: bundle.not_in_log (Cause::data);
// witness.too_few.
Outcome check_listing(std::string_view proof, const std::string& entry, const WitnessPolicy& policy);

} // namespace temsao::trace
