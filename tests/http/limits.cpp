// Who gets what when not all can have it: places for connections, loads of requests, and whom an address counts as.
#include "catch.h"
#include "http/client.h"
#include "http/loads.h"
#include "http/places.h"

using namespace temsao::http;

TEST_CASE("a newcomer gets the place of the client with the most, the one longest without a request") {
    Places places(5);
    std::string closed;
    const auto enter = [&](const char* client, char name) {
        return places.enter(client, [&closed, name] { closed += name; });
    };
    const auto lone = enter("lone", 'l');
    const auto a = enter("crowd", 'a'), b = enter("crowd", 'b'), c = enter("crowd", 'c');
    enter("pair", 'p');
    places.at(a, Step::working); // never given up
    places.at(b, Step::moving);
    CHECK(closed.empty());
    CHECK(enter("new", 'n') != 0);
    CHECK(closed == "c"); // it waits for a request; b is further on
    places.leave(c);      // as its owner does when it ends: counted once
    CHECK(places.taken() == 5);
    CHECK(places.taken_by("crowd") == 2);
    CHECK(enter("new", 'm') != 0);
    CHECK(closed == "cb");
    CHECK(places.taken_by("lone") == 1);
    places.leave(lone);
    CHECK(enter("late", 'x') != 0);
    CHECK(closed == "cb");
}

TEST_CASE("two thousand half-open connections of one address leave a place for every other address") {
    Places places(2000);
    int closed = 0;
    for (int i = 0; i < 2000; ++i)
        places.enter("192.0.2.1", [&] { ++closed; });
    int closed_of_others = 0;
    for (int i = 0; i < 100; ++i)
        CHECK(places.enter("198.51.100." + std::to_string(i), [&] { ++closed_of_others; }) != 0);
    for (int i = 0; i < 2000; ++i)
        places.enter("192.0.2.1", [&] { ++closed; });
    CHECK(closed == 2100);
    CHECK(closed_of_others == 0);
    CHECK(places.taken() == 2000);
}

TEST_CASE("where every connection is at work, there is no place") {
    Places places(1);
    const auto one = places.enter("a", [] {});
    places.at(one, Step::working);
    CHECK(places.enter("b", [] {}) == 0);
    places.at(one, Step::moving);
    CHECK(places.enter("b", [] {}) != 0);
}

TEST_CASE("a client's requests hold no more than its share, and all together no more than there is") {
    Loads loads(
        {.of_all = {.memory = 100, .disk = 50, .requests = 5}, .of_one = {.memory = 40, .disk = 50, .requests = 3}});
    using Told = Loads::Told;
    CHECK(loads.take("a", {.memory = 30, .requests = 1}) == Told::taken);
    CHECK(loads.take("a", {.memory = 11, .requests = 1}) == Told::client_has_enough);
    CHECK(loads.take("a", {.memory = 10, .requests = 1}) == Told::taken);
    CHECK(loads.take("b", {.memory = 60, .requests = 1}) == Told::taken); // alone, even more than a share
    CHECK(loads.take("c", {.memory = 1, .requests = 1}) == Told::all_have_enough);
    CHECK(loads.take("c", {.disk = 50, .requests = 1}) == Told::taken);
    loads.change("b", {.memory = 60, .requests = 1}, {.memory = 5, .requests = 1});
    CHECK(loads.take("a", {.requests = 1}) == Told::taken);
    CHECK(loads.take("d", {.requests = 1}) == Told::all_have_enough); // five requests
    loads.give_back("a", {.memory = 30, .requests = 1});
    CHECK(loads.take("d", {.requests = 1}) == Told::taken);
    CHECK(loads.all().memory == 15);
    loads.give_back("a", {.memory = 10, .requests = 1});
    loads.give_back("a", {.requests = 1});
    loads.give_back("b", {.memory = 5, .requests = 1});
    loads.give_back("c", {.disk = 50, .requests = 1});
    loads.give_back("d", {.requests = 1});
    CHECK(loads.all().memory + loads.all().disk + loads.all().requests == 0);
}

TEST_CASE("an address of IPv6 counts with its network, one of IPv4 alone") {
    CHECK(client_of("192.0.2.7") == "192.0.2.7");
    CHECK(client_of("::ffff:192.0.2.7") == "192.0.2.7");
    CHECK(client_of("2001:db8:0:1:2:3:4:5") == "2001:db8:0:1::/64");
    CHECK(client_of("2001:DB8:0:1::9") == "2001:db8:0:1::/64");
    CHECK(client_of("fe80::1%eth0") == "fe80::/64");
    CHECK(client_of("no address") == "no address");
}
