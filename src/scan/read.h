#pragma once
// photo -> readings: every symbol in the picture. ZXing looks first; what it leaves is found by our own finder patterns
// and read by our own grids (scan/grids.h). No exceptions; any thread with its own photo.
#include "photo/photo.h"
#include "photo/reading.h"

namespace temsao::scan {

struct ReadReport {
    std::vector<photo::Reading> readings; // at most 200, each once
    std::vector<std::string> passes;      // the steps that were tried, in order: "plain", "grid"
    std::int64_t work = 0;                // work done, counted as below
};

// How much work a photo may cost. It is counted by operations, not by a clock, so that the same photo gives the same
// readings on every machine: in nanoseconds, as each kind of operation took when measured once on a reference machine.
// Before ZXing looks, its cost is estimated from the picture, and a crowded picture is looked at in a smaller size. At
// most, for a photo of 12 megapixels: fast 150 ms, normal 300 ms, max 2 s of CPU time; for larger ones in proportion.
enum class Effort { fast, normal, max };

// For a photo of so many pixels.
std::int64_t most_work(Effort effort, std::int64_t pixels);

ReadReport read_symbols(const photo::Photo& photo, Effort effort = Effort::normal);

} // namespace temsao::scan
