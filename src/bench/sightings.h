#pragma once
// Inside `bench`: compares checks with earlier sightings, and records them.
#include "check/check_report.h"
#include "job/job.h"
#include "store/ledger.h"
#include "store/sighting.h"
#include "verify/history.h"

namespace temsao::bench {

inline constexpr std::size_t longest_name = 200;  // bytes, of places and inspectors
inline constexpr std::size_t longest_code = 2953; // bytes, the capacity of a QR code

// Where and by whom labels are checked, and whether that is kept.
struct SightingWish {
    std::string place, inspector; // tidied; empty: not told
    bool record = false;          // --record
    std::string store;            // where the print log is; empty: in the data directory
    std::string time;             // of the day of the check; empty: not told
};

// Compares every label of the run that has a serial with the recorded sightings; if wished the run's labels are
// recorded after that. Errors: those of the ledger.
Outcome compare_and_record(const SightingWish& wish, const std::filesystem::path& home, check::CheckedRun& run);

// Only the comparison, for checks made `now`.
Outcome compare_sightings(store::Ledger& ledger, const verify::Seen& now, check::CheckedRun& run);

// A line of the file that checks export writes and checks merge reads; empty when it is not such a line. Values must be
// tidy (base/text.h), so that a hostile file can add nothing that --record could not.
std::optional<store::Sighting> read_check(std::string_view line);
std::string write_check(const store::Sighting& check); // with its newline

} // namespace temsao::bench
