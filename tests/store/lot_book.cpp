// The lot book in the ledger: one set of cases, held to on every store there is.
#include "catch.h"
#include "store/home.h"
#include "store/ledger.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::store;

namespace {

const Date today = *Date::from(2026, 11, 24);

Ledger open(const Home& home) {
    auto ledger = Ledger::open(home.path, home.store);
    if (!ledger) FAIL(say(ledger.error().what, Lang::en));
    return *std::move(ledger);
}

lots::Lot lot(int number) {
    return {"N4QK7Z2AW", "L" + std::to_string(number)};
}

lots::Event event(int number, lots::Kind kind, const std::vector<int>& inputs, const std::vector<int>& outputs) {
    lots::Event made{.id = "ni:///sha-256;" + std::to_string(100000000 + number),
                     .kind = kind,
                     .at = lots::moment_at(1'700'000'000 + number * 60),
                     .recorded = 1'700'000'000};
    for (const int one : inputs)
        made.inputs.push_back({lot(one), lots::Amount{1000 + one, "KGM"}});
    for (const int one : outputs)
        made.outputs.push_back({lot(one), {}});
    return made;
}

} // namespace

TEST_CASE("an event is kept with all its fields, once, and each is an entry of the log", "[ledger]") {
    const Home home;
    auto ledger = open(home);
    auto whole = event(1, lots::Kind::pack, {1, 2}, {3});
    whole.at.is_day = true;
    whole.at.offset = -90;
    whole.place = "9520000077013";
    whole.party = "DABCDEFGH";
    whole.item = "Nước mắm \"cốt\", 40 độ";
    whole.process = "Ủ chượp";
    whole.started = today.plus_days(-400);
    whole.passed = false;
    whole.report = "KN 1";
    whole.paper = "PX 1";
    whole.run = "12";
    whole.made = today;
    whole.expires = today.plus_days(700);
    whole.reason = "lý do";
    whole.note = "ghi chú";
    whole.salt = "s-0";
    whole.original = "{\"a\":1}";
    whole.struck = lots::Struck{1'700'000'500, lots::Wrong::incorrect_data, "ni:///sha-256;other"};
    const std::vector events{whole, event(2, lots::Kind::ship, {}, {3})};
    auto noted = ledger.note_events(events, today);
    REQUIRE(noted.ok());
    CHECK((noted->added == 2 && noted->known == 0));
    CHECK(*ledger.log_size() == 3); // with the word that the first is struck through
    noted = ledger.note_events(events, today);
    REQUIRE(noted.ok());
    CHECK((noted->added == 0 && noted->known == 2));
    CHECK(*ledger.log_size() == 3);
    CHECK(*ledger.all_events() == events);
    CHECK(ledger.events_of(lot(1))->size() == 1);
    CHECK(ledger.events_of(lot(9))->empty());
    CHECK(*ledger.entry(2) == "temsao event 1\nkind ship\nproduct N4QK7Z2AW\nlot L3\nday 2023-11-15\n"
                              "id ni:///sha-256;100000002\n");
    CHECK(ledger.audit()->holds());
    REQUIRE(ledger.strike(events[1].id, {.at = 1'700'000'900}, today).ok());
    CHECK(ledger.strike(events[1].id, {.at = 1'700'000'901}, today).error().what.id == "lot.struck_already");
    CHECK(ledger.strike("ni:///sha-256;none", {.at = 1}, today).error().what.id == "lot.no_event");
    CHECK(*ledger.entry(3) == "temsao event-error 1\nid ni:///sha-256;100000002\nday 2026-11-24\nby -\n");
    CHECK(ledger.all_events()->at(1).struck->at == 1'700'000'900);
}

TEST_CASE("a lot is traced back and forward as a walk over all events finds it, circles and corrections included",
          "[ledger]") {
    std::mt19937 chance(19);
    for (int round = 0; round < 6; ++round) {
        const Home home;
        auto ledger = open(home);
        constexpr int lots = 14;
        std::vector<lots::Event> events;
        std::map<lots::Lot, std::set<lots::Lot>> made_of; // by a second way
        for (int number = 0; number < 24; ++number) {
            const auto pick = [&] { return static_cast<int>(chance() % lots); };
            auto one =
                event(number, chance() % 5 == 0 ? lots::Kind::ship : lots::Kind::transform, {pick(), pick()}, {pick()});
            if (one.kind == lots::Kind::ship) one.inputs.clear();
            if (one.inputs.size() == 2 && one.inputs[0].lot == one.inputs[1].lot) one.inputs.pop_back();
            if (chance() % 4 == 0) one.struck = lots::Struck{.at = 1'700'000'900};
            for (const auto& in : one.inputs)
                if (!one.struck) made_of[one.outputs.front().lot].insert(in.lot);
            events.push_back(std::move(one));
        }
        REQUIRE(ledger.note_events(events, today).ok());
        const auto walk = [&](const lots::Lot& from, bool back) {
            std::set<lots::Lot> reached{from};
            for (bool grows = true; grows;) {
                const auto before = reached.size();
                for (const auto& [out, ins] : made_of)
                    for (const auto& in : ins)
                        if (reached.contains(back ? out : in)) reached.insert(back ? in : out);
                grows = reached.size() > before;
            }
            reached.erase(from);
            return std::vector(reached.begin(), reached.end());
        };
        for (int number = 0; number < lots; ++number) {
            CHECK(*ledger.lots_along(lot(number), Ledger::Way::back) == walk(lot(number), true));
            CHECK(*ledger.lots_along(lot(number), Ledger::Way::forward) == walk(lot(number), false));
        }
    }
}

TEST_CASE("the book lists its lots, keeps names and one secret", "[ledger]") {
    const Home home;
    auto ledger = open(home);
    auto wrong = event(3, lots::Kind::receive, {}, {7});
    wrong.struck = lots::Struck{.at = 5};
    REQUIRE(ledger
                .note_events({event(1, lots::Kind::receive, {}, {1}),
                              event(2, lots::Kind::recall, {}, {1}),
                              event(4, lots::Kind::receive, {}, {2}),
                              wrong},
                             today)
                .ok());
    const auto lines = *ledger.lots();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].lot == lot(1));
    CHECK(lines[0].events == 2);
    CHECK(lines[0].is_recalled);
    CHECK(lines[0].first == 1'700'000'060);
    CHECK(lines[0].last == 1'700'000'120);
    CHECK_FALSE(lines[1].is_recalled);
    REQUIRE(ledger.keep_names({{"DABCDEFGH", "Hộ ông Lý"}}).ok());
    REQUIRE(ledger.keep_names({{"DABCDEFGH", "Hộ bà Lý"}, {"N4QK7Z2AW", "Cá cơm"}}).ok());
    CHECK(*ledger.names() == std::map<std::string, std::string>{{"DABCDEFGH", "Hộ bà Lý"}, {"N4QK7Z2AW", "Cá cơm"}});
    const auto secret = *ledger.lot_secret();
    CHECK(secret.size() == 64);
    auto other = open(home);
    CHECK(*other.lot_secret() == secret);
}
