#pragma once
// Runs: print jobs that take longer than a request may. They wait in the desk's table and run one at a time, producers
// in turn; an interrupted run starts again. So no run is lost, and none is made twice for one Idempotency-Key. While
// the store is away runs wait for it: how one ended is kept until it can be stored. Runs of another server that was not
// seen for five minutes are taken over. Any thread.
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

    struct Added {
        std::string id;             // empty: it was not taken on
        bool share_is_full = false; // of this producer; else the queue of all is
    };

    // The idempotency key is what the client calls its request, empty for none: if the account used it before, the id
    // of that run is returned, also when the queue is full. Error run.other_wish {} (Cause::refused): the same key with
    // a different request; the language makes no difference.
    Result<Added> add(const desk::Account& account,
                      const std::string& producer,
                      const std::string& idempotency_key,
                      const job::Request& request);
    Result<std::optional<store::PrintRun>> find(const std::string& id);
    // Newest first; of all producers if `producer` is empty.
    Result<std::vector<store::PrintRun>> list(const std::string& producer, int most, const std::string& before);
    // Also one that another server makes: it looks every second. Finished runs stay finished.
    Outcome cancel(const std::string& id);
    std::vector<std::filesystem::path> files(const store::PrintRun& run) const;

private:
    struct Stop; // why a run that is being made is to stop

    void work();
    bool step(); // false: there was nothing to do, or the store is away
    void make(store::PrintRun& run);
    bool is_to_stop(const std::string& id, Stop& stop);
    void say_that_we_run(); // twice a minute, and takes over what a lost server left
    std::filesystem::path folder(const std::string& id) const;

    job::Surroundings around_;
    desk::Desk& desk_;
    std::string store_, server_;
    Mutex mutex_;
    std::condition_variable wake_;
    bool ends_ GUARDED_BY(mutex_) = false;
    bool is_woken_ GUARDED_BY(mutex_) = false;
    std::string under_way_ GUARDED_BY(mutex_); // the id of the run that is being made; empty: none
    std::atomic<bool> stops_{false}, cancelled_{false};
    std::atomic<std::int64_t> done_{0}, total_{0};
    // of the thread alone
    std::optional<store::PrintRun> ended_;        // how a run ended, until the store has it
    std::map<std::string, std::uint64_t> served_; // by producer: when it had its last turn
    std::uint64_t turns_ = 0;
    std::chrono::steady_clock::time_point next_sign_of_life_ = std::chrono::steady_clock::now();
    std::thread thread_;
};

} // namespace temsao::serve
