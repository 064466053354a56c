// How producers introduce themselves: one set of cases, held to on every store there is.
#include "store/introductions.h"

#include "catch.h"
#include "store/database.h"
#include "store/desk_store.h"
#include "store/opened.h"

using namespace temsao;
using namespace temsao::store;

namespace {

using enum IntroductionState;

const Date first_day = *Date::from(2026, 11, 30);
const std::string jpeg = std::string("\xff\xd8\xff\0?", 5);

Introduction introduction(const std::string& id, const std::string& producer = "HTX Hòa") {
    return {.id = id,
            .at = 7,
            .account = "htx",
            .producer = producer,
            .vi = "Nghề nhà ? từ " + id,
            .en = "Our craft",
            .width = 600,
            .height = 400};
}

void hand_in(DeskStore& store, const std::string& id, const std::string& producer = "HTX Hòa") {
    const auto done = hand_in_introduction(store, introduction(id, producer), jpeg);
    if (!done) FAIL(say(done.error().what, Lang::en));
}

bool approve(DeskStore& store, const std::string& id, const Date& day = first_day) {
    bool waited = false;
    REQUIRE(store
                .together([&](Sql& sql) -> Outcome {
                    waited = TRY(approve_introduction(sql, id, "mai", day));
                    return done;
                })
                .ok());
    return waited;
}

bool withdraw(DeskStore& store, const std::string& id, const Date& day = first_day) {
    bool was = false;
    REQUIRE(store
                .together([&](Sql& sql) -> Outcome {
                    was = TRY(withdraw_introduction(sql, id, "mai", day));
                    return done;
                })
                .ok());
    return was;
}

// "id state", newest first.
std::vector<std::string> told(DeskStore& store,
                              const std::string& producer = "",
                              std::optional<IntroductionState> state = {},
                              int most = 99,
                              const std::string& before = "") {
    std::vector<std::string> all;
    const auto found = introductions(store, producer, state, most, before);
    REQUIRE(found.ok());
    for (const auto& one : *found)
        all.push_back(one.id + " " + std::string(name(one.state)));
    return all;
}

std::string picture_of(DeskStore& store, const std::string& id) {
    const auto found = introduction_jpeg(store, id);
    REQUIRE(found.ok());
    return *found;
}

} // namespace

TEST_CASE("an introduction is kept as it was handed in, picture and all", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    hand_in(*store, "1");
    const auto one = *find_introduction(*store, "1");
    REQUIRE(one);
    CHECK(one->at == 7);
    CHECK(one->account == "htx");
    CHECK(one->producer == "HTX Hòa");
    CHECK(one->vi == "Nghề nhà ? từ 1");
    CHECK(one->en == "Our craft");
    CHECK(one->has_picture());
    CHECK(std::pair(one->width, one->height) == std::pair(600, 400));
    CHECK(one->state == waiting);
    CHECK(one->decided_by.empty());
    CHECK_FALSE(one->decided);
    CHECK(picture_of(*store, "1") == jpeg);
    CHECK_FALSE(find_introduction(*store, "2")->has_value());
    CHECK(picture_of(*store, "2").empty());
    CHECK_FALSE(approved_introduction(*store, "HTX Hòa")->has_value());
}

TEST_CASE("one introduction of a producer waits: a newer one takes its place", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    for (const char* id : {"1", "2", "3"})
        hand_in(*store, id, id == std::string("2") ? "Hợp tác xã Hoà" : "HTX Hòa"); // one producer, spelled in two ways
    hand_in(*store, "4", "HTX Khác");
    CHECK(told(*store) == std::vector<std::string>{"4 waiting", "3 waiting"});
    CHECK_FALSE(approve(*store, "1"));
    CHECK_FALSE(withdraw(*store, "2"));
    CHECK(picture_of(*store, "2").empty());
    const auto without = introduction("5");
    auto plain = without;
    plain.width = plain.height = 0;
    plain.en.clear();
    REQUIRE(hand_in_introduction(*store, plain, "").ok());
    CHECK_FALSE(find_introduction(*store, "5")->value().has_picture());
    CHECK(picture_of(*store, "5").empty());
}

TEST_CASE("one introduction of a producer is approved: the one before is replaced and loses its picture", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    hand_in(*store, "1");
    CHECK(approve(*store, "1"));
    CHECK_FALSE(approve(*store, "1")); // one decision counts
    hand_in(*store, "2");
    CHECK(approved_introduction(*store, "Hợp tác xã Hoà")->value().id == "1");
    CHECK(approve(*store, "2", first_day.plus_days(3)));
    const auto now = *approved_introduction(*store, "HTX Hòa");
    REQUIRE(now);
    CHECK(now->id == "2");
    CHECK(now->decided_by == "mai");
    CHECK(now->decided == first_day.plus_days(3));
    CHECK(picture_of(*store, "2") == jpeg);
    CHECK(told(*store) == std::vector<std::string>{"2 approved", "1 replaced"});
    CHECK(find_introduction(*store, "1")->value().decided == first_day);
    CHECK_FALSE(find_introduction(*store, "1")->value().has_picture());
    CHECK(picture_of(*store, "1").empty());
    CHECK_FALSE(approved_introduction(*store, "HTX Khác")->has_value());
}

TEST_CASE("an introduction that is withdrawn is shown no more and loses its picture", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    hand_in(*store, "1");
    CHECK(approve(*store, "1"));
    hand_in(*store, "2");
    CHECK(withdraw(*store, "2"));
    CHECK(withdraw(*store, "1"));
    CHECK_FALSE(withdraw(*store, "1"));
    CHECK_FALSE(approve(*store, "1"));
    CHECK_FALSE(approved_introduction(*store, "HTX Hòa")->has_value());
    for (const char* id : {"1", "2"}) {
        CHECK(picture_of(*store, id).empty());
        CHECK(find_introduction(*store, id)->value().decided == first_day);
    }
}

TEST_CASE("of the introductions that ended the newest twenty of a producer are kept", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    hand_in(*store, "0", "HTX Khác");
    CHECK(withdraw(*store, "0"));
    constexpr int many = most_ended_introductions + 5;
    for (int i = 0; i < many; ++i) {
        const auto id = std::to_string(100 + i);
        hand_in(*store, id);
        CHECK(
            (i % 2 == 0 ? approve(*store, id, first_day.plus_days(i)) : withdraw(*store, id, first_day.plus_days(i))));
    }
    const auto left = told(*store, "HTX Hòa");
    CHECK(left.size() == most_ended_introductions + 1); // and the one that is shown
    CHECK(left.front() == "124 approved");
    CHECK(left.back() == "104 replaced");
    CHECK(told(*store, "HTX Khác") == std::vector<std::string>{"0 withdrawn"});
}

TEST_CASE("introductions are listed newest first, by pages, of one producer and in one state", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    for (const auto& [id, producer] : {std::pair("a1", "A"), {"b2", "B"}, {"C3", "C"}, {"d4", "D"}})
        hand_in(*store, id, producer);
    CHECK(approve(*store, "b2"));
    hand_in(*store, "e5", "B");
    CHECK(told(*store, "", {}, 2) == std::vector<std::string>{"e5 waiting", "d4 waiting"});
    CHECK(told(*store, "", {}, 2, "d4") == std::vector<std::string>{"b2 approved", "a1 waiting"});
    CHECK(told(*store, "b") == std::vector<std::string>{"e5 waiting", "b2 approved"});
    CHECK(told(*store, "", approved) == std::vector<std::string>{"b2 approved"});
    CHECK(told(*store, "B", waiting) == std::vector<std::string>{"e5 waiting"});
    CHECK(told(*store, "", replaced).empty());
}

TEST_CASE("a transaction that fails decides nothing about an introduction", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    hand_in(*store, "1");
    CHECK_FALSE(store
                    ->together([&](Sql& sql) -> Outcome {
                        TRY(approve_introduction(sql, "1", "mai", first_day));
                        return error(Cause::refused, "question.closed", {"mai"});
                    })
                    .ok());
    CHECK(told(*store) == std::vector<std::string>{"1 waiting"});
    CHECK(find_introduction(*store, "1")->value().decided_by.empty());
}

TEST_CASE("states of an introduction are named as in JSON", "[desk]") {
    for (const auto state : {waiting, approved, withdrawn, replaced})
        CHECK(introduction_state(name(state)) == state);
    CHECK_FALSE(introduction_state("Approved"));
    CHECK_FALSE(introduction_state(""));
}
