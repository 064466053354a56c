// What strangers hand us as JSON: read whole, or refused before it can do harm.
#include "base/text.h"
#include "bench/evidence.h"
#include "printing_desk.h"
#include "trace/minisign.h"
#include "trace/sodium.h"

using namespace temsao;
using test::Desk;

namespace {

std::string nested(int depth) {
    const auto size = static_cast<std::size_t>(depth);
    return "{\"format\":1,\"x\":" + std::string(size, '[') + std::string(size, ']') + "}";
}

std::string signed_record(const std::string& payload) {
    static const auto key = trace::SecretKey::from_seed({7});
    return "temsao-evidence 1\nkey " + trace::minisign_key_line(key.public_key()) + "\n" +
           trace::minisign(payload, key, "a stranger's") + payload;
}

} // namespace

TEST_CASE("JSON that nests without end is refused, not followed") {
    CHECK(job::read_json(nested(10)));
    CHECK(!job::read_json(nested(40)));
    CHECK(!job::read_json(nested(1'000'000)));
    CHECK(!job::read_json("{\"a\":"));
    CHECK(!job::read_json("\"\xff\""));
}

TEST_CASE("JSON over a limit is refused, and the limit is named") {
    const job::JsonLimits limits{.bytes = 4000, .depth = 4, .members = 3, .values = 20};
    const auto refused = [&](const std::string& text) {
        const auto json = job::read_json(text, limits);
        return json ? "" : json.error().what.id;
    };
    const auto many = [](std::size_t count) {
        std::string text = "[1";
        for (std::size_t i = 1; i < count; ++i)
            text += ",1";
        return text + "]";
    };
    CHECK(refused("{\"a\":1,\"b\":2,\"c\":3}").empty());
    CHECK(refused("{\"a\":1,\"b\":2,\"c\":3,\"d\":4}") == "json.members");
    CHECK(refused("{\"a\":1,\"a\":2,\"a\":3,\"a\":4}") == "json.members"); // the same name counts each time
    CHECK(refused("[[[[]]]]").empty());
    CHECK(refused("[[[[[]]]]]") == "json.depth");
    CHECK(refused(many(19)).empty()); // the array is a value itself
    CHECK(refused(many(20)) == "json.values");
    CHECK(refused("\"" + std::string(5000, 'x') + "\"") == "json.bytes");
    CHECK(refused("[1") == "json.form");
    CHECK(refused("") == "json.form");
    CHECK(refused("[1] [2]") == "json.form");
}

TEST_CASE("what is read can be copied, written and read again") {
    const std::string text = R"({"b":[1,{"x":null}],"a":"é","a":"twice: the last one counts"})";
    const auto json = job::read_json(text);
    REQUIRE(json);
    const auto again = job::read_json(job::dump(job::Json(*json)));
    REQUIRE(again);
    CHECK(*again == *json);
    CHECK(job::read_object("[1]") == job::Json::object());
}

TEST_CASE("an object with very many members is read by name") {
    std::string text = "{\"m\":0";
    for (int i = 0; i < 200'000; ++i)
        text += ",\"m" + std::to_string(i) + "\":0";
    const auto json = job::read_sorted_json(text + "}", {.members = 300'000});
    REQUIRE(json);
    CHECK(json->size() == 200'001);
    CHECK(job::read_json(text + "}").error().what.id == "json.members");
}

TEST_CASE("a sign-off whose file is no sign-off is refused, whatever it holds") {
    const Desk desk;
    desk.import_samples();
    std::filesystem::create_directories(desk.around.home / "approvals");
    for (const std::string& text : {std::string("{}"),
                                    nested(1'000'000),
                                    std::string(R"({"by":1,"on":2,"frozen":{}})"),
                                    std::string(R"({"by":"a","on":"b","frozen":{"list":1}})"),
                                    std::string("[]")}) {
        const auto id = to_upper(trace::sodium::hex(trace::sodium::sha256(text))).substr(0, 12);
        REQUIRE(write_file(desk.around.home / "approvals" / (id + ".json"), text));
        const auto report =
            desk.run("label", {{"product", {"09520000010003"}}, {"approved", {id}}, {"out", {desk.path("a.pdf")}}});
        REQUIRE(!report.ok());
        CHECK(report.error().what.id == "approval.altered");
    }
}

TEST_CASE("a record of evidence that nests too deeply is refused, also when it is signed") {
    const Desk desk;
    REQUIRE(write_file(desk.folder / "deep.evidence", signed_record(nested(1'000'000))));
    const auto report = desk.run("evidence check", {{"file", {desk.path("deep.evidence")}}});
    REQUIRE(!report.ok());
    CHECK(report.error().what.id == "evidence.form");
}

TEST_CASE("a journal whose lines name no file is refused, and one with odd numbers is made again") {
    const Desk desk;
    REQUIRE(write_file(desk.folder / "a.png", "not a picture"));
    const auto verify = [&] {
        return desk.run("verify", {{"file", {desk.path("a.png")}}, {"journal", {desk.path("j")}}});
    };
    CHECK(verify().error().what.id == "photo.unknown");
    const auto begun = *read_file(desk.folder / "j", 1 << 20);
    REQUIRE(write_file(desk.folder / "j", begun + "{\"file\":1}\n"));
    CHECK(verify().error().what.id == "journal.form");
    REQUIRE(write_file(desk.folder / "j", begun + nested(1'000'000) + "\n"));
    CHECK(verify().error().what.id == "journal.form");
}
