#pragma once
// Runs: print jobs that take longer than a request may. They wait in the desk's table, one is worked on at a time, and
// what a stop interrupts is begun again at the next start: no run is lost, and none is made twice under one
// Idempotency-Key. Any thread.
#include "desk/desk.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <condition_variable>
#include <thread>

namespace temsao::serve {

struct Run {
    std::string id, account, producer, state; // waiting, running, done, failed, cancelled
    std::int64_t at = 0, done = 0, total = 0;
    std::string request, answer; // JSON
};

class Runs {
public:
    Runs(job::Surroundings around, desk::Desk& desk, std::string store);
    ~Runs(); // the run under way is put back
    Runs(const Runs&) = delete;
    Runs& operator=(const Runs&) = delete;

    Outcome start(); // takes up what an earlier stop left

    // The id; of the earlier run where the account used `wish` (empty: none) before. Error run.queue_full {}
    // (Cause::refused), run.other_wish {}: the same key, another request.
    Result<std::string> add(const desk::Account& account,
                            const std::string& producer,
                            const std::string& wish,
                            const job::Request& request);
    Result<std::optional<Run>> find(const std::string& id);
    // Newest first, of everybody where `producer` is empty.
    Result<std::vector<Run>> list(const std::string& producer, int most, const std::string& before);
    Outcome cancel(const std::string& id); // done ones stay done
    std::vector<std::filesystem::path> files(const Run& run) const;

private:
    void work();
    void make(const std::string& id);
    std::filesystem::path folder(const std::string& id) const;

    job::Surroundings around_;
    desk::Desk& desk_;
    std::string store_, server_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ends_ = false;
    std::atomic<bool> stops_{false}, cancelled_{false};
    std::string under_way_;
    std::atomic<std::int64_t> done_{0}, total_{0};
    std::thread thread_;
};

} // namespace temsao::serve
