#pragma once
// Inside `app`: checks against what was seen before, and writing them down.
#include "app/check_report.h"
#include "app/job.h"
#include "store/ledger.h"

namespace temsao::app {

// Every label of the run with a serial is compared with the ledger's sightings; with --record the run's labels are
// written down after that. Errors: sighting.text {option}, those of the ledger.
Outcome compare_sightings(const Request& request, const Surroundings& around, CheckedRun& run);

// The comparison alone, for checks at `place` (empty: not told).
Outcome compare_sightings(store::Ledger& ledger, const std::string& place, CheckedRun& run);

} // namespace temsao::app
