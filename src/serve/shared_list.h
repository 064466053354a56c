#pragma once
// SharedList: several servers, each with its own data directory, share one product list through PostgreSQL. A server
// that changes the list stores it there; the others check every two seconds and import a newer one with the same job
// that people use. Without --store it does nothing. Any thread.
#include "desk/desk.h"

#include <condition_variable>
#include <thread>

namespace temsao::serve {

class SharedList {
public:
    SharedList(job::Surroundings around, desk::Desk& desk, bool is_shared);
    ~SharedList();
    SharedList(const SharedList&) = delete;
    SharedList& operator=(const SharedList&) = delete;

    Outcome tell(); // publishes our changed list

private:
    void watch();
    Outcome take_newer();
    std::filesystem::path folder() const;
    std::int64_t known() const; // the revision of our list
    Outcome note_known(std::int64_t revision);

    job::Surroundings around_;
    desk::Desk& desk_;
    bool is_shared_;
    std::mutex mutex_; // for the list as a whole: publishing and importing exclude each other
    std::mutex waiting_;
    std::condition_variable wake_;
    bool ends_ = false;
    std::thread thread_;
};

} // namespace temsao::serve
