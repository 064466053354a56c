#include "serve/bodies.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::serve;
using job::Json;

namespace {

std::string refused(std::string_view schema, const char* text) {
    const auto request = read_body(schema, Json::parse(text));
    if (request) return "";
    CHECK(request.error().what.id == "request.member");
    return request.error().what.facts.at(0);
}

} // namespace

TEST_CASE("a job is filled from the members of its body") {
    const auto request = read_body(
        "RunWish",
        Json::parse(R"({"product": "1", "count": 3, "serials": true, "lot": null, "made": "", "start": "next"})"));
    REQUIRE(request);
    CHECK(request->job == "label");
    CHECK(request->options == std::map<std::string, std::vector<std::string>>{
                                  {"product", {"1"}}, {"count", {"3"}}, {"serials", {"yes"}}, {"start", {"next"}}});
    const auto revocation = read_body("Revocation", Json::parse(R"({"product": "1", "decision": "2/QĐ"})"));
    REQUIRE(revocation);
    CHECK(revocation->text("key") == "1");
    const auto measures = read_body("PrinterMeasures", Json::parse(R"({"measured": [20, 19.5], "dpi": 203})"));
    REQUIRE(measures);
    CHECK(measures->text("measured") == "20 19.5");
    CHECK(measures->text("dpi") == "203");
    const auto published = read_body("PublishWish", Json::parse(R"({"passphrase": "bí mật"})"));
    REQUIRE(published);
    CHECK(published->options.empty()); // the handler hands it in; it is not a file
}

TEST_CASE("a member that the body does not have is refused, and one that is missing") {
    CHECK(refused("RunWish", R"({"product": "1", "all": true})") == "all");
    CHECK(refused("LabelWish", R"({"product": "1", "count": 3})") == "count");
    CHECK(refused("LabelWish", R"({"template": "jar-60x40"})") == "product");
    CHECK(refused("LabelWish", R"({"product": ""})") == "product");
    CHECK(refused("PublishWish", R"({})") == "passphrase");
    CHECK(refused("Reason", R"({"serial": "LO-17"})") == "serial");
}

TEST_CASE("a member of another type than its option's, or none of its choices, is refused") {
    CHECK(refused("RunWish", R"({"product": ["1"]})") == "product");
    CHECK(refused("RunWish", R"({"product": "1", "count": "3"})") == "count");
    CHECK(refused("RunWish", R"({"product": "1", "count": 3.5})") == "count");
    CHECK(refused("RunWish", R"({"product": "1", "serials": "yes"})") == "serials");
    CHECK(refused("RunWish", R"({"product": "1", "lot": 5})") == "lot");
    CHECK(refused("RunWish", R"({"product": "1", "format": "docx"})") == "format");
    CHECK(refused("PrinterMeasures", R"({"measured": "20 20"})") == "measured");
    CHECK(refused("PrinterMeasures", R"({"measured": [20, "20"]})") == "measured");
    CHECK(refused("PrinterMeasures", R"({"measured": [1, 2, 3, 4, 5, 6]})") == "measured");
    CHECK(refused("PrinterMeasures", R"({"measured": []})") == "measured");
    CHECK(refused("PublishWish", R"({"passphrase": 1})") == "passphrase");
}

TEST_CASE("every member of every body is an option of its job") {
    for (const auto& body : job_bodies())
        CHECK(schema_of(body).at("properties").size() == body.members.size());
}
