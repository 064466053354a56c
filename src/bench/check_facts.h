#pragma once
// The checks made in the field, as the server hands them out and takes them in. Any thread: the store locks.
#include "job/job.h"

namespace temsao::bench {

// One page: {"checks": […], "by_place": [{"place", "valid", "check", "invalid", "inconclusive"}], "next"}, newest
// first, at most `most`. `after` is the "next" of the page before, or empty; "next" is null on the last one. The places
// are those of all checks. Error checks.page {after}.
Result<job::Json>
checks_made(int most, const std::string& after, const std::string& store, const job::Surroundings& around);

// A check made in the field: its code's text, day, place and verdict. Product, lot and serial are taken from the text.
struct FieldCheck {
    std::string text, at, place, verdict; // at: a day or a time, ISO
};

// Merges these checks into the stored ones; a check that is stored already changes nothing. {"added", "checks"}.
// Errors: checks.form {place in the list}, sighting.text.
Result<job::Json> record_checks(const std::vector<FieldCheck>& checks,
                                const std::string& inspector,
                                const std::string& store,
                                const job::Surroundings& around);

} // namespace temsao::bench
