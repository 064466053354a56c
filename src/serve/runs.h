#pragma once
// Runs: print jobs that take longer than a request may. They wait in the desk's table and run one at a time; an
// interrupted run starts again at the next start of the server. So no run is lost, and none is made twice for one
// Idempotency-Key. Any thread.
#include "base/thread_annotations.h"
#include "desk/desk.h"
#include "store/print_runs.h"

#include <atomic>
#include <thread>

namespace temsao::serve {

class Runs {
public:
    Runs(job::Surroundings around, desk::Desk& desk, std::string store);
    ~Runs(); // puts the current run back into the queue
    Runs(const Runs&) = delete;
    Runs& operator=(const Runs&) = delete;

    Outcome start(); // resumes runs that an earlier stop interrupted

    // Returns the run's id; empty when the queue is full. The idempotency key is what the client calls its request,
    // empty for none: if the account used it before, the id of that run is returned. Error run.other_wish {}
    // (Cause::refused): the same key with a different request.
    Result<std::optional<std::string>> add(const desk::Account& account,
                                           const std::string& producer,
                                           const std::string& idempotency_key,
                                           const job::Request& request);
    Result<std::optional<store::PrintRun>> find(const std::string& id);
    // Newest first; of all producers if `producer` is empty.
    Result<std::vector<store::PrintRun>> list(const std::string& producer, int most, const std::string& before);
    Outcome cancel(const std::string& id); // finished runs stay finished
    std::vector<std::filesystem::path> files(const store::PrintRun& run) const;

private:
    void work();
    void make(const std::string& id);
    std::filesystem::path folder(const std::string& id) const;

    job::Surroundings around_;
    desk::Desk& desk_;
    std::string store_, server_;
    Mutex mutex_;
    std::condition_variable wake_;
    bool ends_ GUARDED_BY(mutex_) = false;
    std::string under_way_ GUARDED_BY(mutex_); // the id of the run that is being made; empty: none
    std::atomic<bool> stops_{false}, cancelled_{false};
    std::atomic<std::int64_t> done_{0}, total_{0};
    std::thread thread_;
};

} // namespace temsao::serve
