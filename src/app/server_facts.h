#pragma once
// More data that the server gives and takes as JSON documents: serials, checks, printers.
#include "app/job.h"

namespace temsao::app {

// {"serial", "check", "product", "name", "producer", "lot", "state", "certificate", "at"}. `product` may be empty when
// the serial is enough. Errors: serial.unknown, serial.ambiguous, serial.check.
Result<std::string> serial_facts(const std::string& serial,
                                 const std::string& product,
                                 const std::string& store,
                                 const Surroundings& around);

// {"checks": […], "by_place": [{"place", "valid", "check", "invalid", "inconclusive"}]}, newest first.
Result<std::string> checks_made(const std::string& store, const Surroundings& around);

// A check made in the field: its code's text, day, place and verdict. Product, lot and serial are taken from the text.
struct FieldCheck {
    std::string text, at, place, verdict; // at: a day or a time, ISO
};

// Merges these checks into the stored ones; a check that is stored already changes nothing. {"added", "checks"}.
// Errors: checks.form {place in the list}, sighting.text.
Result<std::string> record_checks(const std::vector<FieldCheck>& checks,
                                  const std::string& inspector,
                                  const std::string& store,
                                  const Surroundings& around);

// [{"name", "dpi", "right_mm", "down_mm", "across_scale", "down_scale", "turn_degrees"}]
Result<std::string> printers(const Surroundings& around);

// {"paper_mm": [w, h], "nominal_mm": [a, b, c, d, e]} of the test sheet on a stock's paper. Error stock.unknown.
Result<std::string> test_sheet(const std::string& stock, const Surroundings& around);

} // namespace temsao::app
