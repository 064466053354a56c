#pragma once
// Revocations made on this machine (`list revoke`): they hold against every spreadsheet until they are lifted by name.
// Pure; any thread.
#include "store/list_store.h"

namespace temsao::office {

// The same certificate of the same product.
bool is_same(const store::OwnRevocation& a, const store::OwnRevocation& b);

// By its code, or by its name and producer, since a product may get a number later.
bool is_about(const store::OwnRevocation& revocation, const catalog::Product& product);

struct KeptRevocations {
    std::vector<store::OwnRevocation> all;      // that the file does not have, with the status that it gives instead
    std::vector<store::OwnRevocation> in_doubt; // some of them: of another certificate than the revoked one
};

// What was revoked here stays revoked, whatever the file says. A certificate that `before` did not have may be the
// revoked one with another day, number or issuer: then the revocation holds against it too, in doubt. It is the revoked
// one for us when its day or number is the same, when it is not newer, or when the revoked one is no longer there.
KeptRevocations keep_revoked(std::vector<catalog::Product>& products,
                             const std::vector<store::OwnRevocation>& revocations,
                             const std::vector<catalog::Product>& before);

// Several servers share a list. `base` is what this one took or gave last, `theirs` what stands there now: what was
// revoked at either since then stays revoked, what was lifted at either is lifted.
struct SharedRevocations {
    std::vector<store::OwnRevocation> theirs, base;
};

std::vector<store::OwnRevocation> merged(const std::vector<store::OwnRevocation>& ours,
                                         const SharedRevocations& shared);

// JSON, an array of objects. Error list.revocations_form {} (Cause::data): the text is not such an array.
std::string write_revocations(const std::vector<store::OwnRevocation>& revocations);
Result<std::vector<store::OwnRevocation>> read_revocations(std::string_view text);

// Every certificate of the product that was in force on the day becomes revoked by the decision.
std::vector<store::OwnRevocation> revoke_all(catalog::Product& product, Date day, const std::string& decision);

// Gives back the status that the certificate had. False when the product has no such certificate, or it is not revoked.
bool lift(const store::OwnRevocation& revocation, catalog::Product& product);

} // namespace temsao::office
