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
    const auto text = read_file(pinned_root_file(home), 4096);
    if (!text) return text.error();
    const auto key = trace::read_minisign_key(*text);
    if (!key) return key.error();
    return std::optional(*key);
}

Result<std::optional<check::TrustedList>> load_trusted(const fs::path& home) {
    const auto root = pinned_root(home);
    if (!root) return root.error();
    if (!*root) return std::optional<check::TrustedList>();
    const auto file = read_file(bundle_file(home), trace::largest_bundle);
    if (!file) return file.error();
    auto trusted = check::read_trusted(*file, **root);
    if (!trusted) return trusted.error();
    return std::optional(*std::move(trusted));
}

Result<ListInUse> list_in_use(const job::Surroundings& around) {
    ListInUse use;
    auto trusted = load_trusted(around.home);
    if (!trusted) return trusted.error();
    auto store = store::ListStore::open(around.home);
    if (!store) return store.error();
    if (*trusted) {
        const auto as_of = (*trusted)->list.header.as_of;
        const auto versions = store->versions();
        if (!versions) return versions.error();
        if (!versions->empty() && !versions->back().header.is_signed && as_of < versions->back().header.as_of)
            use.remarks.push_back(
                say({"verify.unsigned_newer", {versions->back().header.as_of.vietnamese(), as_of.vietnamese()}},
                    around.lang));
        use.list = std::move((*trusted)->list);
        use.keys = std::move((*trusted)->keys);
        return use;
    }
    auto list = store->load();
    if (list)
        use.list = *std::move(list);
    else if (list.error().what.id == "store.no_list")
        use.remarks.push_back(say(list.error().what, around.lang));
    else
        return list.error();
    return use;
}

} // namespace temsao::office
