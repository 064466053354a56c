#include "office/permits.h"

#include "catalog/match.h"
#include "office/key_folder.h"
#include "office/trusted_list.h"

namespace temsao::office {

Result<trace::KeyRing> known_permits(const std::filesystem::path& home) {
    std::vector<trace::KeyCertificate> permits;
    std::vector<trace::Revocation> revocations;
    if (const auto trusted = TRY(load_trusted(home))) {
        permits = trusted->keys.certificates();
        revocations = trusted->keys.revocations();
    }
    const KeyFolder folder(home);
    if (const auto root = TRY(folder.root_if_there())) {
        const auto own = TRY(folder.certificates(*root));
        permits.insert(permits.end(), own.begin(), own.end());
        const auto revoked = TRY(folder.revocations());
        revocations.insert(revocations.end(), revoked.begin(), revoked.end());
    }
    return trace::KeyRing(std::move(permits), std::move(revocations));
}

std::optional<Date> sealed_since(const trace::KeyRing& permits, std::string_view product, std::string_view producer) {
    return permits.sealed_from(
        product, [&](std::string_view other) { return !producer.empty() && catalog::same_producer(other, producer); });
}

} // namespace temsao::office
