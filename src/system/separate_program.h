#pragma once
// Runs a program as a child process with limits on CPU time, memory and output, so that a crash or a hang costs one
// photo or one request. No shell is used. The child and its own children are killed when we exit, for whatever reason.
// Its input is handed in through memory, so there is nothing to clean up afterwards. Any thread.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace temsao {

struct ProgramLimits {
    std::size_t output_bytes; // the child is killed when it prints more
    int seconds;              // of CPU time, all its threads together
    int clock_seconds = 0;    // 0: twice that
    std::uint64_t memory_bytes = 2ull << 30;
    unsigned descriptors = 0;     // 0: as many as this process may have
    bool may_write = false;       // files
    bool seeks_in_output = false; // it writes `output_file` instead of its standard output, which is not looked at then
};

// The child's surroundings.
struct ProgramSurroundings {
    std::vector<std::string> environment = {}; // "NAME=value"
    bool inherits = true;                      // besides these: all variables of this process
    std::filesystem::path folder = {};         // empty: this process's folder
};

struct ProgramRun {
    bool started = false; // false: the program is missing, or no process could be started
    bool in_time = true;
    int status = -1; // its exit status; -1 when it crashed or was killed
    std::string output;
};

// Path, inside the child, of the input that `run_program` hands in: a seekable file.
inline constexpr auto input_file = "/dev/stdin";

// Path, inside the child, of the file in memory that a child writes whose `seeks_in_output` is set.
inline constexpr auto output_file = "/dev/fd/3";
inline constexpr int output_descriptor = 3;

// Runs `words` (the first is looked up on the PATH) and returns its output.
ProgramRun run_program(const std::vector<std::string>& words,
                       const ProgramLimits& limits,
                       std::string_view input = {},
                       const ProgramSurroundings& surroundings = {});

} // namespace temsao
