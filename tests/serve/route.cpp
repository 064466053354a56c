#include "serve/route.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::serve;

TEST_CASE("a route is found by method and path, and a wrong method says which are right") {
    const auto run = match("DELETE", "/api/v1/runs/a%20b");
    REQUIRE(run.route);
    CHECK(run.named.at("id") == "a b");
    CHECK(match("PATCH", "/api/v1/session").route == nullptr);
    CHECK(match("PATCH", "/api/v1/session").allowed == std::vector<std::string>{"GET", "POST", "DELETE"});
    CHECK(match("GET", "/api/v1/runs/").route == nullptr);
    CHECK(match("GET", "/nowhere").allowed.empty());
}
