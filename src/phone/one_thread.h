#pragma once
// What ICU asks of <mutex> and <condition_variable>, for a libc++ without threads: with one thread nobody waits. Taken
// in before ICU's own sources by scripts/phone-libraries.
#include <mutex>

namespace std {

struct mutex {
    void lock() {}

    bool try_lock() { return true; }

    void unlock() {}
};

template <class Mutex>
struct unique_lock {
    explicit unique_lock(Mutex&) {}
};

struct condition_variable {
    template <class Lock>
    void wait(Lock&) {}

    void notify_all() {}

    void notify_one() {}
};

} // namespace std
