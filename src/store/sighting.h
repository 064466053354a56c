#pragma once
// Sighting: a recorded check of one label in a shop, so that the same serial in another place is noticed. All that it
// says but its time of day identifies a sighting: an inspector who looks at one label three times on a day has made one
// check, and of the times told the earliest stays. So checks of several inspectors merge as sets, in any order and any
// number of times. Plain values; any thread.
#include "base/date.h"

#include <vector>

namespace temsao::store {

struct Sighting {
    std::string product, lot, serial; // as the code says; lot and serial may be empty
    Date day;
    std::string place, inspector; // as the inspector named them, tidied; may be empty
    std::string verdict;          // "valid" …
    std::string code;             // the symbol's text
    std::string time = {};        // of the day, "10:32"; empty: not told
    friend bool operator==(const Sighting&, const Sighting&) = default;
};

// Where a sighting stands among all, by day and id.
struct SightingPlace {
    Date day;
    std::string id;
};

// Of the checks in one place, how many had this verdict.
struct PlaceCount {
    std::string place, verdict;
    std::int64_t checks = 0;
};

std::string id_of(const Sighting& sighting); // 32 characters, a hash of all fields but the time

// The file format for exchanging checks: JSON, one per line, ordered by id; the same set gives the same bytes.
inline constexpr std::uint64_t largest_sightings_file = 256 << 20; // bytes

} // namespace temsao::store
