#include "office/trusted_list.h"

#include "store/list_store.h"
#include "system/file.h"
#include "trace/minisign.h"

namespace temsao::office {
namespace fs = std::filesystem;

fs::path pinned_root_file(const fs::path& home) {
    return home / "trust" / "root.pub";
}

fs::path bundle_file(const fs::path& home) {
    return home / "trust" / "bundle";
}

Result<std::optional<trace::PublicKey>> pinned_root(const fs::path& home) {
    std::error_code ignored;
    if (!fs::exists(pinned_root_file(home), ignored)) return std::optional<trace::PublicKey>();
    const auto text = TRY(read_file(pinned_root_file(home), 4096));
    const auto key = TRY(trace::read_minisign_key(text));
    return std::optional(key);
}

Result<std::optional<check::TrustedList>> load_trusted(const fs::path& home) {
    const auto root = TRY(pinned_root(home));
    if (!root) return std::optional<check::TrustedList>();
    const auto file = TRY(read_file(bundle_file(home), trace::largest_bundle));
    auto trusted = TRY(check::read_trusted(file, *root));
    return std::optional(std::move(trusted));
}

Result<ListInUse> list_in_use(const job::Surroundings& around) {
    ListInUse use;
    auto trusted = TRY(load_trusted(around.home));
    auto store = TRY(store::ListStore::open_to_read(around.home));
    if (trusted) {
        const auto as_of = trusted->list.header.as_of;
        const auto versions = TRY(store.versions());
        if (!versions.empty() && !versions.back().header.is_signed && as_of < versions.back().header.as_of)
            use.remarks.push_back(
                say({"verify.unsigned_newer", {versions.back().header.as_of.vietnamese(), as_of.vietnamese()}},
                    around.lang));
        use.list = std::move(trusted->list);
        use.keys = std::move(trusted->keys);
        return use;
    }
    auto list = store.load();
    if (list)
        use.list = *std::move(list);
    else if (list.error().cause == Cause::missing) // nothing was imported yet
        use.remarks.push_back(say(list.error().what, around.lang));
    else
        return list.error();
    return use;
}

} // namespace temsao::office
