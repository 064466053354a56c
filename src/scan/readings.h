#pragma once
// Inside `scan` only: the symbols of a photo that were read so far, each once. Any thread with its own.
#include "photo/reading.h"

namespace temsao::scan {

class Readings {
public:
    // Left out when it was read already, or when there are 200.
    void add(photo::Reading reading);

    bool covers(photo::Point place) const; // does it lie in a symbol that was read?

    const std::vector<photo::Reading>& all() const { return all_; }

    std::vector<photo::Reading> take() { return std::move(all_); }

private:
    std::vector<photo::Reading> all_;
};

} // namespace temsao::scan
