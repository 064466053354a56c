#pragma once
// SharedList: several servers, each with its own data directory, share one product list through PostgreSQL, and the
// revocations that were made on them. A server that changes the list stores it there; the others check every two
// seconds and import a newer one as people do. Of two that change it at once, the slower one takes in what the other
// did before it stores its own. Without --store it does nothing. Any thread.
#include "base/thread_annotations.h"
#include "desk/desk.h"
#include "store/shared_lists.h"

#include <thread>

namespace temsao::serve {

class SharedList {
public:
    SharedList(job::Surroundings around, desk::Desk& desk, bool is_shared);
    ~SharedList();
    SharedList(const SharedList&) = delete;
    SharedList& operator=(const SharedList&) = delete;

    // What changed here: the whole list, which replaces any other, or some of its certificates.
    enum class Change { list, certificates };
    // Our list, for the others to take. Error serve.list_busy {} (Cause::io): others change it all the time.
    Outcome publish(Change change);

private:
    // What this server took or gave last; at first nothing, 0.
    struct Known {
        std::int64_t revision = 0;
        std::string revocations = "[]";
    };

    void watch();
    Outcome take_newer();
    Outcome take(const store::SharedListRow& newest, const Known& known, Change change) REQUIRES(mutex_);
    std::filesystem::path folder() const;
    Known known() const REQUIRES(mutex_);
    Outcome note_known(const store::SharedListRow& row) REQUIRES(mutex_);

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
