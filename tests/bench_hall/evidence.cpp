// Evidence holds later and elsewhere, and breaks with any change; a run that was cut off goes on where it stopped.
#include "bench/evidence.h"

#include "base/coding.h"
#include "printing_desk.h"

using namespace temsao;
using namespace temsao::bench;
using namespace temsao::check;
using namespace temsao::job;
namespace fs = std::filesystem;
using test::Desk;

namespace {

// A list, a key, and photos of two labels.
struct Office : Desk {
    Office() {
        import_samples();
        REQUIRE(write_file(folder / "secret", "mat khau rat dai\n"));
        REQUIRE(run("key new",
                    {{"name", {"thanh-tra"}}, {"owner", {"Thanh tra Mẫu"}}, {"passphrase-file", {path("secret")}}})
                    .ok());
        fs::create_directories(folder / "photos");
        for (const auto* key : {"09520000010003", "09520000020019"})
            REQUIRE(run("label", {{"product", {key}}, {"out", {path("photos/" + std::string(key) + ".png")}}}).ok());
    }

    nlohmann::json verify(std::map<std::string, std::vector<std::string>> more) const {
        more["file"] = {path("photos")};
        auto report = json("verify", std::move(more));
        for (auto& file : report["files"])
            file.erase("ms"); // differs from run to run
        return report;
    }

    void take_evidence(const std::string& into) const {
        verify({{"evidence", {path(into)}}, {"key", {"thanh-tra"}}, {"passphrase-file", {path("secret")}}});
    }

    std::vector<fs::path> evidence(const std::string& name) const {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder / name))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        return files;
    }
};

std::string bytes_of(const fs::path& file) {
    const auto bytes = read_file(file, largest_evidence);
    REQUIRE(bytes.ok());
    return *bytes;
}

} // namespace

TEST_CASE("the same photos, list, day and key give the same evidence, byte for byte") {
    const Office office;
    office.take_evidence("first");
    office.take_evidence("second");
    const auto first = office.evidence("first"), second = office.evidence("second");
    REQUIRE(first.size() == 2);
    REQUIRE(second.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(first[i].filename() == second[i].filename());
        CHECK(bytes_of(first[i]) == bytes_of(second[i]));
    }
}

TEST_CASE("evidence checked again says whose key, which photo, and gives the same answer by the same list") {
    const Office office;
    office.take_evidence("cc");
    const auto file = office.evidence("cc").front().string();
    const auto json = office.json("evidence check", {{"file", {file}}});
    CHECK(json["signature"] == "ok");
    CHECK(json["key_known"] == true);
    CHECK(json["again"] == "same");
    CHECK(json["record"]["labels"][0]["verdict"] == "valid");
    CHECK(json["record"]["labels"][0]["bytes"].get<std::string>().size() > 20);
    const auto crop = json["record"]["labels"][0]["picture_png"].get<std::string>();
    CHECK(temsao::from_base64(crop).value_or("").starts_with("\x89PNG"));

    int same = 0;
    for (const auto& photo : office.evidence("photos"))
        same +=
            office.json("evidence check", {{"file", {file}}, {"photo", {photo.string()}}})["photo"] == "same" ? 1 : 0;
    CHECK(same == 1);
}

TEST_CASE("elsewhere, without the key and with another list, it says what could not be compared") {
    const Office office;
    office.take_evidence("cc");
    const auto file = office.evidence("cc").front().string();
    const Desk elsewhere;
    const auto bare = elsewhere.run("evidence check", {{"file", {file}}});
    REQUIRE(bare.ok());
    CHECK(bare->exit_status == 2);
    CHECK(bare->json["again"] == "no_list");
    CHECK(bare->json["key_known"].is_null());
    elsewhere.import_samples();
    REQUIRE(elsewhere.run("list revoke", {{"key", {"09520000010003"}}, {"decision", {"9/QĐ-UBND"}}}).ok());
    CHECK(elsewhere.json("evidence check", {{"file", {file}}})["again"] == "other_list");
    const auto pinned =
        elsewhere.run("evidence check", {{"file", {file}}, {"key", {office.path("home/keys/thanh-tra.pub")}}});
    REQUIRE(pinned.ok());
    CHECK(pinned->json["key_known"] == true);
}

TEST_CASE("one byte changed anywhere, and the evidence proves nothing") {
    const Office office;
    office.take_evidence("cc");
    const auto whole = bytes_of(office.evidence("cc").front());
    const auto holds = [](const std::string& bytes) {
        const auto evidence = read_evidence(bytes);
        return evidence && *evidence;
    };
    REQUIRE(holds(whole));
    const auto comment = whole.find("untrusted comment"), comment_end = whole.find('\n', comment);
    for (std::size_t at = 0; at < whole.size(); at += at < 600 ? 1 : 37) {
        // Minisign signs neither that comment nor the key's number at the start of the next line.
        if (at >= comment && at < comment_end + 15) continue;
        auto altered = whole;
        altered[at] = static_cast<char>(altered[at] ^ 1);
        CAPTURE(at, altered.substr(at, 20));
        CHECK_FALSE(holds(altered));
    }
    for (std::size_t size = 0; size < whole.size(); size += 101)
        CHECK_FALSE(holds(whole.substr(0, size)));
}

TEST_CASE("evidence without a key says how to make one, and nothing is written") {
    const Office office;
    const auto tried = office.run("verify", {{"file", {office.path("photos")}}, {"evidence", {office.path("cc")}}});
    REQUIRE_FALSE(tried.ok());
    CHECK(tried.error().what.id == "evidence.key_needed");
    CHECK_FALSE(fs::exists(office.folder / "cc"));
}

TEST_CASE("a run with a journal is not read twice, a line cut short is, and the answer is the same") {
    const Office office;
    const auto journal = office.path("so.jsonl");
    auto first = office.verify({{"journal", {journal}}});
    // A photo whose size and time are as before is taken from the journal, even if it now shows nothing.
    const auto photo = office.folder / "photos" / "09520000010003.png";
    const auto when = fs::last_write_time(photo);
    const auto size = fs::file_size(photo);
    REQUIRE(write_file(photo, std::string(size, 'x')));
    fs::last_write_time(photo, when);
    auto second = office.verify({{"journal", {journal}}});
    CHECK(second == first);
    // Cut short in its last line: that photo is looked at again, and one of the two is no longer a photo.
    fs::resize_file(journal, fs::file_size(journal) - 10);
    const auto third = office.verify({{"journal", {journal}}});
    CHECK(third["files"].size() == 2);
    fs::remove(journal);
    CHECK(office.verify({{"journal", {journal}}})["files"][0].contains("error"));
}

TEST_CASE("a journal of another kind of run, or a file that is not a journal, is left as it is") {
    const Office office;
    const auto journal = office.path("so.jsonl");
    office.verify({{"journal", {journal}}});
    const auto before = bytes_of(journal);
    const auto other = office.run(
        "verify", {{"file", {office.path("photos")}}, {"journal", {journal}}, {"report", {office.path("r.html")}}});
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().what.id == "journal.other");
    CHECK(bytes_of(journal) == before);
    REQUIRE(write_file(journal, before + "rubbish\n"));
    const auto broken = office.run("verify", {{"file", {office.path("photos")}}, {"journal", {journal}}});
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.error().what.id == "journal.form");
}

TEST_CASE("place and inspector stand in the evidence, and are told when it is checked") {
    const Office office;
    office.verify({{"evidence", {office.path("cc")}},
                   {"key", {"thanh-tra"}},
                   {"passphrase-file", {office.path("secret")}},
                   {"place", {"Chợ  Mẫu\x1b"}},
                   {"inspector", {"Nguyễn Thị Mẫu"}}});
    const auto file = office.evidence("cc").front().string();
    const auto checked = office.run("evidence check", {{"file", {file}}});
    REQUIRE(checked.ok());
    const auto record = checked->json["record"];
    CHECK(record["place"] == "Chợ Mẫu");
    CHECK(record["inspector"] == "Nguyễn Thị Mẫu");
    CHECK(checked->words.find("Checked at: Chợ Mẫu; by: Nguyễn Thị Mẫu.") != std::string::npos);
}
