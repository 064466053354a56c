#pragma once
// photo -> readings: every symbol in the picture. Steps are tried from the cheap to the dear until every symbol that
// was located is read; each reading says which step read it. No exceptions; any thread with its own photo.
#include "photo/photo.h"
#include "photo/reading.h"

namespace temsao::scan {

struct ReadReport {
    std::vector<photo::Reading> readings; // at most 200, each once
    std::vector<std::string> passes;      // the steps that were tried, in order
    std::int64_t work = 0;                // what was done, counted as below
};

// How much work a photo may cost, counted by what is done and not by a clock, so that the same photo gives the same
// readings on every machine: nanoseconds, as each kind of work took on the machine of CHANGELOG.md. Before a step
// begins its cost is told from the picture, and a crowded picture is looked at smaller. On a photo of 12 megapixels, at
// most: fast 150 ms, normal 300 ms, max 2 s of CPU.
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
