#pragma once
// Rate limits: how much each client may still ask for in this minute, in units that the caller defines. They are
// reserved from the store in small batches, so that several servers share one limit with few queries; while the store
// is away, each server counts by itself. Memory is bounded: for clients beyond `most_remembered`, the store is asked
// each time. Any thread; no thread waits for another's query.
#include "base/thread_annotations.h"
#include "store/desk_store.h"

#include <map>
#include <string>

namespace temsao::desk {

class Allowances {
public:
    explicit Allowances(store::DeskStore& store, std::size_t most_remembered = 10'000)
        : store_(store),
          most_remembered_(most_remembered) {}

    // Takes `units` of the `per_minute` units of `who`; false, and nothing is taken, when not so many are left.
    bool take(const std::string& who, int per_minute, int units, std::int64_t now);
    // Work that was done and turned out to cost more: taken from what is left, or from nothing.
    void owe(const std::string& who, int units, std::int64_t now);

    std::size_t remembered() const;

private:
    struct Reserved {
        std::int64_t left = 0; // may be less than nothing
        bool used_up = false;  // the store has no more of this minute
    };

    void begin_minute(std::int64_t minute);
    // What the store grants of `wanted` units.
    std::int64_t granted(const std::string& who, int per_minute, std::int64_t wanted, std::int64_t minute);

    store::DeskStore& store_;
    const std::size_t most_remembered_; // clients
    mutable Mutex mutex_;
    std::int64_t minute_ GUARDED_BY(mutex_) = 0;                  // since 1970
    std::map<std::string, Reserved> reserved_ GUARDED_BY(mutex_); // of this minute
};

// The same in this server's memory alone: who asks is written nowhere, and each of several servers counts for itself.
// When there are more clients in a minute than it remembers, those it does not remember get nothing.
class UnwrittenAllowances {
public:
    explicit UnwrittenAllowances(std::size_t most_remembered = 10'000) : most_remembered_(most_remembered) {}

    bool take(const std::string& who, int per_minute, int units, std::int64_t now);

private:
    const std::size_t most_remembered_; // clients
    Mutex mutex_;
    std::int64_t minute_ GUARDED_BY(mutex_) = 0;         // since 1970
    std::map<std::string, int> used_ GUARDED_BY(mutex_); // in this minute
};

} // namespace temsao::desk
