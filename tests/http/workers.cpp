#include "http/workers.h"

#include "catch.h"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <future>
#include <memory>
#include <unistd.h>
#include <vector>

using temsao::http::Workers;
using Told = Workers::Told;

namespace {

// A task that tells when it began, and waits until it may end.
struct Held {
    std::promise<void> begun, opened;
    std::shared_future<void> opens = opened.get_future().share();

    std::function<void()> task() {
        return [this] {
            begun.set_value();
            opens.wait();
        };
    }

    void wait_until_begun() { begun.get_future().wait(); }
};

} // namespace

TEST_CASE("a full queue says no at once, and what was taken is finished") {
    std::atomic<int> finished{0};
    Held first;
    {
        Workers workers({.threads = 1, .most_waiting = 2, .most_of_one = 9});
        REQUIRE(workers.offer("a", first.task()) == Told::taken);
        first.wait_until_begun();
        CHECK(workers.offer("a", [&] { ++finished; }) == Told::taken);
        CHECK(workers.offer("b", [&] { ++finished; }) == Told::taken);
        CHECK(workers.offer("c", [&] { ++finished; }) == Told::full);
        CHECK(workers.waiting() == 2);
        first.opened.set_value();
    }
    CHECK(finished == 2);
}

TEST_CASE("clients take turns, and one that has its share of the queue hears so") {
    std::string order;
    Held first;
    {
        Workers workers({.threads = 1, .most_waiting = 100, .most_of_one = 3});
        REQUIRE(workers.offer("crowd", first.task()) == Told::taken);
        first.wait_until_begun();
        for (int i = 0; i < 3; ++i)
            REQUIRE(workers.offer("crowd", [&] { order += 'c'; }) == Told::taken);
        CHECK(workers.offer("crowd", [&] { order += '!'; }) == Told::client_has_enough);
        REQUIRE(workers.offer("another", [&] { order += 'a'; }) == Told::taken);
        REQUIRE(workers.offer("third", [&] { order += 't'; }) == Told::taken);
        first.opened.set_value();
    }
    CHECK(order == "catcc");
}

TEST_CASE("no client holds all threads of a lane") {
    Held first, other;
    std::atomic<bool> second_began{false};
    {
        Workers workers({.threads = 2, .most_waiting = 100, .most_of_one = 9});
        REQUIRE(workers.offer("crowd", first.task()) == Told::taken);
        first.wait_until_begun();
        REQUIRE(workers.offer("crowd", [&] { second_began = true; }) == Told::taken);
        REQUIRE(workers.offer("another", other.task()) == Told::taken);
        other.wait_until_begun(); // on the second thread, past the crowd's second task
        CHECK_FALSE(second_began);
        other.opened.set_value();
        first.opened.set_value();
    }
    CHECK(second_began);
}

namespace {

// Of this process, in the machine's memory.
long resident_bytes() {
    long all = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> all >> resident;
    return resident * ::sysconf(_SC_PAGESIZE);
}

} // namespace

TEST_CASE("what a long task freed goes back to the system when the task ends") {
    if (std::getenv("TEMSAO_SANITIZE")) LEAVE_OUT("the sanitizers' malloc keeps what is freed");
    constexpr long much = 48'000'000;
    std::unique_ptr<char[]> kept; // the newest piece: malloc alone gives nothing back from below it
    Workers workers({.threads = 1, .most_waiting = 2, .most_of_one = 2, .niceness = 1});
    std::promise<long> while_working;
    workers.offer("a", [&] {
        std::vector<std::unique_ptr<char[]>> pieces;
        for (long made = 0; made < much; made += 1000) {
            pieces.push_back(std::make_unique<char[]>(1000));
            pieces.back()[0] = 1;
        }
        while_working.set_value(resident_bytes());
        kept = std::make_unique<char[]>(1000);
    });
    std::promise<long> afterwards;
    workers.offer("a", [&] { afterwards.set_value(resident_bytes()); });
    const auto most = while_working.get_future().get();
    CHECK(afterwards.get_future().get() < most - much / 2);
}

TEST_CASE("workers that finished can still be asked how many wait, also by a task that was waiting") {
    Workers workers({.threads = 1, .most_waiting = 4, .most_of_one = 4});
    std::size_t seen = 99;
    Held first;
    workers.offer("a", first.task());
    first.wait_until_begun();
    workers.offer("a", [&] { seen = workers.waiting(); });
    first.opened.set_value();
    workers.finish();
    CHECK(seen == 0);
    CHECK(workers.waiting() == 0);
    workers.finish();
}
