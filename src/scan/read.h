#pragma once
// photo -> readings: every symbol in the picture. Steps are tried cheapest first until every located symbol is read;
// each reading says which step read it. No exceptions; any thread with its own photo.
#include "photo/photo.h"
#include "photo/reading.h"

namespace temsao::scan {

struct ReadReport {
    std::vector<photo::Reading> readings; // at most 200, each once
    std::vector<std::string> passes;      // the steps that were tried, in order
    std::int64_t work = 0;                // work done, counted as below
};

// How much work a photo may cost. It is counted by operations, not by a clock, so that the same photo gives the same
// readings on every machine: in nanoseconds, as each kind of operation took when measured once on a reference machine.
// Before a step begins, its cost is estimated from the picture, and a crowded picture is read at a smaller size. At
// most, for a photo of 12 megapixels: fast 150 ms, normal 300 ms, max 2 s of CPU time.
enum class Effort { fast, normal, max };

std::int64_t most_work(Effort effort);

ReadReport read_symbols(const photo::Photo& photo, Effort effort = Effort::normal);

// A step: how the picture is prepared before ZXing looks at it.
struct Step {
    std::string_view name;
    std::string_view what; // for people
};

const std::vector<Step>& reading_steps();

} // namespace temsao::scan
