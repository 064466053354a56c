#include "store/witnessed_logs.h"

#include "catch.h"
#include "store/desk_store.h"
#include "store/home.h"
#include "trace/sample_keys.h"

#include <atomic>
#include <thread>

using namespace temsao;
using namespace temsao::store;
using trace::SeenHistory;

namespace {

const trace::NoteVerifier log_key{"ocop-log/1", trace::test::key_of(1).public_key()};
constexpr auto us = "ocop-witness/1";

SeenHistory seen_of(std::int64_t size) {
    return {size, trace::merkle::leaf_hash(std::to_string(size))};
}

} // namespace

TEST_CASE("what a witness signed goes only from what was read to what is next", "[desk]") {
    const Home home;
    const auto desk = *DeskStore::open(home.path, home.store);
    CHECK_FALSE(*find_witnessed(*desk, us, log_key.name));
    REQUIRE(watch_log(*desk, us, log_key).ok());
    const auto first = **find_witnessed(*desk, us, log_key.name);
    CHECK(first.seen == SeenHistory());
    CHECK(*keep_seen(*desk, first, seen_of(5), "note 5"));
    CHECK_FALSE(*keep_seen(*desk, first, seen_of(7), "note 7")); // read before another signed
    auto second = **find_witnessed(*desk, us, log_key.name);
    CHECK(second.seen == seen_of(5));
    CHECK(second.checkpoint == "note 5");
    second.seen.root = seen_of(6).root; // the same size, another history
    CHECK_FALSE(*keep_seen(*desk, second, seen_of(8), "note 8"));
    CHECK_FALSE(*find_witnessed(*desk, "ocop-witness/2", log_key.name)); // another witness on the same store
}

TEST_CASE("a log that is watched again goes on where it was, also with a new key", "[desk]") {
    const Home home;
    const auto desk = *DeskStore::open(home.path, home.store);
    REQUIRE(watch_log(*desk, us, log_key).ok());
    REQUIRE(*keep_seen(*desk, **find_witnessed(*desk, us, log_key.name), seen_of(5), "note"));
    CHECK(*stop_watching(*desk, us, log_key.name));
    CHECK_FALSE(*stop_watching(*desk, us, log_key.name));
    CHECK_FALSE((**find_witnessed(*desk, us, log_key.name)).is_watched);
    const trace::NoteVerifier renewed{log_key.name, trace::test::key_of(2).public_key()};
    REQUIRE(watch_log(*desk, us, renewed).ok());
    const auto again = *witnessed_logs(*desk, us);
    REQUIRE(again.size() == 1);
    CHECK(again[0].seen == seen_of(5));
    CHECK(again[0].verifier == renewed.text());
    CHECK(again[0].is_watched);
}

TEST_CASE("of many that sign at once one is first, each time", "[desk]") {
    const Home home;
    const auto desk = *DeskStore::open(home.path, home.store);
    REQUIRE(watch_log(*desk, us, log_key).ok());
    for (std::int64_t round = 1; round <= 20; ++round) {
        const auto was = **find_witnessed(*desk, us, log_key.name);
        std::atomic<int> first = 0;
        std::vector<std::thread> all;
        for (int i = 0; i < 4; ++i)
            all.emplace_back([&, i] {
                const auto own = *DeskStore::open(home.path, home.store); // as another process would
                first += *keep_seen(*own, was, seen_of(round * 10 + i), "note") ? 1 : 0;
            });
        for (auto& one : all)
            one.join();
        REQUIRE(first == 1);
    }
}
