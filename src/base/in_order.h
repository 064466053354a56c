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
#include "base/thread_annotations.h"

#include <exception>
#include <thread>
#include <vector>

namespace temsao {

// Inside in_order only: the results that wait to be taken. Result i waits in slot i % ahead. Any thread may call.
template <class Made>
class ResultsInOrder {
public:
    ResultsInOrder(std::size_t count, std::size_t ahead) : count_(count), slots_(ahead) {}

    // A worker's loop: makes the next items until there are none, or stop() is called.
    template <class Make>
    void work(unsigned worker, const Make& make) {
        while (const auto i = next()) {
            Slot slot;
            try {
                slot.made.emplace(make(*i, worker));
            } catch (...) {
                slot.thrown = std::current_exception();
            }
            const Lock lock(mutex_);
            slots_[*i % slots_.size()] = std::move(slot);
            changed_.notify_all();
        }
    }

    // Waits for the next result in the items' order; rethrows what its worker threw.
    Made take() {
        Slot slot;
        {
            Lock lock(mutex_);
            auto& waiting = slots_[taken_ % slots_.size()];
            while (!waiting.made && !waiting.thrown)
                lock.wait(changed_);
            slot = std::exchange(waiting, {});
            ++taken_;
            changed_.notify_all();
        }
        if (slot.thrown) std::rethrow_exception(slot.thrown);
        return *std::move(slot.made);
    }

    void stop() {
        const Lock lock(mutex_);
        stopped_ = true;
        changed_.notify_all();
    }

private:
    struct Slot {
        std::optional<Made> made;
        std::exception_ptr thrown;
    };

    // The item to make next, as soon as its result has a slot; none when all are begun or stop() was called.
    std::optional<std::size_t> next() {
        Lock lock(mutex_);
        while (!stopped_ && begun_ < count_ && begun_ >= taken_ + slots_.size())
            lock.wait(changed_);
        if (stopped_ || begun_ == count_) return {};
        return begun_++;
    }

    const std::size_t count_;
    Mutex mutex_;
    std::condition_variable changed_;
    std::vector<Slot> slots_ GUARDED_BY(mutex_);
    std::size_t begun_ GUARDED_BY(mutex_) = 0, taken_ GUARDED_BY(mutex_) = 0; // items
    bool stopped_ GUARDED_BY(mutex_) = false;
};

template <class Make, class Take>
Outcome in_order(std::size_t count, unsigned workers, const Make& make, const Take& take) {
    if (workers < 2) {
        for (std::size_t i = 0; i < count; ++i) {
            auto made = TRY(make(i, 0U));
            TRY(take(std::move(made)));
        }
        return done;
    }

    using Results = ResultsInOrder<decltype(make(std::size_t{}, 0U))>;

    struct Stop {
        Results& results;

        ~Stop() { results.stop(); }
    };

    Results results(count, 4 * std::size_t{workers});
    std::vector<std::jthread> threads;
    const Stop stop{results}; // before the threads are joined
    for (unsigned worker = 0; worker < workers; ++worker)
        threads.emplace_back([&results, &make, worker] { results.work(worker, make); });
    for (std::size_t i = 0; i < count; ++i) {
        auto made = TRY(results.take());
        TRY(take(std::move(made)));
    }
    return done;
}

} // namespace temsao
