#pragma once
// photo -> readings: every symbol in the picture. Steps are tried from the cheap to the dear; each reading says which
// one found it. No exceptions; any thread with its own photo.
#include "scan/photo.h"
#include "scan/reading.h"

namespace temsao::scan {

struct ReadReport {
    std::vector<Reading> readings;   // at most 200, each once
    std::vector<std::string> passes; // the steps that were tried, in order
};

ReadReport read_symbols(const Photo& photo);

// A step: how the picture is prepared before ZXing looks at it.
struct Step {
    std::string_view name;
    std::string_view what; // for people
};

const std::vector<Step>& reading_steps();

} // namespace temsao::scan
