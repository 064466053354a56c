#pragma once
// SerialFilter: which serial numbers were printed, in a bit more than nine bits each: a Golomb-Rice coded set
// (BIP 158 has the idea). A printed serial is always known; of others, one in 256 is taken for a printed one. Its key
// is new in each signed list, so that a guess that passed once fails with the next list. It proves nothing: it is there
// to ask. trace/FORMAT.md has the bytes. Any thread may read one.
#include "base/date.h"
#include "trace/sodium.h"

#include <vector>

namespace temsao::trace {

class SerialFilter {
public:
    using Key = sodium::Bytes32;

    static Key new_key(); // random

    // Does the set hold this label? Wrongly yes for one of 256 that it does not hold.
    bool may_hold(std::string_view product, std::string_view serial) const;

    // The day it was made on: serials whose goods had expired before that day may be missing.
    Date day() const { return day_; }

    std::size_t size() const { return values_.size(); } // serials in it

    std::string bytes() const; // the same set with the same key gives the same bytes, in whatever order it was made

    // Reads only what bytes() writes; nothing for anything else. The work is bounded by the size of `bytes`.
    static std::optional<SerialFilter> read(std::string_view bytes);

    friend bool operator==(const SerialFilter&, const SerialFilter&) = default;

private:
    friend class SerialFilterMaker;

    SerialFilter(Date day, const Key& key) : day_(day), key_(key) {}

    Date day_;
    Key key_;
    std::vector<std::uint32_t> values_; // ascending, below 256 times their number
};

// Takes the serials one by one, so that a million need no list of texts.
class SerialFilterMaker {
public:
    SerialFilterMaker(Date day, const SerialFilter::Key& key) : filter_(day, key) {}

    void add(std::string_view product, std::string_view serial); // each pair once; at most `most_serials` (ENSURE)

    std::size_t size() const { return hashes_.size(); }

    SerialFilter finish() &&;

private:
    SerialFilter filter_;
    std::vector<std::uint64_t> hashes_;
};

inline constexpr std::size_t most_serials = 16'000'000; // values stay below 2^32

} // namespace temsao::trace
