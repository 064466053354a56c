// The lot book in the ledger: one set of cases, held to on every store there is.
#include "catch.h"
#include "store/ledger.h"
#include "store/lot_events.h"
#include "store/opened.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::store;

namespace {

const Date today = *Date::from(2026, 11, 24);

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

// What a walk over all events finds.
struct Walked {
    std::map<lots::Lot, LotEvents::LotFacts> facts; // of lots that began
    std::map<lots::Lot, std::int64_t> used;
    std::set<std::string> packed; // products
    std::set<lots::Lot> recalled;
};

Walked walk(const std::vector<lots::Event>& events) {
    Walked found;
    for (const auto& one : events) {
        if (one.struck) continue;
        for (const auto& part : one.inputs)
            found.used[part.lot] += part.amount->thousandths;
        const auto& [about, amount] = one.outputs.front();
        if (one.kind == lots::Kind::ship && amount) found.used[about] += amount->thousandths;
        if (one.kind == lots::Kind::pack) found.packed.insert(about.product);
        if (one.kind == lots::Kind::recall) found.recalled.insert(about);
        if (!lots::begins_lots(one.kind)) continue;
        auto& known =
            found.facts.try_emplace(about, LotEvents::LotFacts{.first = one.at.seconds, .unit = {}}).first->second;
        known.first = std::min(known.first, one.at.seconds);
        if (!amount) continue;
        known.made += amount->thousandths;
        known.unit = amount->unit;
        known.is_counted = true;
    }
    return found;
}

} // namespace

TEST_CASE("an event is kept with all its fields, once, and each is an entry of the log", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
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
    auto noted = ledger.lot_events().note(events, today);
    REQUIRE(noted.ok());
    CHECK((noted->added == 2 && noted->known == 0));
    CHECK(*ledger.log_size() == 3); // with the word that the first is struck through
    noted = ledger.lot_events().note(events, today);
    REQUIRE(noted.ok());
    CHECK((noted->added == 0 && noted->known == 2));
    CHECK(*ledger.log_size() == 3);
    CHECK(*ledger.lot_events().all() == events);
    CHECK(ledger.lot_events().of(lot(1))->size() == 1);
    CHECK(ledger.lot_events().of(lot(9))->empty());
    CHECK(*ledger.entry(2) == "temsao event 1\nkind ship\nproduct N4QK7Z2AW\nlot L3\nday 2023-11-15\n"
                              "id ni:///sha-256;100000002\n");
    CHECK(ledger.audit()->holds());
    REQUIRE(ledger.lot_events().strike(events[1].id, {.at = 1'700'000'900}, today).ok());
    CHECK(ledger.lot_events().strike(events[1].id, {.at = 1'700'000'901}, today).error().what.id ==
          "lot.struck_already");
    CHECK(ledger.lot_events().strike("ni:///sha-256;none", {.at = 1}, today).error().what.id == "lot.no_event");
    CHECK(*ledger.entry(3) == "temsao event-error 1\nid ni:///sha-256;100000002\nday 2026-11-24\nby -\n");
    CHECK(ledger.lot_events().all()->at(1).struck->at == 1'700'000'900);
}

TEST_CASE("events of one moment stand in the order in which they were written", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    std::vector<lots::Event> events;
    for (const int number : {7, 3, 9, 1, 5}) {
        events.push_back(event(number, lots::Kind::harvest, {}, {3}));
        events.back().at = lots::moment_at(1'700'000'000);
        REQUIRE(ledger.lot_events().note({events.back()}, today).ok());
    }
    CHECK(*ledger.lot_events().all() == events);
    CHECK(*ledger.lot_events().of(lot(3)) == events);
}

TEST_CASE("an entry of one id is written once, and one that replaces another strikes it through in the same step",
          "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto wrong = event(1, lots::Kind::harvest, {}, {1}), right = event(2, lots::Kind::harvest, {}, {1});
    REQUIRE(ledger.lot_events().note_request(wrong, {.name = "phone/1", .said = "a"}, today)->added == 1);
    const auto size = *ledger.log_size();
    CHECK(ledger.lot_events().note_request(right, {.name = "phone/1", .said = "a"}, today)->added == 0); // sent again
    CHECK(*ledger.log_size() == size);
    CHECK(!*ledger.lot_events().find(right.id));
    CHECK((*ledger.lot_events().find_request("phone/1"))->event == wrong.id);
    CHECK(!*ledger.lot_events().find_request("phone/2"));
    const LotEvents::Request correction{
        .name = "phone/2", .said = "b", .instead_of = wrong.id, .struck_at = 1'700'000'900};
    REQUIRE(ledger.lot_events().note_request(right, correction, today)->added == 1);
    const auto struck = (*ledger.lot_events().find(wrong.id))->struck;
    REQUIRE(struck);
    CHECK((struck->by == right.id && struck->at == 1'700'000'900 && struck->why == lots::Wrong::incorrect_data));
    CHECK(*ledger.entry(size) == "temsao event 1\nkind harvest\nproduct N4QK7Z2AW\nlot L1\nday 2023-11-15\n"
                                 "id ni:///sha-256;100000002\n");
    CHECK(ledger.entry(size + 1)->starts_with("temsao event-error 1\nid ni:///sha-256;100000001\n"));
    // One that was struck through is not replaced again, and then nothing of it is kept.
    const auto third = event(3, lots::Kind::harvest, {}, {1});
    const auto refused =
        ledger.lot_events().note_request(third, {.name = "phone/3", .said = "c", .instead_of = wrong.id}, today);
    CHECK(refused.error().what.id == "lot.struck_already");
    CHECK(!*ledger.lot_events().find(third.id));
    CHECK(!*ledger.lot_events().find_request("phone/3"));
    CHECK(*ledger.log_size() == size + 2);
    CHECK(ledger.audit()->holds());
}

TEST_CASE("a lot is traced back and forward as a walk over all events finds it, circles and corrections included",
          "[ledger]") {
    std::mt19937 chance(19);
    for (int round = 0; round < 6; ++round) {
        const Home home;
        auto ledger = opened_ledger(home);
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
        REQUIRE(ledger.lot_events().note(events, today).ok());
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
            CHECK(*ledger.lot_events().lots_along(lot(number), LotEvents::Way::back) == walk(lot(number), true));
            CHECK(*ledger.lot_events().lots_along(lot(number), LotEvents::Way::forward) == walk(lot(number), false));
        }
    }
}

TEST_CASE("the book lists its lots, keeps names and one secret", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    auto wrong = event(3, lots::Kind::receive, {}, {7});
    wrong.struck = lots::Struck{.at = 5};
    REQUIRE(ledger.lot_events()
                .note({event(1, lots::Kind::receive, {}, {1}),
                       event(2, lots::Kind::recall, {}, {1}),
                       event(4, lots::Kind::receive, {}, {2}),
                       wrong},
                      today)
                .ok());
    const auto lines = *ledger.lot_events().lots();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].lot == lot(1));
    CHECK(lines[0].events == 2);
    CHECK(lines[0].is_recalled);
    CHECK(lines[0].first == 1'700'000'060);
    CHECK(lines[0].last == 1'700'000'120);
    CHECK_FALSE(lines[1].is_recalled);
    REQUIRE(ledger.lot_events().keep_names({{"DABCDEFGH", "Hộ ông Lý"}}).ok());
    REQUIRE(ledger.lot_events().keep_names({{"DABCDEFGH", "Hộ bà Lý"}, {"N4QK7Z2AW", "Cá cơm"}}).ok());
    CHECK(*ledger.lot_events().names() ==
          std::map<std::string, std::string>{{"DABCDEFGH", "Hộ bà Lý"}, {"N4QK7Z2AW", "Cá cơm"}});
    const auto secret = *ledger.lot_events().lot_secret();
    CHECK(secret.size() == 64);
    auto other = opened_ledger(home);
    CHECK(*other.lot_events().lot_secret() == secret);
}

TEST_CASE("what the book says of a lot, of lots of one name and of deliveries is what a walk over all events finds",
          "[ledger]") {
    std::mt19937 chance(7);
    constexpr lots::Kind kinds[] = {lots::Kind::receive,
                                    lots::Kind::harvest,
                                    lots::Kind::transform,
                                    lots::Kind::pack,
                                    lots::Kind::test,
                                    lots::Kind::ship,
                                    lots::Kind::recall};
    for (int round = 0; round < 8; ++round) {
        const Home home;
        auto ledger = opened_ledger(home);
        std::vector<lots::Event> events;
        for (int number = 0; number < 40; ++number) {
            const auto pick = [&] { return static_cast<int>(chance() % 10); };
            auto one = event(number, kinds[chance() % std::size(kinds)], {}, {pick()});
            one.outputs.front().lot.product = chance() % 2 == 0 ? "N4QK7Z2AW" : "09520000010003";
            if (chance() % 3 > 0)
                one.outputs.front().amount = lots::Amount{1000 + number, chance() % 2 == 0 ? "KGM" : ""};
            const bool takes_in = one.kind == lots::Kind::transform || one.kind == lots::Kind::pack;
            if (takes_in) one.inputs.push_back({lot(pick()), lots::Amount{number, "KGM"}});
            if (takes_in && one.inputs.front().lot == one.outputs.front().lot) one.inputs.clear();
            one.party = one.kind == lots::Kind::ship ? "D" + std::to_string(chance() % 3) : "";
            if (chance() % 5 == 0) one.struck = lots::Struck{.at = 1'700'000'900};
            events.push_back(std::move(one));
        }
        REQUIRE(ledger.lot_events().note(events, today).ok());
        const auto [facts, used, packed, recalled] = walk(events);
        for (int number = 0; number < 10; ++number) {
            std::vector<lots::Lot> named;
            for (const auto* product : {"09520000010003", "N4QK7Z2AW"}) {
                const lots::Lot asked{product, lot(number).lot};
                const auto told = *ledger.lot_events().facts_of(asked);
                const auto found = facts.find(asked);
                REQUIRE(told.has_value() == (found != facts.end()));
                if (!told) continue;
                named.push_back(asked);
                CHECK(told->first == found->second.first);
                CHECK(told->made == found->second.made);
                CHECK(told->used == (used.contains(asked) ? used.at(asked) : 0));
                CHECK(told->is_counted == found->second.is_counted);
                CHECK(told->unit == found->second.unit);
            }
            CHECK(*ledger.lot_events().lots_named(lot(number).lot) == named);
            auto along = *ledger.lot_events().lots_along(lot(number), LotEvents::Way::forward);
            along.push_back(lot(number));
            std::multiset<std::string> expected, told;
            for (const auto& one : events)
                if (!one.struck && one.kind == lots::Kind::ship &&
                    std::find(along.begin(), along.end(), one.outputs.front().lot) != along.end())
                    expected.insert(one.outputs.front().lot.lot + one.party + one.at.iso() +
                                    (one.outputs.front().amount ? one.outputs.front().amount->number() : "-"));
            const auto where = *ledger.lot_events().whereabouts(lot(number));
            CHECK(where.front().lot == lot(number));
            std::vector<lots::Lot> reached;
            for (const auto& went : where) {
                const auto& [one, deliveries, recalls] = went;
                CHECK(went.is_recalled() == recalled.contains(one));
                reached.push_back(one);
                for (const auto& to : deliveries)
                    told.insert(to.lot.lot + to.party + to.at.iso() + (to.amount ? to.amount->number() : "-"));
            }
            CHECK(std::is_permutation(reached.begin(), reached.end(), along.begin(), along.end()));
            CHECK(told == expected);
        }
        for (const auto* product : {"09520000010003", "N4QK7Z2AW"})
            CHECK(*ledger.lot_events().is_packed(product) == packed.contains(product));
    }
}

TEST_CASE("an entry is found by eight of its digits and more, as lots::matches says", "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    std::vector<lots::Event> events;
    for (const int number : {1, 2, 3, 30})
        events.push_back(event(number, lots::Kind::receive, {}, {1}));
    REQUIRE(ledger.lot_events().note(events, today).ok());
    for (const std::string typed : {"10000000",
                                    "100000001",
                                    "10000003",
                                    "1000000",
                                    "100000030",
                                    "",
                                    "ni:///sha-256;",
                                    "ni:///sha-256;100000002",
                                    "999999999",
                                    "%",
                                    "________",
                                    "1000000é"}) {
        std::vector<std::string> expected;
        for (const auto& one : events)
            if (lots::matches(one.id, typed)) expected.push_back(one.id);
        std::sort(expected.begin(), expected.end());
        if (expected.size() > 2) expected.resize(2);
        CAPTURE(typed);
        CHECK(*ledger.lot_events().ids(typed) == expected);
    }
}

TEST_CASE("what was packed enters the log behind its labels, and is struck through when none of them is left",
          "[ledger]") {
    const Home home;
    auto ledger = opened_ledger(home);
    const auto issue = [&](bool has_serials) {
        return Issue{.product = "09520000010003",
                     .certificate = "1/QĐ-UBND",
                     .lot = "L1",
                     .day = today,
                     .labels = 2,
                     .has_serials = has_serials};
    };
    int number = 100;
    const auto print = [&](bool has_serials) {
        auto run = *ledger.reserve({issue(has_serials)});
        auto packed = event(++number, lots::Kind::pack, {1}, {2});
        packed.run = std::to_string(run.front().issue.id);
        REQUIRE(ledger.print(run, packed).ok());
        return run;
    };
    const auto is_struck = [&] {
        const auto all = *ledger.lot_events().all();
        for (const auto& one : all)
            if (one.id == event(number, lots::Kind::pack, {}, {}).id) return one.struck.has_value();
        FAIL("the entry is gone");
        return false;
    };
    for (const bool has_serials : {false, true}) {
        const auto run = print(has_serials);
        CHECK(ledger.entry(*ledger.log_size() - 1)->starts_with("temsao event 1\nkind pack\n"));
        CHECK_FALSE(is_struck());
        REQUIRE(ledger.void_run(run, today, "đĩa đầy").ok());
        CHECK(is_struck());
        CHECK(ledger.audit()->holds());
    }
    const auto run = print(true);
    print(true); // another run, of which nothing is voided
    --number;
    for (const auto& serial : run.front().serials) {
        CHECK_FALSE(is_struck());
        REQUIRE(ledger.void_serial(serial, "", today, "hỏng").ok());
    }
    CHECK(is_struck());
    ++number;
    CHECK_FALSE(is_struck());
    const auto reissued = print(true);
    REQUIRE(ledger.void_serial(reissued.front().serials[0], "", today, "").ok());
    REQUIRE(ledger.reissue(reissued.front().serials[1], "", today, "").ok());
    CHECK_FALSE(is_struck()); // a label took the place of the second
    CHECK(ledger.audit()->holds());
}
