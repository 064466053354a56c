#pragma once
// Which lock guards which member, written so that clang checks it (-Wthread-safety); other compilers see nothing. The
// standard library's locks carry no such notes with GCC's library, so members that threads share use Mutex and Lock:
//
//     class Counter {
//     public:
//         void add() {
//             const Lock lock(mutex_);
//             ++count_; // without the lock clang refuses this line
//         }
//     private:
//         Mutex mutex_;
//         int count_ GUARDED_BY(mutex_) = 0;
//     };
//
// To wait, a loop: while (tasks_.empty()) lock.wait(wake_);  A condition in a lambda clang would look at without the
// lock. tests/tree/guarded.py runs the check over every source that has a Mutex.
#include <chrono>
#include <condition_variable>
#include <mutex>

#if defined(__clang__)
#define TEMSAO_THREAD_NOTE(note) __attribute__((note))
#else
#define TEMSAO_THREAD_NOTE(note)
#endif

// Of a member: it is read and written under `lock` only; PT_: what it points at.
#define GUARDED_BY(lock) TEMSAO_THREAD_NOTE(guarded_by(lock))
#define PT_GUARDED_BY(lock) TEMSAO_THREAD_NOTE(pt_guarded_by(lock))
// Of a function: its caller holds `lock`.
#define REQUIRES(lock) TEMSAO_THREAD_NOTE(requires_capability(lock))

namespace temsao {

// std::mutex, known to clang.
class TEMSAO_THREAD_NOTE(capability("mutex")) Mutex {
private:
    friend class Lock;
    std::mutex mutex_;
};

// Holds a Mutex for as long as it lives. Belongs to one thread.
class TEMSAO_THREAD_NOTE(scoped_lockable) Lock {
public:
    explicit Lock(Mutex& mutex) TEMSAO_THREAD_NOTE(acquire_capability(mutex)) : lock_(mutex.mutex_) {}

    ~Lock() TEMSAO_THREAD_NOTE(release_capability()) {}

    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

    // Lets go of the lock until `wake` is notified, or for no reason: ask for your condition in a loop.
    void wait(std::condition_variable& wake) { wake.wait(lock_); }

    // False when the time has come before a notice.
    bool wait_until(std::condition_variable& wake, std::chrono::steady_clock::time_point end) {
        return wake.wait_until(lock_, end) == std::cv_status::no_timeout;
    }

private:
    std::unique_lock<std::mutex> lock_;
};

} // namespace temsao
