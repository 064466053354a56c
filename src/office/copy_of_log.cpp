#include "office/copy_of_log.h"

#include "http/fetch.h"
#include "system/file.h"
#include "trace/entry_bundle.h"

#include <map>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;
namespace merkle = trace::merkle;

constexpr std::size_t most_tile_bytes = 256 * (2 + 65535);

bool is_address(const std::string& place) {
    return place.starts_with("http://") || place.starts_with("https://");
}

Result<std::string> read_part(const std::string& place, const std::string& name) {
    if (!is_address(place)) return read_file(fs::path(place) / name, most_tile_bytes);
    const auto url = place + (place.ends_with('/') ? "" : "/") + name;
    auto fetched = TRY(http::fetch({.url = url, .most_bytes = most_tile_bytes}));
    if (!fetched.is_ok()) return error(Cause::io, "fetch.failed", {url, std::to_string(fetched.status)});
    return std::move(fetched.body);
}

} // namespace

bool is_copy_of_log(const std::string& place) {
    std::error_code unknown;
    return is_address(place) || fs::is_directory(place, unknown);
}

Result<CopyOfLog> read_copy(const std::string& place, const trace::NoteVerifier& verifier) {
    auto note = TRY(read_part(place, "checkpoint"));
    const auto head = TRY(trace::open_checkpoint(note, verifier));
    const auto broken = [&](const std::string& name) { return error(Cause::data, "log.copy_broken", {place, name}); };
    std::optional<Error> differs;
    // Each tile is compared as soon as the entries make it; the last of each level lead to the root.
    std::map<int, std::pair<std::int64_t, std::string>> edge;
    const auto compare = [&](int level, std::int64_t number, std::string_view hashes) {
        edge[level] = {number, std::string(hashes)};
        const auto width = static_cast<std::int64_t>(hashes.size() / sizeof(merkle::Hash));
        const auto name = merkle::tile_path(level, number, width);
        if (differs) return;
        const auto held = read_part(place, name);
        if (!held)
            differs = held.error();
        else if (*held != hashes)
            differs = broken(name);
    };
    const merkle::ReadTile last = [&](int level, std::int64_t number) {
        const auto found = edge.find(level);
        return found != edge.end() && found->second.first == number ? found->second.second : std::string();
    };
    merkle::Appender appender(0, last, compare);
    for (std::int64_t number = 0; number * merkle::tile_width < head.size; ++number) {
        const auto width = std::min(merkle::tile_width, head.size - number * merkle::tile_width);
        const auto name = merkle::tile_path(-1, number, width);
        const auto bytes = TRY(read_part(place, name));
        const auto entries = trace::entries_in(bytes, merkle::tile_width);
        if (!entries || std::ssize(*entries) != width) return broken(name);
        for (const auto entry : *entries)
            appender.add(merkle::leaf_hash(entry));
        if (differs) return *differs;
    }
    appender.finish();
    if (differs) return *differs;
    const auto root = TRY(merkle::Tree(head.size, last).root());
    if (root != head.root) return broken("checkpoint");
    return CopyOfLog{head, std::move(note)};
}

} // namespace temsao::office
