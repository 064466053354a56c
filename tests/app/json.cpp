// What strangers hand us as JSON: read whole, or refused before it can do harm.
#include "app/evidence.h"
#include "printing_desk.h"
#include "trace/minisign.h"

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
    CHECK(app::read_json(nested(10)));
    CHECK(!app::read_json(nested(40)));
    CHECK(!app::read_json(nested(1'000'000)));
    CHECK(!app::read_json("{\"a\":"));
    CHECK(!app::read_json("\"\xff\""));
}

TEST_CASE("a record of evidence that nests without end is no evidence, whoever signed it") {
    const Desk desk;
    REQUIRE(write_file(desk.folder / "deep.evidence", signed_record(nested(1'000'000))));
    const auto report = desk.run("evidence check", {{"file", {desk.path("deep.evidence")}}});
    REQUIRE(!report.ok());
    CHECK(report.error().what.id == "evidence.form");
}

TEST_CASE("a journal whose lines name no file is refused, and one with odd numbers is read anew") {
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
