#include "press/home_json.h"

#include "system/file.h"

namespace temsao::press {
namespace {

constexpr std::uint64_t most_json_bytes = 1 << 20;

} // namespace

Result<job::Json> load_home_json(const std::filesystem::path& file) {
    std::error_code failed;
    if (!std::filesystem::exists(file, failed)) return job::Json::object();
    const auto bytes = TRY(read_file(file, most_json_bytes));
    auto json = job::read_json(bytes);
    if (!json || !json->is_object()) return error(Cause::data, "home.file", {file.string()});
    return *std::move(json);
}

Outcome save_home_json(const job::Surroundings& around, const std::filesystem::path& file, const job::Json& json) {
    std::error_code failed;
    std::filesystem::create_directories(around.home, failed);
    return write_file(file, job::dump(json));
}

} // namespace temsao::press
