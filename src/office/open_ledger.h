#pragma once
// The print log of a job: in the data directory, or on the server that --store names.
#include "job/job.h"
#include "store/ledger.h"

namespace temsao::office {

// Errors: those of store::Ledger::open.
Result<store::Ledger> open_ledger(const job::Request& request, const job::Surroundings& around);

} // namespace temsao::office
