#pragma once
// What of a product's history counts on a day. The order in which a list has its rows plays no part. Pure; any thread.
//
// The newest certificate that was issued by the day counts. One that was superseded is left out when a later one, or
// one of the same day, is in the list and issued by the day. Several of one day count as one: when all run, the one
// with the fewest stars and the first end; when some have ended, the list contradicts itself.
#include "catalog/product.h"

#include <functional>

namespace temsao::catalog {

struct Standing {
    const Certificate* certificate = nullptr; // the one that counts
    Status status = Status::valid;            // its status on the day
    // `certificate` has ended, while this one, older or of the same day, still runs: a question, never an accusation.
    const Certificate* still_runs = nullptr;
    int most_stars = 0; // of those of the same day that run; else of `certificate`
};

// Says of a certificate whether the office revoked it apart from the list.
using IsRevoked = std::function<bool(const Certificate&)>;

// If none was issued by the day, the first one that was issued counts.
Standing standing_on(const Product& product, Date day, const IsRevoked& is_revoked = {});

} // namespace temsao::catalog
