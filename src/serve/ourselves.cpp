#include "serve/ourselves.h"

namespace temsao::serve {
namespace {

constexpr ProcessLimits decoding{.seconds = 20, .memory_bytes = 3ull << 30, .output_bytes = 64 << 20};

} // namespace

Result<std::string> run_ourselves(const Call& call,
                                  const std::filesystem::path& home,
                                  const std::vector<std::string>& words,
                                  const std::filesystem::path& folder) {
    std::vector<std::string> arguments{"--home",
                                       std::filesystem::absolute(home).string(),
                                       "--lang",
                                       call.lang == Lang::vi ? "vi" : "en",
                                       "--json",
                                       "--quiet"};
    arguments.insert(arguments.end(), words.begin(), words.end());
    auto end = run_process(call.rooms.program,
                           arguments,
                           folder,
                           {"PATH=/usr/bin:/bin",
                            "LANG=C.UTF-8",
                            "HOME=/nonexistent",
                            "TEMSAO_SHARE=" + std::filesystem::absolute(call.rooms.around.share).string()},
                           decoding);
    if (!end) return error(Cause::io, "check.no_process");
    const auto json = Json::parse(end->output, nullptr, false);
    if (end->exit_status < 0 || !json.is_object()) return error(Cause::data, "check.photo_failed");
    if (const auto why = json.find("error"); why != json.end())
        return error(Cause::data, "request.told", {why->at("message").get<std::string>()});
    return std::move(end->output);
}

Scratch::Scratch(const Call& call) : path_(call.rooms.around.home / "uploads" / ("work-" + call.rooms.desk.new_id())) {
    std::error_code ignored;
    std::filesystem::create_directories(path_, ignored);
}

Scratch::~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

} // namespace temsao::serve
