#include "http/local_authority.h"

#include "catch.h"
#include "http/local_network.h"
#include "system/file.h"

#include <unistd.h>

using namespace temsao;
using namespace temsao::http;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t day = 86'400, now = 1'795'000'000; // 2026-11-18
const std::vector<std::string> names{"192.168.1.20", "fd00::2", "may.local"};

// A folder that is gone afterwards.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("temsao-lan-" + std::to_string(::getpid()));

    Folder() { fs::remove_all(path); }

    ~Folder() { fs::remove_all(path); }
};

fs::perms mode(const fs::path& file) {
    return fs::status(file).permissions() & fs::perms::mask;
}

} // namespace

TEST_CASE("the first start makes authority and certificate, the next ones take them") {
    const Folder folder;
    const auto first = local_certificate(folder.path, names, now);
    REQUIRE(first);
    CHECK(first->is_new_authority);
    CHECK(first->is_new);
    CHECK(first->ends.iso() == "2027-11-18");
    CHECK(first->authority_ends.iso() == "2036-11-15");
    CHECK(first->fingerprint.size() == 95);
    for (const auto* key : {"ca.key", "server.key"})
        CHECK(mode(folder.path / key) == (fs::perms::owner_read | fs::perms::owner_write));
    CHECK(mode(folder.path) == fs::perms::owner_all);
    const auto second = local_certificate(folder.path, names, now + 300 * day);
    REQUIRE(second);
    CHECK_FALSE(second->is_new_authority);
    CHECK_FALSE(second->is_new);
    CHECK(second->fingerprint == first->fingerprint);
    CHECK(second->ends == first->ends);
}

TEST_CASE("a certificate is renewed for other addresses and near its end, and phones notice nothing") {
    const Folder folder;
    const auto first = local_certificate(folder.path, names, now);
    REQUIRE(first);
    const auto moved = local_certificate(folder.path, {"192.168.1.21", "fd00::2", "may.local"}, now);
    REQUIRE(moved);
    CHECK(moved->is_new);
    CHECK(moved->fingerprint == first->fingerprint);
    const auto fewer = local_certificate(folder.path, {"192.168.1.21"}, now);
    CHECK(fewer->is_new);
    const auto later = local_certificate(folder.path, {"192.168.1.21"}, now + 336 * day);
    CHECK(later->is_new);
    CHECK_FALSE(later->is_new_authority);
    REQUIRE(write_file(first->certificate, "no certificate"));
    CHECK(local_certificate(folder.path, {"192.168.1.21"}, now + 336 * day)->is_new);
}

TEST_CASE("an authority near its end is renewed, and so is what it signed") {
    const Folder folder;
    const auto first = local_certificate(folder.path, names, now);
    const auto last = local_certificate(folder.path, names, now + 3284 * day);
    CHECK_FALSE(last->is_new_authority);
    const auto after = local_certificate(folder.path, names, now + 3286 * day);
    CHECK(after->is_new_authority);
    CHECK(after->is_new);
    CHECK(after->fingerprint != first->fingerprint);
}

TEST_CASE("an authority that cannot be used is named, never replaced unasked") {
    const Folder folder;
    REQUIRE(local_certificate(folder.path, names, now));
    const auto key = folder.path / "ca.key";
    fs::permissions(key, fs::perms::others_read, fs::perm_options::add);
    CHECK(local_certificate(folder.path, names, now).error().what.id == "key.open");
    fs::remove(key);
    const auto without = local_certificate(folder.path, names, now);
    CHECK(without.error().what.id == "serve.lan_broken");
    CHECK(without.error().what.facts.at(0) == key.string());
    REQUIRE(write_file(folder.path / "ca.pem", "no certificate"));
    CHECK(local_certificate(folder.path, names, now).error().what.id == "serve.lan_broken");
}

TEST_CASE("addresses of a house and of the world are told apart") {
    for (const auto* local :
         {"127.0.0.1", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.0.1", "169.254.3.4", "::1", "fd12::1"})
        CHECK(is_local_address(local));
    for (const auto* other : {"0.0.0.0",
                              "8.8.8.8",
                              "172.15.0.1",
                              "172.32.0.1",
                              "192.169.0.1",
                              "11.0.0.1",
                              "2001:db8::1",
                              "fe80::1",
                              "may.local",
                              ""})
        CHECK_FALSE(is_local_address(other));
    CHECK((local_name() == "localhost" || local_name().ends_with(".local")));
}
