// Several codes in one photo: codes that are not trace codes are listed and do not decide; over HTTP and on the command
// line alike, since the server runs this job.
#include "code_picture.h"
#include "printing_desk.h"

using namespace temsao;

namespace {

const std::string ours = "https://id.ocop.vn/01/09520000010003/10/A";
const std::string shop = "https://shop.example/sp/nuoc-mam-hanh-mau";
const std::string wifi = "WIFI:T:WPA;S:/sp/quan;P:/01/12345678;;";

struct Photo : test::Desk {
    nlohmann::json verdict_on(const std::vector<std::string>& codes) const {
        REQUIRE(write_file(folder / "anh.png", test::png_of(codes)));
        return json("verify", {{"file", {path("anh.png")}}, {"date", {"2026-11-10"}}});
    }
};

std::string verdict_of(const nlohmann::json& json, const std::string& text) {
    for (const auto& label : json["files"][0]["labels"])
        if (label["text"] == text) return label["verdict"];
    return "not listed";
}

} // namespace

TEST_CASE("a shop's code beside our valid label is listed, and the photo is valid") {
    Photo photo;
    photo.import_samples();
    for (const auto& codes : {std::vector{ours, shop}, std::vector{shop, ours}, std::vector{wifi, ours, shop}}) {
        const auto json = photo.verdict_on(codes);
        CHECK(json["files"][0]["labels"].size() == codes.size());
        CHECK(verdict_of(json, ours) == "valid");
        CHECK(verdict_of(json, shop) == (codes.size() == 2 || codes[2] == shop ? "inconclusive" : "not listed"));
        CHECK(json["files"][0]["verdict"] == "valid");
        CHECK(json["verdict"] == "valid");
    }
}

TEST_CASE("a photo with a shop's code alone is inconclusive, and says nothing of goods") {
    Photo photo;
    photo.import_samples();
    const auto json = photo.verdict_on({shop});
    CHECK(json["verdict"] == "inconclusive");
    const auto& label = json["files"][0]["labels"][0];
    CHECK(label["findings"].size() == 1);
    CHECK(label["findings"][0]["code"] == "NOT_A_TRACE_CODE");
    CHECK(!label.contains("trace"));
    CHECK(!label.contains("product"));
}

TEST_CASE("a label with a question decides, whatever stands beside it") {
    Photo photo;
    photo.import_samples();
    const auto json = photo.verdict_on({shop, "https://id.ocop.vn/01/09520000010003", ours}); // without a lot
    CHECK(json["verdict"] == "check");
}

TEST_CASE("one serial on two labels of a photo is a question, two different serials are not") {
    Photo photo;
    photo.import_samples();
    const auto first = ours + "/21/K7M2P9XQ", second = ours + "/21/K7M2P9XR";
    CHECK(photo.verdict_on({first, second})["verdict"] == "valid");
    const auto json = photo.verdict_on({first, second, first});
    CHECK(json["verdict"] == "check");
    std::size_t asked = 0;
    for (const auto& label : json["files"][0]["labels"])
        if (label["text"] == first) {
            CHECK(label["findings"][0]["code"] == "SERIAL_REPEATED");
            ++asked;
        }
    CHECK(asked == 2);
    CHECK(verdict_of(json, second) == "valid");
}

TEST_CASE("one serial in two photos of a run is told of in both, and the photos stay valid") {
    Photo photo;
    photo.import_samples();
    const auto first = ours + "/21/K7M2P9XQ", second = ours + "/21/K7M2P9XR";
    REQUIRE(write_file(photo.folder / "a.png", test::png_of({first})));
    REQUIRE(write_file(photo.folder / "b.png", test::png_of({first, second})));
    const auto json =
        photo.json("verify", {{"file", {photo.path("a.png"), photo.path("b.png")}}, {"date", {"2026-11-10"}}});
    CHECK(json["verdict"] == "valid");
    int told = 0;
    for (const auto& file : json["files"])
        for (const auto& label : file["labels"])
            for (const auto& finding : label["findings"])
                if (finding["code"] == "SERIAL_REPEATED") {
                    CHECK(label["text"] == first);
                    CHECK(finding["severity"] == "info");
                    ++told;
                }
    CHECK(told == 2);
}
