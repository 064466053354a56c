#pragma once
// Inside `catalog` only: what was made of a text is kept, since the rows of a list have the same few decisions,
// issuers, days and statuses again and again. One object belongs to one thread at a time.
#include <string>
#include <unordered_map>

namespace temsao::catalog {

template <class Value>
class Memo {
public:
    // What `make` returns for this text, which alone decides it. Holds until the next call.
    template <class Make>
    const Value& of(const std::string& text, Make make) {
        constexpr std::size_t most = 10'000; // texts that are all different are not worth keeping
        if (const auto known = known_.find(text); known != known_.end()) return known->second;
        if (known_.size() == most) known_.clear();
        return known_.emplace(text, make()).first->second;
    }

private:
    std::unordered_map<std::string, Value> known_;
};

} // namespace temsao::catalog
