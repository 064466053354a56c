#pragma once
// StorePulse: whether the desk's store answers, asked every two seconds by a thread of its own, so that /healthz says
// it without asking. Any thread.
#include "base/thread_annotations.h"
#include "desk/desk.h"

#include <thread>

namespace temsao::serve {

class StorePulse {
public:
    explicit StorePulse(desk::Desk& desk);
    ~StorePulse();
    StorePulse(const StorePulse&) = delete;
    StorePulse& operator=(const StorePulse&) = delete;

    bool is_well() const; // false also when the store has not answered for six seconds

private:
    void work();

    desk::Desk& desk_;
    mutable Mutex mutex_;
    std::condition_variable wake_;
    bool ends_ GUARDED_BY(mutex_) = false;
    bool answered_ GUARDED_BY(mutex_) = true;
    std::chrono::steady_clock::time_point asked_ GUARDED_BY(mutex_) = std::chrono::steady_clock::now(); // and answered
    std::thread thread_;
};

} // namespace temsao::serve
