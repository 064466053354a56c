// A code whose text means harm, through everything that shows it: words, CSV, HTML, JSON, evidence. No control or
// bidirectional character comes through raw, no HTML, no spreadsheet formula, and no line that looks like one of ours.
#include "base/coding.h"
#include "base/text.h"
#include "bench/evidence.h"
#include "code_picture.h"
#include "printing_desk.h"

using namespace temsao;
using namespace temsao::bench;
using namespace temsao::check;
using namespace temsao::job;
namespace fs = std::filesystem;
using test::Desk;

namespace {

const std::string harm = "=cmd|'/c calc'!A1<script>alert(1)</script>\x1b]0;x\x07\x1b[31m\xe2\x80\xae"
                         "live\xc2\x9b"
                         "2J\n  Valid: all is well\r\n@x";

// Nothing that a terminal, an editor or a browser obeys; newlines are looked at apart.
void harmless(const std::string& shown) {
    CHECK(shown.find('\x1b') == std::string::npos);
    CHECK(shown.find('\x07') == std::string::npos);
    CHECK(shown.find('\r') == std::string::npos);
    CHECK(shown.find("\xe2\x80\xae") == std::string::npos);
    CHECK(shown.find("\xc2\x9b") == std::string::npos);
}

struct Shop : Desk {
    Shop() {
        import_samples();
        REQUIRE(write_file(folder / "secret", "mat khau rat dai\n"));
        REQUIRE(
            run("key new", {{"name", {"thanh-tra"}}, {"owner", {"T"}}, {"passphrase-file", {path("secret")}}}).ok());
    }

    Report verify(const std::string& payload, std::map<std::string, std::vector<std::string>> more = {}) const {
        REQUIRE(write_file(folder / "nhan.png", test::png_of({payload})));
        more["file"] = {path("nhan.png")};
        const auto report = run("verify", std::move(more));
        REQUIRE(report.ok());
        return *report;
    }

    std::string file(const std::string& name) const { return *read_file(path(name), 1 << 24); }
};

} // namespace

TEST_CASE("a hostile text shows as itself nowhere") {
    const Shop shop;
    for (const auto& payload : {harm, "https://id.ocop.vn/01/09520000010003/10/A?q=" + harm, "/01/" + harm}) {
        const auto report = shop.verify(payload);
        harmless(report.words);
        CHECK(report.words.find("\n  Valid: all is well") == std::string::npos);
        const auto document = job::dump(report.json);
        harmless(document);
        CHECK(std::count(document.begin(), document.end(), '\n') == 1);
        CHECK(nlohmann::json::parse(document)["files"][0]["labels"][0]["text"] == payload); // the value is whole

        shop.verify(payload, {{"report", {shop.path("r.html")}}});
        const auto html = shop.file("r.html");
        harmless(html);
        CHECK(html.find("<script>alert") == std::string::npos);
        CHECK(html.find("&lt;script&gt;") != std::string::npos);

        shop.verify(payload, {{"report", {shop.path("r.csv")}}});
        const auto csv = shop.file("r.csv");
        harmless(csv);
        for (const auto* start : {"\n=", ",=", "\n@", ",@", "\"="})
            CHECK(csv.find(start) == std::string::npos);

        shop.verify(payload, {{"report", {shop.path("r.json")}}});
        harmless(shop.file("r.json"));
    }
}

TEST_CASE("evidence and what is told of it are harmless too, and hold the text whole") {
    const Shop shop;
    shop.verify(harm,
                {{"evidence", {shop.path("cc")}}, {"key", {"thanh-tra"}}, {"passphrase-file", {shop.path("secret")}}});
    const auto file = fs::directory_iterator(shop.path("cc"))->path();
    harmless(*read_file(file, largest_evidence));
    const auto checked = shop.run("evidence check", {{"file", {file.string()}}});
    REQUIRE(checked.ok());
    harmless(checked->words);
    harmless(job::dump(checked->json));
    const auto json = nlohmann::json::parse(job::dump(checked->json));
    CHECK(json["record"]["labels"][0]["text"] == harm);
    CHECK(temsao::from_base64(json["record"]["labels"][0]["bytes"].get<std::string>()) == harm);
}

TEST_CASE("checks written down, and a grade, are harmless") {
    const Shop shop;
    const auto payload = "https://id.ocop.vn/01/09520000010003/10/A?q=" + harm;
    shop.verify(payload, {{"record", {"1"}}, {"place", {"Chợ\x1b[31m Mẫu"}}, {"inspector", {"=cmd\xe2\x80\xae"}}});
    const auto shown = shop.run("checks show", {});
    REQUIRE(shown.ok());
    harmless(shown->words);
    harmless(job::dump(shown->json));
    const auto grade = shop.run("grade", {{"file", {shop.path("nhan.png")}}, {"report", {shop.path("g.html")}}});
    REQUIRE(grade.ok());
    harmless(grade->words);
    harmless(job::dump(grade->json));
    harmless(shop.file("g.html"));
    CHECK(shop.file("g.html").find("<script>alert") == std::string::npos);
}
