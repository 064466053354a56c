#pragma once
// SharedList: servers with data directories of their own and one PostgreSQL keep to one product list. Whoever changes
// it says so there; the others ask every other second and import what is newer, by the same job as people do. Without
// --store there is nobody to share with, and nothing happens. Any thread.
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

    Outcome tell(); // our list has changed

private:
    void watch();
    Outcome take_newer();
    std::filesystem::path folder() const;
    std::int64_t known() const; // the revision that our list has
    Outcome note_known(const std::string& revision);

    job::Surroundings around_;
    desk::Desk& desk_;
    bool is_shared_;
    std::mutex mutex_; // of the list as a whole: told and taken one after the other
    std::mutex waiting_;
    std::condition_variable wake_;
    bool ends_ = false;
    std::thread thread_;
};

} // namespace temsao::serve
