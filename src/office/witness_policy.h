#pragma once
// Inside `office`: the witnesses that this machine's print log asks, and how many of them a signed list needs: the file
// witness-policy in the data directory, in the form of c2sp.org/tlog-policy. Any thread and any process: it changes
// under a lock.
#include "trace/cosignature.h"

#include <filesystem>
#include <functional>

namespace temsao::office {

// Without witnesses where there is no file. Errors: witness.file {file} (Cause::data), those of read_if_there.
Result<trace::WitnessPolicy> witness_policy(const std::filesystem::path& home);

// `change` is given the policy there is. Errors: its own, and those of change_record.
Outcome change_witness_policy(const std::filesystem::path& home,
                              const std::function<Outcome(trace::WitnessPolicy& policy)>& change);

} // namespace temsao::office
