// Signing in: what slows down guessing, and what does not slow down the person whose name it is.
#include "catch.h"
#include "desk/desk.h"
#include "desk/tries.h"
#include "store/home.h"

using namespace temsao;
using namespace temsao::desk;

namespace {

constexpr auto right = "vài từ ghép lại với nhau", wrong = "một mật khẩu khác hẳn";

struct Door {
    Home home;
    std::int64_t now = 1'800'000'000;
    std::unique_ptr<Desk> desk;

    Door() {
        auto opened = Desk::open(home.path, home.store, [this] { return now; });
        REQUIRE(opened.ok());
        desk = *std::move(opened);
        REQUIRE(desk->add_account("lan", "office", "", right).ok());
    }

    Desk::Attempt attempt(const char* passphrase, const std::string& client, const std::string& device = "") {
        auto attempt = desk->sign_in("lan", passphrase, client, device);
        REQUIRE(attempt.ok());
        return *std::move(attempt);
    }

    std::size_t failures_in_the_book() {
        std::size_t count = 0;
        const auto entries = desk->audit_entries(200, "");
        REQUIRE(entries.ok());
        for (const auto& entry : *entries)
            count += entry.action == "sign in failed" && entry.account == "lan" && entry.subject == "192.0.2.1";
        return count;
    }
};

} // namespace

TEST_CASE("five wrong passwords are looked at at once, then each waits twice as long, up to a minute") {
    Door door;
    for (int i = 0; i < 5; ++i)
        CHECK(door.attempt(wrong, "192.0.2.1").wait == 0);
    for (const int wait : {1, 2, 4, 8, 16, 32, 60, 60}) {
        CHECK(door.attempt(right, "192.0.2.1").wait == wait); // not even the right one is looked at
        door.now += wait;
        CHECK(door.attempt(wrong, "192.0.2.1").wait == 0);
    }
    CHECK(door.failures_in_the_book() == 13);
    door.now += 60;
    CHECK(door.attempt(right, "192.0.2.1").in);
    CHECK(door.attempt(wrong, "192.0.2.1").wait == 0); // the right one made all forgotten
    CHECK(door.attempt(right, "192.0.2.1").in);
}

TEST_CASE("wrong passwords of others lock nobody out") {
    Door door;
    const auto known = door.attempt(right, "198.51.100.7").in;
    REQUIRE(known);
    for (int i = 0; i < 60; ++i)
        (void)door.attempt(wrong, "192.0.2." + std::to_string(i % 30));
    CHECK(door.attempt(right, "203.0.113.5").in); // from an address never seen before: one try at once, always
    for (int i = 0; i < 3; ++i)
        (void)door.attempt(wrong, "198.51.100.7");
    CHECK(door.attempt(right, "198.51.100.7").wait > 0);          // the same address as the guesser's
    CHECK(door.attempt(right, "198.51.100.7", known->device).in); // and still, from the browser that was there before
}

TEST_CASE("a device is known to its account only, until the password changes") {
    Door door;
    REQUIRE(door.desk->add_account("minh", "office", "", right).ok());
    const auto of_minh = door.desk->sign_in("minh", right, "198.51.100.7", "");
    REQUIRE(of_minh->in);
    for (int i = 0; i < 5; ++i)
        (void)door.attempt(wrong, "192.0.2.1");
    CHECK(door.attempt(right, "192.0.2.1", of_minh->in->device).wait > 0);
    const auto mine = door.attempt(right, "198.51.100.7").in;
    REQUIRE(door.desk->set_passphrase("lan", wrong, mine->token).ok());
    CHECK(door.desk->session(mine->token)->has_value());
    CHECK(door.attempt(wrong, "192.0.2.1", mine->device).wait > 0);
    door.now += 3600;
    CHECK(door.attempt(wrong, "192.0.2.1").in); // an hour later all is forgotten
    CHECK_FALSE(door.attempt(right, "192.0.2.1").in);
}

TEST_CASE("a changed password ends the other sessions of the account") {
    Door door;
    const auto one = door.attempt(right, "192.0.2.1").in, other = door.attempt(right, "192.0.2.1").in;
    REQUIRE((one && other));
    REQUIRE(door.desk->set_passphrase("lan", wrong, one->token).ok());
    CHECK(door.desk->session(one->token)->has_value());
    CHECK_FALSE(door.desk->session(other->token)->has_value());
    CHECK(door.desk->set_passphrase("nobody", wrong).error().cause == Cause::missing);
    CHECK_FALSE(door.desk->set_passphrase("lan", "1234567890").ok());
}

TEST_CASE("an allowance is counted in units, is bounded in memory, and holds without the store's help") {
    Door door;
    Allowances allowances(door.desk->store(), 50);
    const auto now = door.now;
    CHECK(allowances.take("a", 100, 60, now));
    CHECK_FALSE(allowances.take("a", 100, 60, now)); // more than what is left
    CHECK(allowances.take("a", 100, 40, now));
    CHECK_FALSE(allowances.take("a", 100, 1, now));
    CHECK(allowances.take("a", 100, 1, now + 60));
    CHECK(allowances.take("b", 100, 1, now + 60));
    allowances.owe("b", 300, now + 60);
    CHECK_FALSE(allowances.take("b", 100, 1, now + 60));
    for (int i = 0; i < 70; ++i)
        CHECK(allowances.take(std::to_string(i), 20, 1, now + 60));
    CHECK(allowances.remembered() == 50);
    CHECK(allowances.take("late", 20, 20, now + 60)); // not remembered: the store counts
    CHECK_FALSE(allowances.take("late", 20, 1, now + 60));
    Allowances of_another_server(door.desk->store());
    CHECK_FALSE(of_another_server.take("late", 20, 1, now + 60));
}

TEST_CASE("an allowance that is written nowhere is counted by the minute, and clients past its memory get nothing") {
    UnwrittenAllowances allowances(3);
    constexpr std::int64_t now = 1'800'000'000;
    for (int i = 0; i < 6; ++i)
        CHECK(allowances.take("a", 6, 1, now));
    CHECK_FALSE(allowances.take("a", 6, 1, now));
    CHECK_FALSE(allowances.take("b", 6, 7, now)); // more than there is
    CHECK(allowances.take("b", 6, 6, now));
    CHECK(allowances.take("c", 6, 1, now));
    CHECK_FALSE(allowances.take("d", 6, 1, now));
    CHECK(allowances.take("c", 6, 1, now));
    CHECK(allowances.take("d", 6, 1, now + 60));
    CHECK(allowances.take("a", 6, 6, now + 60));
}

TEST_CASE("the id of a day tells nothing finer than the day") {
    Door door;
    const auto day = *Date::from(2026, 11, 30);
    const auto one = door.desk->new_id_of(day), other = door.desk->new_id_of(day);
    CHECK(one.starts_with("20261130"));
    CHECK(one.size() == 20);
    CHECK(one != other);
    CHECK(one < door.desk->new_id_of(day.plus_days(1)));
}
