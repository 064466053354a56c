#include "serve/ourselves.h"

#include "job/json.h"
#include "system/separate_program.h"

namespace temsao::serve {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr std::uint64_t reading_memory = ~0ull; // no limit: a sanitizer's shadow takes terabytes of addresses
#else
constexpr std::uint64_t reading_memory = 3ull << 30;
#endif

struct Reading {
    ProgramLimits limits;
    const char* no_process;
    const char* failed;
};

// A list of 17,000 products takes 2 s of CPU time, and many times that by the clock where photos are read beside it.
Reading reading_of(Sent sent) {
    ProgramLimits limits{.output_bytes = 64 << 20,
                         .seconds = 40,
                         .clock_seconds = 20,
                         .memory_bytes = reading_memory,
                         .descriptors = 64,
                         .may_write = true};
    if (sent == Sent::photo) return {limits, "check.no_process", "check.photo_failed"};
    limits.clock_seconds = 180;
    return {limits, "proposal.no_process", "proposal.failed"};
}

} // namespace

Result<std::string> run_ourselves(const Call& call,
                                  Sent sent,
                                  const std::filesystem::path& home,
                                  const std::vector<std::string>& words,
                                  const std::filesystem::path& folder) {
    std::vector<std::string> command{call.services.program.string(),
                                     "--home",
                                     std::filesystem::absolute(home).string(),
                                     "--lang",
                                     call.lang == Lang::vi ? "vi" : "en",
                                     "--json",
                                     "--quiet"};
    command.insert(command.end(), words.begin(), words.end());
    const auto reading = reading_of(sent);
    auto end =
        run_program(command,
                    reading.limits,
                    {},
                    {.environment = {"PATH=/usr/bin:/bin",
                                     "LANG=C.UTF-8",
                                     "HOME=/nonexistent",
                                     "TEMSAO_SHARE=" + std::filesystem::absolute(call.services.around.share).string()},
                     .inherits = false,
                     .folder = folder});
    if (!end.started) return error(Cause::io, reading.no_process);
    const auto json = job::read_json(end.output);
    if (end.status < 0 || !json || !json->is_object()) return error(Cause::data, reading.failed);
    if (const auto why = json->find("error"); why != json->end())
        return error(Cause::data, "request.told", {why->at("message").get<std::string>()});
    return std::move(end.output);
}

Scratch::Scratch(const Call& call)
    : path_(call.services.around.home / "uploads" / ("work-" + call.services.desk.new_id())) {
    std::error_code ignored;
    std::filesystem::create_directories(path_, ignored);
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace temsao::serve
