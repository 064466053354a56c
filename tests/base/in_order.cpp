#include "base/in_order.h"

#include "catch.h"

#include <stdexcept>

using namespace temsao;

namespace {

using Made = Result<std::size_t>;

struct Run {
    Outcome outcome;
    std::vector<std::size_t> taken;
};

// What was taken of `count` items.
template <class Make>
Run run(std::size_t count, unsigned workers, const Make& make) {
    std::vector<std::size_t> taken;
    auto outcome = in_order(count, workers, make, [&](std::size_t made) -> Outcome {
        taken.push_back(made);
        return done;
    });
    return {std::move(outcome), std::move(taken)};
}

constexpr unsigned few_and_many[] = {1, 2, 3, 8};

} // namespace

TEST_CASE("results are taken in the items' order, by however many threads they are made") {
    for (const auto workers : few_and_many)
        for (const std::size_t count : {0, 1, 5, 500}) {
            CAPTURE(workers, count);
            const auto [outcome, taken] = run(count, workers, [](std::size_t i, unsigned) -> Made { return 2 * i; });
            CHECK(outcome.ok());
            REQUIRE(taken.size() == count);
            for (std::size_t i = 0; i < count; ++i)
                REQUIRE(taken[i] == 2 * i);
        }
}

TEST_CASE("the first error in the items' order ends the work, whichever thread fails first") {
    for (const auto workers : few_and_many) {
        CAPTURE(workers);
        const auto [outcome, taken] = run(100, workers, [](std::size_t i, unsigned) -> Made {
            if (i >= 3) return error(Cause::data, "made.up", {std::to_string(i)});
            return i;
        });
        REQUIRE_FALSE(outcome.ok());
        CHECK(outcome.error().what.facts == std::vector<std::string>{"3"});
        CHECK(taken == std::vector<std::size_t>{0, 1, 2});
    }
}

TEST_CASE("what a worker throws reaches the caller, and the other workers end") {
    for (const auto workers : few_and_many) {
        CAPTURE(workers);
        const auto throws = [](std::size_t i, unsigned) -> Made {
            if (i == 2) throw std::runtime_error("made up");
            return i;
        };
        CHECK_THROWS_AS(run(100, workers, throws), std::runtime_error);
    }
}
