#include "office/trusted_list.h"

#include "office/key_folder.h"
#include "store/signed_lists.h"
#include "system/file.h"
#include "trace/minisign.h"

namespace temsao::office {
namespace fs = std::filesystem;

fs::path pinned_root_file(const fs::path& home) {
    return store::installed_list(home).root;
}

fs::path bundle_file(const fs::path& home) {
    return store::installed_list(home).bundle;
}

namespace {

Result<trace::PublicKey> root_in_file(const fs::path& home) {
    return trace::read_minisign_key(TRY(read_file(pinned_root_file(home), 4096)));
}

Outcome fits_memory(const fs::path& home, const store::Trust& trust) {
    const auto remembered = TRY(trace::PublicKey::parse(trust.root));
    const auto root_file = pinned_root_file(home);
    if (!TRY(is_there(root_file)))
        return error(Cause::data, "trust.root_gone", {root_file.string(), trace::show_key_id(remembered.id())});
    const auto root = TRY(root_in_file(home));
    if (root != remembered)
        return error(Cause::data,
                     "trust.root_replaced",
                     {root_file.string(), trace::show_key_id(root.id()), trace::show_key_id(remembered.id())});
    if (!TRY(is_there(bundle_file(home)))) return error(Cause::data, "trust.bundle_gone", {bundle_file(home).string()});
    return done;
}

Outcome is_not_older(const trace::Edition& edition, const store::Trust& trust, const fs::path& file) {
    if (static_cast<std::int64_t>(edition.sequence) >= trust.sequence && edition.as_of >= trust.as_of) return done;
    return error(Cause::data,
                 "trust.older",
                 {std::to_string(edition.sequence),
                  edition.as_of.vietnamese(),
                  std::to_string(trust.sequence),
                  trust.as_of.vietnamese(),
                  file.string()});
}

} // namespace

Result<std::optional<store::Trust>> remembered_trust(const fs::path& home) {
    auto store = TRY(store::ListStore::open_to_read(home));
    return store.trust();
}

Result<std::optional<trace::PublicKey>> pinned_root(const fs::path& home) {
    if (const auto trust = TRY(remembered_trust(home))) return std::optional(TRY(trace::PublicKey::parse(trust->root)));
    if (!TRY(is_there(pinned_root_file(home)))) return std::optional<trace::PublicKey>();
    return std::optional(TRY(root_in_file(home)));
}

Result<std::optional<check::TrustedList>> load_trusted(const fs::path& home) {
    const auto trust = TRY(remembered_trust(home));
    if (trust) TRY(fits_memory(home, *trust));
    if (!TRY(is_there(pinned_root_file(home)))) return std::optional<check::TrustedList>();
    const auto root = TRY(root_in_file(home));
    const auto file = TRY(read_file(bundle_file(home), trace::largest_bundle));
    auto trusted = TRY(check::read_trusted(file, root));
    if (trust) TRY(is_not_older(trusted.edition, *trust, bundle_file(home)));
    return std::optional(std::move(trusted));
}

namespace {

Result<trace::KeyRing> revoked_here(const fs::path& home, const check::TrustedList* trusted) {
    std::vector<trace::Revocation> own;
    for (auto& one : TRY(KeyFolder(home).revocations()))
        if (!trusted || !trusted->keys.revoked(one.kind, one.what)) own.push_back(std::move(one));
    return trace::KeyRing({}, std::move(own));
}

} // namespace

Result<ListInUse> list_in_use(const job::Surroundings& around) {
    ListInUse use;
    auto trusted = TRY(load_trusted(around.home));
    use.revoked_here = TRY(revoked_here(around.home, trusted ? &*trusted : nullptr));
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
        use.lots = std::move(trusted->lots);
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
