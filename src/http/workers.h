#pragma once
// Workers: threads that take tasks from a bounded queue, first come, first served. A full queue refuses at once, so
// that clients get an answer instead of waiting; accepted tasks are always finished.
#include "base/thread_annotations.h"

#include <deque>
#include <functional>
#include <thread>
#include <vector>

namespace temsao::http {

class Workers {
public:
    Workers(unsigned threads, std::size_t most_waiting);
    ~Workers(); // finishes the waiting tasks
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    bool offer(std::function<void()> task); // false: the queue is full; any thread
    std::size_t waiting() const;

private:
    void work();

    std::size_t most_waiting_;
    mutable Mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void()>> tasks_ GUARDED_BY(mutex_);
    bool ends_ GUARDED_BY(mutex_) = false;
    std::vector<std::thread> threads_;
};

} // namespace temsao::http
