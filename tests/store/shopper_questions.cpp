// What shoppers ask: one set of cases, held to on every store there is.
#include "store/shopper_questions.h"

#include "catch.h"
#include "store/database.h"
#include "store/desk_store.h"
#include "store/opened.h"

#include <thread>

using namespace temsao;
using namespace temsao::store;

namespace {

const Date first_day = *Date::from(2026, 11, 30);

ShopperQuestion question(const std::string& id, const std::string& lot, std::vector<ShoppersWords> said = {}) {
    return {.id = id,
            .day = first_day,
            .code = "/01/09520000010003/10/" + lot,
            .product = "09520000010003",
            .lot = lot,
            .serial = "",
            .goods = "Nước mắm ?",
            .kind = QuestionKind::dates,
            .said = std::move(said)};
}

// How many made room.
std::int64_t ask(DeskStore& store, const ShopperQuestion& one, std::int64_t most = most_open_questions) {
    std::int64_t room = 0;
    const auto asked = store.together([&](Sql& sql) -> Outcome {
        room = TRY(ask_question(sql, one, most));
        return done;
    });
    if (!asked) FAIL(say(asked.error().what, Lang::en));
    return room;
}

bool close(DeskStore& store, const std::string& id, std::int64_t most = most_closed_questions) {
    bool was_open = false;
    REQUIRE(store
                .together([&](Sql& sql) -> Outcome {
                    was_open = TRY(close_question(sql, id, "mai", first_day.plus_days(1), "Đã hỏi chủ thể", most));
                    return done;
                })
                .ok());
    return was_open;
}

std::vector<std::string> ids(DeskStore& store, bool are_closed = false, int most = 99, const std::string& before = "") {
    std::vector<std::string> all;
    const auto found = shopper_questions(store, are_closed, most, before);
    REQUIRE(found.ok());
    for (const auto& one : *found)
        all.push_back(one.id);
    return all;
}

using Ids = std::vector<std::string>;

} // namespace

TEST_CASE("the same code, kind and day is one question with a count and everybody's words", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    ask(*store, question("20261130a", "L1"));
    ask(*store, question("20261130b", "L1", {{"Hạn khác", "xã Kỳ Xuân"}}));
    ask(*store, question("20261130c", "L1", {{"Hạn khác", "xã Kỳ Xuân"}})); // sent twice
    ask(*store, question("20261130d", "L1", {{"khác", "xã Kỳ Xuân"}}));     // the end of the other's words
    ask(*store, question("20261130e", "L1", {{"", "phường Thành Sen"}}));
    auto other = question("20261130f", "L1");
    other.kind = QuestionKind::stars;
    ask(*store, other);
    auto later = question("20261201a", "L1");
    later.day = first_day.plus_days(1);
    ask(*store, later);
    CHECK(ids(*store) == Ids{"20261201a", "20261130f", "20261130a"});
    const auto found = *find_question(*store, "20261130a");
    REQUIRE(found);
    CHECK(found->times == 5);
    CHECK(found->day == first_day);
    CHECK(found->kind == QuestionKind::dates);
    CHECK(found->goods == "Nước mắm ?");
    CHECK(found->code == "/01/09520000010003/10/L1");
    CHECK(found->said ==
          std::vector<ShoppersWords>{{"Hạn khác", "xã Kỳ Xuân"}, {"khác", "xã Kỳ Xuân"}, {"", "phường Thành Sen"}});
    CHECK_FALSE(found->closed);
    CHECK_FALSE(find_question(*store, "20261130b")->has_value());
}

TEST_CASE("the words of one question are bounded, and its count goes on", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    for (int i = 0; i < 20; ++i)
        ask(*store, question("20261130a", "L1", {{std::string(300, static_cast<char>('a' + i)), ""}}));
    const auto found = *find_question(*store, "20261130a");
    REQUIRE(found);
    CHECK(found->times == 20);
    CHECK(found->said.size() >= 4);
    CHECK(found->said.size() <= 6);
}

TEST_CASE("questions come page by page, newest day first", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    for (const char* id : {"20261128a", "20261130b", "20261129a", "20261130a"})
        ask(*store, question(id, id));
    CHECK(ids(*store, false, 3) == Ids{"20261130b", "20261130a", "20261129a"});
    CHECK(ids(*store, false, 3, "20261129a") == Ids{"20261128a"});
    CHECK(ids(*store, false, 3, "20261128a").empty());
    CHECK(ids(*store, true).empty());
}

TEST_CASE("a question is closed once, leaves the open ones, and the same may be asked again", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    ask(*store, question("20261130a", "L1"));
    CHECK(close(*store, "20261130a"));
    CHECK_FALSE(close(*store, "20261130a"));
    CHECK_FALSE(close(*store, "none"));
    CHECK(ids(*store).empty());
    CHECK(ids(*store, true) == Ids{"20261130a"});
    const auto found = *find_question(*store, "20261130a");
    REQUIRE(found);
    CHECK(found->closed_by == "mai");
    CHECK(found->closed == first_day.plus_days(1));
    CHECK(found->note == "Đã hỏi chủ thể");
    ask(*store, question("20261130b", "L1"));
    CHECK(ids(*store) == Ids{"20261130b"});
    CHECK((*find_question(*store, "20261130a"))->times == 1);
    CHECK(close(*store, "20261130b")); // two closed ones of one code, kind and day
    ask(*store, question("20261130c", "L2"));
    CHECK(close(*store, "20261130c", 2));
    CHECK(ids(*store, true) == Ids{"20261130c", "20261130b"}); // the newest two
}

TEST_CASE("past their bound the oldest without words make room, and it is told how many", "[desk]") {
    const Home home;
    const auto store = opened_desk(home);
    CHECK(ask(*store, question("20261125a", "A", {{"có lời", ""}}), 3) == 0);
    CHECK(ask(*store, question("20261126a", "B"), 3) == 0);
    CHECK(ask(*store, question("20261127a", "C"), 3) == 0);
    CHECK(ask(*store, question("20261128a", "D"), 3) == 1);
    CHECK(ids(*store) == Ids{"20261128a", "20261127a", "20261125a"});
    CHECK(ask(*store, question("20261128b", "D"), 3) == 0); // counted, not added
    CHECK(ask(*store, question("20261129a", "E", {{"có lời", ""}}), 3) == 1);
    CHECK(ask(*store, question("20261130a", "F", {{"", "có nơi"}}), 3) == 1);
    CHECK(ids(*store) == Ids{"20261130a", "20261129a", "20261125a"});
    CHECK(ask(*store, question("20261130b", "G"), 3) == 1); // itself: all others have words
    CHECK(ask(*store, question("20261130c", "H", {{"lời", ""}}), 3) == 1);
    CHECK(ids(*store) == Ids{"20261130c", "20261130a", "20261129a"});
    const auto now = *count_questions(*store, first_day);
    CHECK(now.open == 3);
    CHECK(now.made_room == 5);
    CHECK(count_questions(*store, first_day.plus_days(days_of_room_made))->made_room == 5);
    CHECK(count_questions(*store, first_day.plus_days(days_of_room_made + 1))->made_room == 0);
}

TEST_CASE("questions that come at once from many threads are all counted", "[desk]") {
    const Home home;
    const auto one = opened_desk(home), other = opened_desk(home); // as two servers
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&, i] {
            for (int j = 0; j < 10; ++j)
                (void)(i % 2 ? one : other)
                    ->together([&](Sql& sql) -> Outcome {
                        TRY(ask_question(sql, question("2026113" + std::to_string(i * 10 + j), "L1")));
                        return done;
                    })
                    .ok();
        });
    for (auto& thread : threads)
        thread.join();
    const auto found = *shopper_questions(*one, false, 99, "");
    REQUIRE(found.size() == 1);
    CHECK(found.front().times == 40);
}

TEST_CASE("a kind of question has one name, and no other name is a kind") {
    for (const auto kind : {QuestionKind::other_goods,
                            QuestionKind::dates,
                            QuestionKind::stars,
                            QuestionKind::place,
                            QuestionKind::other})
        CHECK(question_kind(name(kind)) == kind);
    CHECK_FALSE(question_kind("").has_value());
    CHECK_FALSE(question_kind("fake").has_value());
}
