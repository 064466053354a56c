#pragma once
// SharedList: several servers, each with its own data directory, share one product list through PostgreSQL. A server
// that changes the list stores it there; the others check every two seconds and import a newer one with the same job
// that people use. Without --store it does nothing. Any thread.
#include "base/thread_annotations.h"
#include "desk/desk.h"

#include <thread>

namespace temsao::serve {

class SharedList {
public:
    SharedList(job::Surroundings around, desk::Desk& desk, bool is_shared);
    ~SharedList();
    SharedList(const SharedList&) = delete;
    SharedList& operator=(const SharedList&) = delete;

    Outcome publish(); // our changed list, for the others to take

private:
    void watch();
    Outcome take_newer();
    std::filesystem::path folder() const;
    std::int64_t known() const REQUIRES(mutex_); // the revision of our list
    Outcome note_known(std::int64_t revision) REQUIRES(mutex_);

    job::Surroundings around_;
    desk::Desk& desk_;
    bool is_shared_;
    Mutex mutex_; // for the list as a whole: publishing and importing exclude each other
    Mutex waiting_;
    std::condition_variable wake_;
    bool ends_ GUARDED_BY(waiting_) = false;
    std::thread thread_;
};

} // namespace temsao::serve
