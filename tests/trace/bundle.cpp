#include "trace/bundle.h"

#include "base/coding.h"
#include "catch.h"
#include "sample_keys.h"
#include "system/file.h"
#include "trace/deflate.h"
#include "trace/minisign.h"
#include "trace/note.h"

#include <cstdlib>
#include <filesystem>
#include <random>
#include <sstream>
#include <unistd.h>

using namespace temsao;
using namespace temsao::trace;
using namespace temsao::trace::test;
namespace fs = std::filesystem;

namespace {

Bundle sample_bundle() {
    const auto keys = ring();
    auto permits = keys.certificates();
    std::erase_if(permits, [](const auto& permit) { return permit.sealed_from.has_value(); });
    return {{7, *Date::from(2026, 11, 1)}, "Hà Tĩnh", "key,name\n1,Mật ong\n", permits, keys.revocations()};
}

std::string id_of(const std::string& file, const SecretKey& root = root_key()) {
    const auto bundle = read_bundle(file, root.public_key());
    return bundle ? "" : bundle.error().what.id;
}

// The payload changed and signed again, as a root key in wrong hands or a faulty program might.
std::string signed_again(const std::string& file, const std::string& from, const std::string& to) {
    std::string payload(split_bundle(file)->payload);
    if (!from.empty()) payload.replace(payload.find(from), from.size(), to);
    const auto signature = minisign(payload, root_key(), "x");
    return "temsao bundle 1\nsignature: " + std::to_string(signature.size()) + "\n" + signature + payload;
}

class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("temsao-bundle-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }

    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    std::string operator/(const char* name) const { return (path_ / name).string(); }

private:
    fs::path path_;
};

bool runs(const std::string& command) {
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

} // namespace

TEST_CASE("a bundle is read back as it was written") {
    const auto bundle = sample_bundle();
    const auto file = write_bundle(bundle, root_key());
    REQUIRE(file);
    CHECK(*file == *write_bundle(bundle, root_key())); // the same bytes each time
    const auto back = read_bundle(*file, root_key().public_key());
    REQUIRE(back);
    CHECK(back->edition.sequence == 7);
    CHECK(back->edition.as_of == bundle.edition.as_of);
    CHECK(back->province == "Hà Tĩnh");
    CHECK(back->list == bundle.list);
    REQUIRE(back->certificates.size() == 2);
    CHECK(back->certificates[1].producer == bundle.certificates[1].producer);
    REQUIRE(back->revocations.size() == 1);
    CHECK(back->revocations[0].reason == "mất máy tính");
}

TEST_CASE("a bundle says how far the print log had come, beside what readers of before know") {
    auto bundle = sample_bundle();
    const auto without = *write_bundle(bundle, root_key());
    CHECK_FALSE(read_bundle(without, root_key().public_key())->log);
    const auto verifier = NoteVerifier{"ocop-log/042318777", root_key().public_key()}.text();
    bundle.log = LogMark{verifier, 1000, merkle::leaf_hash("an entry")};
    const auto with = *write_bundle(bundle, root_key());
    CHECK(read_bundle(with, root_key().public_key())->log == bundle.log);
    CHECK(log_mark_of(with, root_key().public_key()) == bundle.log);
    CHECK_FALSE(log_mark_of(with, SecretKey::from_seed({9}).public_key()));
    CHECK(split_bundle(with)->payload == split_bundle(without)->payload); // where a reader of before finds all it knows

    auto altered = with;
    altered.replace(altered.find(" 1000 "), 6, " 1001 ");
    CHECK_FALSE(log_mark_of(altered, root_key().public_key()));
    CHECK(id_of(altered) == "minisign.bad");
    const auto root = temsao::base64(sodium::text_of(bundle.log->root));
    for (const auto& words : {std::string(" log"),
                              " log x 1 " + root,
                              " log " + verifier + " 01 " + root,
                              " log " + verifier + " 0 " + root,
                              " log " + verifier + " 1 AAAA",
                              " log " + verifier + " 1 " + root + " more"})
        CHECK_FALSE(mark_in("temsao bundle 7" + words));
}

TEST_CASE("marks of print logs are read as the second verifier reads them") {
    const auto bytes = read_file(std::string(TEMSAO_SOURCE_DIR) + "/tests/vectors/bundle_marks.txt", 1 << 20);
    REQUIRE(bytes.ok());
    std::optional<PublicKey> root;
    std::string payload;
    std::istringstream lines(*bytes);
    int marks = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        std::string kind, what, file;
        std::getline(std::getline(std::getline(fields, kind, '\t'), what, '\t'), file, '\t');
        INFO(kind << " " << what);
        if (kind == "root") root = *PublicKey::parse(what);
        if (kind == "payload") payload = *temsao::from_base64(what);
        if (file.empty()) continue;
        const auto signature = *temsao::from_base64(file);
        const auto bundle =
            "temsao bundle 1\nsignature: " + std::to_string(signature.size()) + "\n" + signature + payload;
        const auto mark = log_mark_of(bundle, *root);
        CHECK(mark.has_value() == (kind == "mark"));
        CHECK(check_minisign(payload, signature, *root).ok() == (kind != "bad"));
        if (mark) CHECK(with_mark("", mark) == " log " + what);
        marks += mark.has_value();
    }
    CHECK(marks == 2);
}

TEST_CASE("a bundle with a sealed-from date has the second form, so that older programs do not pass over it") {
    auto bundle = sample_bundle();
    CHECK(write_bundle(bundle, root_key())->starts_with("temsao bundle 1\n"));
    bundle.certificates.push_back(sealing_certificate());
    auto file = *write_bundle(bundle, root_key());
    CHECK(file.starts_with("temsao bundle 2\n"));
    CHECK(split_bundle(file)->payload.starts_with("temsao payload 2\n"));
    const auto back = read_bundle(file, root_key().public_key());
    REQUIRE(back);
    CHECK(back->certificates.back() == sealing_certificate());
    CHECK(id_of("temsao bundle 1" + file.substr(15)) == "bundle.form");
}

TEST_CASE("a bundle that was altered, cut short or signed by another is refused") {
    const auto file = *write_bundle(sample_bundle(), root_key());
    CHECK(id_of(file) == "");
    CHECK(id_of(file, stranger_key()) == "minisign.other_key");
    std::mt19937 random(2);
    for (int i = 0; i < 2'000; ++i) {
        auto text = file;
        if (random() % 4)
            text[random() % text.size()] ^= static_cast<char>(1 << random() % 8);
        else
            text.resize(random() % text.size());
        const auto payload_same = split_bundle(text) && split_bundle(text)->payload == split_bundle(file)->payload;
        // The untrusted comment is signed by nobody; whatever else changes is noticed.
        if (!payload_same) REQUIRE(id_of(text) != "");
    }
    CHECK(id_of("") == "bundle.form");
    CHECK(id_of("temsao bundle 4\n") == "bundle.version");
    CHECK(id_of("temsao bundle 1\nsignature: 99999999\n") == "bundle.form");
    CHECK(id_of(std::string(largest_bundle + 1, 'x')) == "bundle.too_large");
}

TEST_CASE("also a signed payload is believed only within its limits") {
    const auto file = *write_bundle(sample_bundle(), root_key());
    CHECK(id_of(signed_again(file, "", "")) == "");
    CHECK(id_of(signed_again(file, "payload 1", "payload 4")) == "bundle.version");
    CHECK(id_of(signed_again(file, "sequence: 7", "sequence: 07")) == "bundle.form");
    CHECK(id_of(signed_again(file, "sequence: 7", "sequence: -7")) == "bundle.form");
    CHECK(id_of(signed_again(file, "2026-11-01", "2026-11-31")) == "bundle.form");
    CHECK(id_of(signed_again(file, "list: ", "list: 9")) == "bundle.form");
    CHECK(id_of(signed_again(file, "list: ", "list: 99999999999")) == "bundle.too_large");
    CHECK(id_of(signed_again(file, "keys: ", "list: ")) == "bundle.form");
    const auto payload =
        "temsao payload 1\nsequence: 1\nas-of: 2026-11-01\nprovince: x\nlist: 0\nkeys: 2\nrevoked: 0\n\n";
    const auto with = [&](const std::string& packed) {
        const auto whole = payload + packed;
        const auto signature = minisign(whole, root_key(), "x");
        return id_of("temsao bundle 1\nsignature: " + std::to_string(signature.size()) + "\n" + signature + whole);
    };
    CHECK(with(deflate("x\n")) == "certificate.form");
    CHECK(with(deflate("x\n") + "more") == "bundle.form");
    CHECK(with("") == "bundle.form");
    CHECK(with(deflate(std::string(50'000'000, '\0'))) == "bundle.form"); // a small file that would grow large
}

TEST_CASE("an older bundle does not take the place of a newer one") {
    const auto next = sample_bundle().edition;
    CHECK(check_newer(next, {6, next.as_of}).ok());
    CHECK(check_newer(next, {7, next.as_of}).error().what.id == "bundle.rollback");
    CHECK(check_newer(next, {8, next.as_of}).error().what.id == "bundle.rollback");
    CHECK(check_newer(next, {6, next.as_of.plus_days(1)}).error().what.id == "bundle.rollback");
}

TEST_CASE("an old list is a question from the thirty-first day on") {
    const auto as_of = *Date::from(2026, 11, 1);
    CHECK_FALSE(check_age(as_of, as_of.plus_days(30)));
    CHECK_FALSE(check_age(as_of, as_of.plus_days(-3)));
    const auto stale = check_age(as_of, as_of.plus_days(31));
    REQUIRE(stale);
    CHECK(stale->code == "SIG_BUNDLE_STALE");
    CHECK(stale->severity == Severity::check);
    CHECK(say(stale->message(), Lang::vi).find("01/11/2026") != std::string::npos);
}

TEST_CASE("the list of the whole country stays under a megabyte and a half") {
    std::mt19937 random(17);
    auto bundle = sample_bundle();
    bundle.list = "key,name,producer,address,stars,certificate,issued,valid_to\n";
    const char* names[] = {"Mật ong rừng", "Kẹo cu đơ", "Nước mắm nhĩ", "Bưởi Phúc Trạch", "Chè xanh", "Tinh bột nghệ"};
    for (int i = 0; i < 17'000; ++i)
        bundle.list += std::to_string(9520000000000 + random() % 10'000'000'000) + "," + names[random() % 6] + " " +
                       std::to_string(random() % 5000) + ",HTX Nông nghiệp " + std::to_string(random() % 9000) +
                       ",xã " + std::to_string(random() % 3321) + "," + std::to_string(3 + random() % 3) + "," +
                       std::to_string(random() % 4000) + "/QĐ-UBND,2025-" + std::to_string(10 + random() % 3) + "-" +
                       std::to_string(10 + random() % 19) + ",2028-10-15\n";
    const auto file = write_bundle(bundle, root_key());
    REQUIRE(file);
    INFO(bundle.list.size() << " bytes became " << file->size());
    CHECK(file->size() < 1'500'000);
    CHECK(read_bundle(*file, root_key().public_key())->list == bundle.list);
}

TEST_CASE("minisign signatures of both kinds hold for their bytes, key and comment") {
    const auto key = root_key();
    for (const auto kind : {Minisign::hashed, Minisign::legacy}) {
        const auto signature = minisign("danh sách", key, "số 7", kind);
        CHECK(*check_minisign("danh sách", signature, key.public_key()) == "số 7");
        CHECK(check_minisign("danh sách ", signature, key.public_key()).error().what.id == "minisign.bad");
        CHECK(check_minisign("danh sách", signature, stranger_key().public_key()).error().what.id ==
              "minisign.other_key");
        auto altered = signature;
        altered.replace(altered.find("số 7"), 6, "số 8");
        CHECK(check_minisign("danh sách", altered, key.public_key()).error().what.id == "minisign.bad");
        std::mt19937 random(3);
        for (int i = 0; i < 1'000; ++i) {
            auto text = signature;
            text.resize(random() % text.size());
            REQUIRE((!check_minisign("danh sách", text, key.public_key()) || text + "\n" == signature));
        }
        CHECK(check_minisign("danh sách", signature + "more\n", key.public_key()).error().what.id == "minisign.form");
    }
    CHECK(*read_minisign_key(write_minisign_key(key.public_key())) == key.public_key());
    CHECK(read_minisign_key("x").error().what.id == "minisign.key");
    CHECK(check_minisign("", std::string(5000, 'x'), key.public_key()).error().what.id == "minisign.form");
}

TEST_CASE("the standard minisign program checks what we sign, and we check what it signed") {
    if (!runs("command -v minisign")) {
        LEAVE_OUT("minisign is not installed; run scripts/setup");
    }
    const Folder folder;
    const auto root = root_key();
    const auto file = *write_bundle(sample_bundle(), root);
    const auto parts = *split_bundle(file);
    const auto payload = folder / "payload", signature = folder / "payload.minisig", key = folder / "root.pub";
    REQUIRE(write_file(payload, parts.payload));
    REQUIRE(write_file(key, write_minisign_key(root.public_key())));
    const auto verify = "minisign -V -p " + key + " -m " + payload;
    REQUIRE(write_file(signature, parts.signature));
    CHECK(runs(verify));
    REQUIRE(write_file(signature, minisign(parts.payload, root, "legacy", Minisign::legacy)));
    CHECK(runs(verify));
    REQUIRE(write_file(signature, minisign(parts.payload, stranger_key(), "other")));
    CHECK_FALSE(runs(verify));
    REQUIRE(write_file(signature, parts.signature));
    REQUIRE(write_file(payload, std::string(parts.payload) + "x"));
    CHECK_FALSE(runs(verify));

    const auto other_public = folder / "other.pub", other_secret = folder / "other.key";
    REQUIRE(runs("minisign -G -W -p " + other_public + " -s " + other_secret));
    const auto other = read_minisign_key(*read_file(other_public, 4096));
    REQUIRE(other);
    for (const std::string legacy : {"", " -l"}) {
        REQUIRE(runs("minisign -S" + legacy + " -t 'so 9' -s " + other_secret + " -m " + payload));
        const auto comment = check_minisign(*read_file(payload, 1'000'000), *read_file(signature, 4096), *other);
        REQUIRE(comment);
        CHECK(*comment == "so 9");
    }
}
