#include "http/workers.h"

#include "catch.h"

#include <atomic>
#include <future>

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
