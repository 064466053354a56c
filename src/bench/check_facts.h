#pragma once
// The checks made in the field, as the server hands them out and takes them in. Values; any thread: the store locks.
#include "job/job.h"
#include "store/ledger.h"
#include "store/sightings.h"
#include "verify/judge.h"

#include <array>

namespace temsao::bench {

// How many checks in one commune had each verdict, by its number (verify::Word).
struct PlaceChecks {
    std::string place; // as it was typed, the fullest form; may be empty
    std::array<std::int64_t, 4> checks = {};
};

struct ChecksPage {
    std::vector<store::Sighting> checks;    // newest first
    std::vector<PlaceChecks> by_place = {}; // of all checks there are
    std::optional<std::string> next = {};   // what names the page after this one; empty: there is none
};

// At most `most`. `after` is the `next` of the page before, or empty. Error checks.page {after}.
Result<ChecksPage>
checks_made(int most, const std::string& after, const std::string& store, const job::Surroundings& around);

// {"checks": […], "by_place": [{"place", "valid", "inconclusive", "check", "invalid"}], "next"}
job::Json to_json(const ChecksPage& page);

// A check made in the field: its code's text, day, place and verdict. Product, lot and serial are taken from the text.
struct FieldCheck {
    std::string text, at, place, verdict; // at: a day or a time, ISO
};

// Merges these checks into the stored ones; a check that is stored already changes nothing. Errors: checks.form
// {"checks", place in the list} (Cause::data), sighting.text {"place", most bytes} (Cause::usage).
Result<store::Sightings::Recorded> record_checks(const std::vector<FieldCheck>& checks,
                                                 const std::string& inspector,
                                                 const std::string& store,
                                                 const job::Surroundings& around);

job::Json to_json(const store::Sightings::Recorded& recorded); // {"added", "checks"}

} // namespace temsao::bench
