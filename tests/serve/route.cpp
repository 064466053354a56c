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

TEST_CASE("a job is filled from JSON with members that it may have, and no others") {
    const auto body =
        Json::parse(R"({"product": "1", "count": 3, "serials": true, "all": true, "lot": null, "dpi": []})");
    const auto request = job_request("label", body, {"product", "count", "serials", "lot"});
    REQUIRE(request);
    CHECK(request->options ==
          std::map<std::string, std::vector<std::string>>{{"product", {"1"}}, {"count", {"3"}}, {"serials", {"yes"}}});
    CHECK(job_request("label", body, {"dpi"}).error().what.id == "request.member");
}
