#pragma once
// A program run apart from us, in limits, so that what breaks it costs one photo or one request. No shell; it computes
// no longer and takes no more memory than it may, and ends with us, however we end, and what it started with it. What
// it reads comes through memory, so there is nothing to clean up afterwards. Any thread.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace temsao {

struct ProgramLimits {
    std::size_t output_bytes; // more is an end too
    int seconds;              // of computing, all its threads together
    int clock_seconds = 0;    // 0: twice that
    std::uint64_t memory_bytes = 2ull << 30;
    unsigned descriptors = 0; // 0: as many as we may have
    bool may_write = false;   // files
};

// What it finds around itself.
struct ProgramSurroundings {
    std::vector<std::string> environment = {}; // "NAME=value"
    bool inherits = true;                      // beside these: all of our own variables
    std::filesystem::path folder = {};         // empty: where we are
};

struct ProgramRun {
    bool started = false; // false: there is no such program, or no process for it
    bool in_time = true;
    int status = -1; // as the program left; -1 when it crashed or was ended
    std::string output;
};

// Inside the program: what `run_program` hands in, as a file that may be sought in.
inline constexpr auto input_file = "/dev/stdin";

// Runs `words`, the first of which is looked for on the PATH, and takes what it prints.
ProgramRun run_program(const std::vector<std::string>& words,
                       const ProgramLimits& limits,
                       std::string_view input = {},
                       const ProgramSurroundings& surroundings = {});

} // namespace temsao
