#include "office/last_published.h"

#include "office/bundle_file.h"
#include "office/trusted_list.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;

// Keeps the newer of the two.
void take(std::optional<LastPublished>& last, const fs::path& file, trace::Bundle bundle) {
    if (last && last->edition.sequence >= bundle.edition.sequence) return;
    last = LastPublished{
        file, bundle.edition, std::move(bundle.certificates), std::move(bundle.revocations), bundle.policy.has_value()};
}

} // namespace

Result<std::optional<LastPublished>> last_published(const fs::path& home, const trace::PublicKey& root) {
    const KeyFolder folder(home);
    std::optional<LastPublished> last;
    if (const auto own = TRY(read_if_there(folder.published_file(), trace::largest_bundle)); own && !own->empty())
        take(last, folder.published_file(), TRY(trace::read_bundle(*own, root)));
    for (const auto& file : {published_bundle(home), bundle_file(home)})
        if (const auto bytes = TRY(read_if_there(file, trace::largest_bundle)))
            if (auto bundle = trace::read_bundle(*bytes, root)) take(last, file, *std::move(bundle));
    const auto trust = TRY(remembered_trust(home));
    if (!trust || trust->root != root.base64()) return last;
    const trace::Edition known{static_cast<std::uint64_t>(trust->sequence), trust->as_of};
    if (last && last->edition.sequence >= known.sequence) return last;
    if (!last) last = LastPublished{{}, known, {}, {}};
    last->file = store::database_file(home);
    last->edition = known;
    return last;
}

Result<std::vector<std::string>>
left_out(const LastPublished& last, const KeyFolder& folder, const trace::PublicKey& root) {
    auto known = TRY(folder.certificates(root));
    const auto withdrawn = TRY(folder.withdrawn(root));
    known.insert(known.end(), withdrawn.begin(), withdrawn.end());
    std::vector<std::string> missing;
    for (const auto& permit : last.certificates)
        if (std::find(known.begin(), known.end(), permit) == known.end())
            missing.push_back(trace::show_key_id(permit.key.id()) + " (" + permit.producer + ", " +
                              permit.from.vietnamese() + " – " + permit.to.vietnamese() + ")");
    std::vector<std::string> lines;
    for (const auto& revocation : TRY(folder.revocations()))
        lines.push_back(TRY(trace::write_revocation(revocation)));
    const auto lifted = TRY(folder.lifted());
    for (const auto& revocation : last.revocations)
        if (std::find(lines.begin(), lines.end(), TRY(trace::write_revocation(revocation))) == lines.end() &&
            std::none_of(lifted.begin(), lifted.end(), [&](const auto& one) { return is_of(one, revocation); }))
            missing.push_back(std::string(name(revocation.kind)) + " " + revocation.what);
    return missing;
}

} // namespace temsao::office
