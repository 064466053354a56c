#include "http/workers.h"

#include "catch.h"

#include <atomic>
#include <future>

using temsao::http::Workers;

TEST_CASE("a full queue says no at once, and what was taken is finished") {
    std::atomic<int> finished{0};
    std::promise<void> gate, begun;
    const auto opens = gate.get_future().share();
    {
        Workers workers(1, 2);
        REQUIRE(workers.offer([&] {
            begun.set_value();
            opens.wait();
            ++finished;
        }));
        begun.get_future().wait();
        CHECK(workers.offer([&] { ++finished; }));
        CHECK(workers.offer([&] { ++finished; }));
        CHECK_FALSE(workers.offer([&] { ++finished; }));
        CHECK(workers.waiting() == 2);
        gate.set_value();
    }
    CHECK(finished == 3);
}
