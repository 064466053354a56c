#pragma once
// Inside `app`: checks against what was seen before, and writing them down.
#include "check/check_report.h"
#include "job/job.h"
#include "store/ledger.h"
#include "store/sighting.h"

namespace temsao::bench {

inline constexpr std::size_t longest_name = 200;  // bytes, of places and inspectors
inline constexpr std::size_t longest_code = 2953; // bytes, what a QR code holds

// --place or --inspector, tidied. Error sighting.text when it is too long.
Result<std::string> name_option(const job::Request& request, const std::string& option);

// Every label of the run with a serial is compared with the ledger's sightings; with --record the run's labels are
// written down after that. Errors: sighting.text {option}, those of the ledger.
Outcome compare_sightings(const job::Request& request, const job::Surroundings& around, check::CheckedRun& run);

// The comparison alone, for checks at `place` (empty: not told).
Outcome compare_sightings(store::Ledger& ledger, const std::string& place, check::CheckedRun& run);

// A line of the file that checks export writes and checks merge reads; nothing when it is none of ours. Values must be
// tidy, as ours were when they were made: a hostile file brings nothing in that --record could not.
std::optional<store::Sighting> read_check(std::string_view line);
std::string write_check(const store::Sighting& check); // with its end

job::Json to_json(const store::Ledger::Recorded& recorded); // {"added", "checks"}

} // namespace temsao::bench
