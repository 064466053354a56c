#include "office/home_json.h"

#include "trace/sodium.h"

#include <algorithm>

namespace temsao::office {
namespace {

constexpr std::uint64_t most_json_bytes = 1 << 20;
constexpr auto digest_member = "#sha256";

std::string digest_of(const job::Json& json) {
    return trace::sodium::hex(trace::sodium::sha256(job::dump(json)));
}

bool is_like_digest(const job::Json& value) {
    return value.is_string() && value.get_ref<const std::string&>().size() == digest_of({}).size();
}

} // namespace

Result<job::Json> load_home_json(const std::filesystem::path& file) {
    const auto bytes = TRY(read_if_there(file, most_json_bytes));
    if (!bytes) return job::Json::object();
    auto json = job::read_json(*bytes);
    const auto damaged = error(Cause::data, "home.file", {file.string()});
    if (!json || !json->is_object()) return damaged;
    if (const auto digest = json->find(digest_member); digest != json->end()) {
        const auto kept = *digest;
        json->erase(digest);
        if (kept != job::Json(digest_of(*json))) return damaged;
    } else if (std::any_of(json->begin(), json->end(), is_like_digest)) {
        return damaged; // the digest's own name was altered
    }
    return *std::move(json);
}

std::string home_json_bytes(job::Json json) {
    json[digest_member] = digest_of(json);
    return job::dump(json);
}

Outcome change_home_json(const std::filesystem::path& file, const std::function<Outcome(job::Json&)>& change) {
    return change_record(file, most_json_bytes, [&](const std::string&) -> Result<std::string> {
        auto json = TRY(load_home_json(file));
        TRY(change(json));
        return home_json_bytes(std::move(json));
    });
}

} // namespace temsao::office
