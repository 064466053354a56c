#include "office/bundle_file.h"

#include "office/key_folder.h"
#include "office/trusted_list.h"
#include "store/signed_lists.h"
#include "system/file.h"
#include "trace/sodium.h"

namespace temsao::office {

std::filesystem::path published_bundle(const std::filesystem::path& home) {
    return store::handed_out_list(home).bundle;
}

Result<BundleFile> bundle_to_hand_out(const job::Surroundings& around) {
    const KeyFolder own(around.home);
    const std::pair<std::filesystem::path, std::filesystem::path> places[] = {
        {own.published_file(), own.public_file(root_name)}, {bundle_file(around.home), pinned_root_file(around.home)}};
    for (const auto& [file, root] : places) {
        if (!TRY(is_there(file))) continue;
        auto bytes = TRY(read_file(file, trace::largest_bundle));
        auto key = TRY(read_file(root, 4096));
        BundleFile bundle{std::move(bytes), "", "", std::move(key)};
        bundle.digest = trace::sodium::hex(trace::sodium::sha256(bundle.bytes));
        const auto ours = published_bundle(around.home);
        const auto same = read_file(ours, trace::largest_bundle);
        const auto signature = read_file(ours.string() + ".minisig", 4096);
        if (same && signature && *same == bundle.bytes) bundle.signature = *signature;
        return bundle;
    }
    return error(Cause::missing, "bundle.none");
}

} // namespace temsao::office
