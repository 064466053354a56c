#include "base/coding.h"
#include "catch.h"
#include "store/key_file.h"
#include "system/file.h"
#include "trace/sample_keys.h"

#include <filesystem>
#include <random>
#include <unistd.h>

using namespace temsao;
using namespace temsao::store;
using namespace temsao::trace;
using namespace temsao::trace::test;
namespace fs = std::filesystem;

namespace {

// A folder of its own that goes away.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("temsao-keys-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }

    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }

    fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

constexpr auto passphrase = "đường lên núi dài";

} // namespace

TEST_CASE("a signature verifies for its key and its message only") {
    const auto key = producer_key();
    const auto signature = key.sign("mật ong");
    CHECK(key.public_key().verifies("mật ong", signature));
    CHECK_FALSE(key.public_key().verifies("mật ong ", signature));
    CHECK_FALSE(stranger_key().public_key().verifies("mật ong", signature));
    // RFC 8032, 7.1, test 1
    const auto first = temsao::from_base64("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=");
    sodium::Bytes32 seed;
    std::copy(first->begin(), first->end(), seed.begin());
    const auto known = SecretKey::from_seed(seed);
    CHECK(known.public_key().base64() == "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    CHECK(temsao::base64(sodium::text_of(known.sign(""))) ==
          "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw==");
}

TEST_CASE("a signature of zeros verifies for no key of small order") {
    for (const int first : {0, 1}) {
        sodium::Bytes32 key{};
        key[0] = static_cast<std::uint8_t>(first);
        sodium::Bytes64 signature{};
        signature[0] = 1;
        CHECK_FALSE(sodium::verify("anything", signature, key));
        CHECK_FALSE(sodium::verify("anything", {}, key));
        CHECK_FALSE(PublicKey::from(key));
    }
}

TEST_CASE("public keys are read in one form only") {
    const auto text = producer_key().public_key().base64();
    CHECK(PublicKey::parse(text)->base64() == text);
    for (const auto& wrong :
         {text + " ", " " + text, text.substr(0, 43), std::string(), std::string(44, 'A'), std::string(44, '\xff')})
        CHECK(PublicKey::parse(wrong).error().what.id == "key.unsound");
    CHECK(show_key_id(42318777) == "042 318 777");
}

TEST_CASE("a key file is for its owner only, holds no secret in clear and opens with its passphrase") {
    const Folder folder;
    const auto path = folder / "producer.key";
    const auto key = producer_key();
    REQUIRE(save_key(path, key, "HTX Mật ong Hương Rừng", passphrase));
    CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
    const auto text = *read_file(path, 10'000);
    CHECK(text.starts_with("temsao secret key 1\nowner: HTX Mật ong Hương Rừng\npublic: " + key.public_key().base64()));
    std::string seed;
    for (int i = 0; i < 32; ++i)
        seed += static_cast<char>(0x20 + i);
    CHECK(text.find(temsao::base64(seed)) == text.npos);
    CHECK(text.find(seed) == text.npos);

    const auto loaded = load_key(path, passphrase);
    REQUIRE(loaded);
    CHECK(loaded->public_key() == key.public_key());
    CHECK(loaded->sign("x") == key.sign("x"));
    CHECK(load_key(path, "đường lên núi dàj").error().what.id == "key.passphrase");
    CHECK(save_key(path, stranger_key(), "x", passphrase).error().what.id == "key.exists");
    CHECK(*read_file(path, 10'000) == text);
    CHECK(save_key(folder / "x.key", key, "x", "1234567").error().what.id == "key.passphrase_short");
    CHECK(load_key(folder / "none.key", passphrase).error().what.id == "file.missing");

    fs::permissions(path, fs::perms::group_read, fs::perm_options::add);
    CHECK(load_key(path, passphrase).error().what.id == "key.open");
}

TEST_CASE("an altered key file is refused before work, however much work it asks for") {
    const Folder folder;
    const auto good = std::string("temsao secret key 1\nowner: x\npublic: ") + producer_key().public_key().base64() +
                      "\npasses: 1\nmemory: 8192\nsalt: AAAAAAAAAAAAAAAAAAAAAA==\nnonce: "
                      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nbox: "
                      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n";
    const auto id_of = [&](const std::string& text) {
        const auto path = folder / "a.key";
        REQUIRE(write_file(path, text));
        fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
        return load_key(path, passphrase).error().what.id;
    };
    CHECK(id_of(good) == "key.passphrase");
    const auto with = [&](const std::string& from, const std::string& to) {
        auto text = good;
        return id_of(text.replace(text.find(from), from.size(), to));
    };
    CHECK(with("key 1", "key 2") == "key.file");
    CHECK(with("passes: 1\n", "passes: 4000000000\n") == "key.file");
    CHECK(with("memory: 8192", "memory: 9999999999") == "key.file");
    CHECK(with("memory: 8192", "memory: 1") == "key.file");
    CHECK(with("memory: 8192", "memory: -1") == "key.file");
    CHECK(with("salt: AA", "salt: ") == "key.file");
    CHECK(with("public: ", "public: A") == "key.file");
    CHECK(id_of(good + "more\n") == "key.file");
    CHECK(id_of("") == "key.file");
    CHECK(id_of(std::string(5000, 'x')) == "file.too_large");
    for (std::size_t length = 0; length < good.size(); length += 7)
        CHECK(id_of(good.substr(0, length)).starts_with("key."));
}

TEST_CASE("a certificate holds for the root that signed it, and for no other line") {
    const auto root = root_key();
    const auto certificate = certificate_of(producer_key(), "HTX Mật ong Hương Rừng");
    const auto line = *write_certificate(certificate, root);
    const auto back = read_certificate(line, root.public_key());
    REQUIRE(back);
    CHECK(back->key == certificate.key);
    CHECK(back->from == certificate.from);
    CHECK(back->to == certificate.to);
    CHECK(back->products == certificate.products);
    CHECK(back->producer == certificate.producer);
    CHECK(read_certificate(line, stranger_key().public_key()).error().what.id == "certificate.signature");
    std::mt19937 random(1);
    for (int i = 0; i < 2'000; ++i) {
        auto text = line;
        text[random() % text.size()] ^= static_cast<char>(1 << random() % 7);
        if (text != line) REQUIRE_FALSE(read_certificate(text, root.public_key()));
    }
    for (const auto& text : {std::string(), line.substr(1), line + "\t", line + "\n", std::string(10'000, '\t')})
        CHECK_FALSE(read_certificate(text, root.public_key()));

    auto open = certificate;
    open.products.clear();
    CHECK(read_certificate(*write_certificate(open, root), root.public_key())->covers("ANYTHING"));
    auto wrong = certificate;
    wrong.producer = "A\tB";
    CHECK(write_certificate(wrong, root).error().what.id == "certificate.field");
    wrong = certificate;
    wrong.to = *Date::from(2025, 1, 1);
    CHECK(write_certificate(wrong, root).error().what.id == "certificate.field");
    wrong = certificate;
    wrong.products = {"a,b"};
    CHECK(write_certificate(wrong, root).error().what.id == "certificate.field");
}

TEST_CASE("revocations are lines that read back, and the ring answers by kind") {
    const Revocation lot{Revoked::lot, "09521234543213/L261124", *Date::from(2026, 11, 24), "hư hỏng"};
    const auto line = *write_revocation(lot);
    const auto back = read_revocation(line);
    REQUIRE(back);
    CHECK(back->what == lot.what);
    CHECK(back->kind == Revoked::lot);
    CHECK(write_revocation({Revoked::key, "a\tb", lot.from, ""}).error().what.id == "revocation.field");
    CHECK(write_revocation({Revoked::key, "", lot.from, ""}).error().what.id == "revocation.field");
    for (const auto* text :
         {"", "lot\tx\t2026-11-24", "lot\tx\t2026-13-24\t", "box\tx\t2026-11-24\t", "lot\t\t2026-11-24\t"})
        CHECK(read_revocation(text).error().what.id == "revocation.form");
    const KeyRing keys({}, {lot});
    CHECK(keys.revoked(Revoked::lot, lot.what));
    CHECK_FALSE(keys.revoked(Revoked::serial, lot.what));
    CHECK_FALSE(keys.revoked(Revoked::lot, "09521234543213/L261125"));
}

TEST_CASE("rotation and loss: old codes hold after rotation, none after loss") {
    const auto old_key = producer_key(), new_key = stranger_key();
    const auto before = *make_signed_uri(sample(), 4, old_key), after = *make_signed_uri(sample(), 4, new_key);
    const auto state = [](const std::string& text, const KeyRing& keys) {
        return check_signature(text, *parse(text).code, keys, *Date::from(2026, 11, 24)).state;
    };
    const auto old_certificate = certificate_of(old_key, "HTX"), new_certificate = certificate_of(new_key, "HTX");
    const KeyRing rotated({old_certificate, new_certificate}, {});
    CHECK(state(before, rotated) == SignatureState::ok);
    CHECK(state(after, rotated) == SignatureState::ok);
    const KeyRing lost({old_certificate, new_certificate},
                       {{Revoked::key, old_key.public_key().base64(), *Date::from(2027, 1, 1), "mất"}});
    CHECK(state(before, lost) == SignatureState::key_revoked);
    CHECK(state(after, lost) == SignatureState::ok);
    const KeyRing forgotten({new_certificate}, {});
    CHECK(state(before, forgotten) == SignatureState::key_unknown);
}
