#include "http/http.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::http;

TEST_CASE("a path comes apart at its slashes, and only then is it decoded") {
    CHECK(path_pieces("/01/09520000010003/10/A%2FB") == std::vector<std::string>{"01", "09520000010003", "10", "A/B"});
    CHECK(path_pieces("/scan/") == std::vector<std::string>{"scan", ""});
    CHECK(path_pieces("/a%2g%") == std::vector<std::string>{"a%2g%"});
}

TEST_CASE("parameters and cookies are found by their whole name") {
    HttpRequest request;
    request.query = "xlang=en&lang=vi&query=k%E1%BA%B9o+cu&empty";
    request.headers["cookie"] = "other=1; temsao=abc; xtemsao=2";
    CHECK(request.parameter("lang") == "vi");
    CHECK(request.parameter("query") == "kẹo cu");
    CHECK(request.has_parameter("empty"));
    CHECK_FALSE(request.has_parameter("lan"));
    CHECK(request.cookie("temsao") == "abc");
    CHECK(request.cookie("tem") == "");
}

TEST_CASE("the language is asked for, else the browser's, else Vietnamese") {
    HttpRequest request;
    CHECK(language_of(request) == Lang::vi);
    request.headers["accept-language"] = "fr-FR, en-GB;q=0.8";
    CHECK(language_of(request) == Lang::en);
    request.query = "lang=vi";
    CHECK(language_of(request) == Lang::vi);
}

TEST_CASE("of several forms the one is chosen that is wanted most") {
    const std::vector<std::string_view> offers{"text/html", "application/linkset+json", "application/json"};
    CHECK(negotiated("", offers) == "text/html");
    CHECK(negotiated("*/*", offers) == "text/html");
    CHECK(negotiated("application/linkset+json", offers) == "application/linkset+json");
    CHECK(negotiated("text/html;q=0.5, application/*", offers) == "application/linkset+json");
    CHECK(negotiated("text/html;q=0, */*;q=0.1", offers) == "application/linkset+json");
    CHECK(negotiated("image/png", offers) == std::nullopt);
    CHECK(negotiated(";;;,,q=,", offers) == std::nullopt);
}

TEST_CASE("what is known by its tag is not sent again") {
    HttpRequest request;
    request.headers["if-none-match"] = "\"x\", W/\"abc\"";
    const auto known = with_etag(request, {.status = 200, .type = "a", .body = "long"}, "\"abc\"");
    CHECK(known.status == 304);
    CHECK(known.body.empty());
    CHECK(with_etag(request, {.status = 200, .type = "a", .body = "long"}, "\"abcd\"").status == 200);
}
