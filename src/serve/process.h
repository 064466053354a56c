#pragma once
// A program run in limits: what it reads is hostile, so it gets little memory, little time and no name of ours to shout
// with. Whatever it does costs one request.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace temsao::serve {

struct ProcessLimits {
    unsigned seconds = 20; // by the clock; then it is killed, and what it started with it
    std::uint64_t memory_bytes = 2ull << 30;
    std::size_t output_bytes = 8 << 20; // more is an end too
};

struct ProcessEnd {
    int exit_status = 0; // -1: it crashed, was killed, or said too much
    std::string output;
};

// Standard output only; nothing when no process could be started. Any thread.
std::optional<ProcessEnd> run_process(const std::filesystem::path& program,
                                      const std::vector<std::string>& arguments,
                                      const std::filesystem::path& folder,
                                      const std::vector<std::string>& environment,
                                      const ProcessLimits& limits);

} // namespace temsao::serve
