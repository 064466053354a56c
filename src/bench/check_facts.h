#pragma once
// The checks made in the field, as the server hands them out and takes them in.
#include "job/job.h"

namespace temsao::bench {

// {"checks": […], "by_place": [{"place", "valid", "check", "invalid", "inconclusive"}]}, newest first.
Result<job::Json> checks_made(const std::string& store, const job::Surroundings& around);

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
