#pragma once
// in_order: does work on many items in several threads and takes the results one by one in the items' order, so that
// the output does not depend on the number of threads. Memory stays flat: the workers are at most a few items ahead.
//
//     in_order(batches, workers,
//              [&](std::size_t i, unsigned worker) -> Result<Made> { ... },   // any thread; `worker` < workers
//              [&](Made made) -> Outcome { ... });                            // the caller's thread, in order
//
// It ends at the first error in the items' order, no matter which thread failed first. An exception of a worker is
// rethrown in the caller's thread. With one worker everything runs in the caller's thread.
#include "base/result.h"

#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace temsao {

template <class Make, class Take>
Outcome in_order(std::size_t count, unsigned workers, const Make& make, const Take& take) {
    using Made = decltype(make(std::size_t{}, 0U));
    if (workers < 2) {
        for (std::size_t i = 0; i < count; ++i) {
            auto made = TRY(make(i, 0U));
            TRY(take(std::move(made)));
        }
        return done;
    }

    struct Slot {
        std::optional<Made> made;
        std::exception_ptr thrown;
    };

    const std::size_t ahead = 4 * workers;
    std::vector<Slot> slots(ahead); // item i waits in slot i % ahead
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t next = 0, taken = 0;
    bool stopped = false;

    const auto work = [&](unsigned worker) {
        std::unique_lock lock(mutex);
        for (;;) {
            changed.wait(lock, [&] { return stopped || next == count || next < taken + ahead; });
            if (stopped || next == count) return;
            const auto i = next++;
            lock.unlock();
            Slot slot;
            try {
                slot.made.emplace(make(i, worker));
            } catch (...) {
                slot.thrown = std::current_exception();
            }
            lock.lock();
            slots[i % ahead] = std::move(slot);
            changed.notify_all();
        }
    };

    struct Stop {
        std::mutex& mutex;
        std::condition_variable& changed;
        bool& stopped;

        ~Stop() {
            const std::lock_guard lock(mutex);
            stopped = true;
            changed.notify_all();
        }
    };

    std::vector<std::jthread> threads;
    const Stop stop{mutex, changed, stopped}; // before the threads are joined
    for (unsigned worker = 0; worker < workers; ++worker)
        threads.emplace_back(work, worker);
    for (std::size_t i = 0; i < count; ++i) {
        Slot slot;
        {
            std::unique_lock lock(mutex);
            auto& waiting = slots[i % ahead];
            changed.wait(lock, [&] { return waiting.made || waiting.thrown; });
            slot = std::exchange(waiting, {});
            ++taken;
            changed.notify_all();
        }
        if (slot.thrown) std::rethrow_exception(slot.thrown);
        if (!*slot.made) return slot.made->error();
        TRY(take(*std::move(*slot.made)));
    }
    return done;
}

} // namespace temsao
