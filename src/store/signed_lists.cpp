#include "store/signed_lists.h"

#include "system/file.h"
#include "trace/minisign.h"

namespace temsao::store {
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t most_key_bytes = 4096;

} // namespace

SignedListPlace installed_list(const fs::path& home) {
    return {home / "trust" / "bundle", home / "trust" / "root.pub"};
}

SignedListPlace published_list(const fs::path& home) {
    return {home / "keys" / "published", home / "keys" / "root.pub"};
}

SignedListPlace handed_out_list(const fs::path& home) {
    return {home / "published" / "danh-sach.temsao", home / "keys" / "root.pub"};
}

std::optional<trace::LogMark> mark_in_list(const fs::path& bundle, const fs::path& root) {
    const auto line = read_file(root, most_key_bytes);
    const auto file = read_file(bundle, trace::largest_bundle);
    if (!line || !file) return {};
    const auto key = trace::read_minisign_key(*line);
    return key ? trace::log_mark_of(*file, *key) : std::nullopt;
}

std::vector<MarkInList> marks_in_lists(const fs::path& home) {
    std::vector<MarkInList> marks;
    for (const auto& place : {installed_list(home), published_list(home), handed_out_list(home)})
        if (auto mark = mark_in_list(place.bundle, place.root)) marks.push_back({place.bundle, *std::move(mark)});
    return marks;
}

} // namespace temsao::store
