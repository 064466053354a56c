#pragma once
// Inside `scan` only: a stranger's program, run apart from us, so that what breaks it costs one photo. No shell; it can
// write no file, computes no longer and takes no more memory than it may, and ends with us, however we end. What it
// reads comes through memory, so there is nothing to clean up afterwards. Any thread.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::scan {

struct ProgramLimits {
    std::size_t output_bytes;
    int seconds; // of computing; twice that by the clock
};

struct ProgramRun {
    bool started = false; // false: there is no such program
    bool in_time = true;
    int status = -1; // as the program left; -1 when it crashed or was ended
    std::string output;
};

// Inside the program: what `run_program` hands in, as a file that may be sought in.
inline constexpr auto input_file = "/dev/stdin";

// Runs `words`, the first of which is looked for on the PATH, and takes what it prints. `more_environment`:
// "NAME=value".
ProgramRun run_program(const std::vector<std::string>& words,
                       const ProgramLimits& limits,
                       std::string_view input = {},
                       const std::vector<std::string>& more_environment = {});

} // namespace temsao::scan
