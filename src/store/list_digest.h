#pragma once
// Inside `store`: digests by which a list is recognised as the one that was stored. Changing a single bit of a product,
// or of the list's number, source, date or mark of signature, changes them. They guard against damage, not against
// somebody who may write the database: that is what the signed list is for. Pure; any thread.
#include "store/list_store.h"

namespace temsao::store {

// 32 bytes.
std::string digest_of(std::int64_t list_id, const catalog::Product& product);

// 32 bytes.
std::string digest_of(const OwnRevocation& revocation);

// 32 bytes.
std::string digest_of(const Trust& trust);

// 32 bytes, of the header and the digests of all products, by key.
std::string digest_of(const ListVersion& version, const std::vector<catalog::Product>& products);

} // namespace temsao::store
