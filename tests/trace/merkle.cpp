#include "trace/merkle.h"

#include "catch.h"
#include "sample_log.h"

using namespace temsao;
using namespace temsao::trace::merkle;
using temsao::trace::test::Log;
namespace sodium = temsao::trace::sodium;

namespace {

std::string hex(const Hash& hash) {
    std::string text;
    for (const auto byte : hash) {
        char two[3];
        std::snprintf(two, sizeof two, "%02x", byte);
        text += two;
    }
    return text;
}

} // namespace

TEST_CASE("the roots of RFC 6962's eight test entries are the published ones") {
    const std::vector<std::string> entries = {"",
                                              std::string("\0", 1),
                                              "\x10",
                                              "\x20\x21",
                                              "\x30\x31",
                                              "\x40\x41\x42\x43",
                                              "\x50\x51\x52\x53\x54\x55\x56\x57",
                                              "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};
    const char* roots[] = {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                           "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                           "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                           "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                           "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                           "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                           "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                           "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                           "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    Log log;
    CHECK(hex(*Tree(0, log.read).root()) == roots[0]);
    for (std::size_t size = 1; size <= entries.size(); ++size) {
        log.grow({entries[size - 1]});
        CHECK(hex(*Tree(static_cast<std::int64_t>(size), log.read).root()) == roots[size]);
    }
}

TEST_CASE("every entry of every tree is proved, and by its own proof only") {
    Log log;
    for (const std::int64_t size : {1, 2, 3, 7, 8, 255, 256, 257, 700}) {
        log.grow_to(static_cast<std::size_t>(size));
        const Tree tree(size, log.read);
        const auto root = *tree.root();
        REQUIRE(root == log.defined(0, static_cast<std::size_t>(size)));
        for (std::int64_t index = 0; index < size; index += 1 + size / 20) {
            auto path = *tree.inclusion(index);
            const auto& leaf = log.leaves[static_cast<std::size_t>(index)];
            REQUIRE(includes(root, size, index, leaf, path));
            CHECK_FALSE(includes(root, size, index, leaf_hash("another"), path));
            CHECK_FALSE(includes(root, size, index + 1, leaf, path));
            CHECK_FALSE(includes(root, size, size, leaf, path));
            CHECK_FALSE(includes(root, size, -1, leaf, path));
            path.push_back(leaf);
            CHECK_FALSE(includes(root, size, index, leaf, path));
            path.pop_back();
            if (!path.empty()) {
                path.front()[0] ^= 1;
                CHECK_FALSE(includes(root, size, index, leaf, path));
                path.pop_back();
                CHECK_FALSE(includes(root, size, index, leaf, path));
            }
        }
    }
}

TEST_CASE("an older tree is proved to be the beginning of a newer one") {
    Log log;
    log.grow_to(600);
    for (std::int64_t newer = 1; newer <= 600; newer += 37)
        for (std::int64_t older = 0; older <= newer; older += 1 + newer / 9) {
            const auto root = *Tree(newer, log.read).root(), before = *Tree(older, log.read).root();
            auto path = *Tree(newer, log.read).consistency(older);
            REQUIRE(extends(root, newer, before, older, path));
            CHECK_FALSE(extends(root, newer, leaf_hash("another"), older, path));
            CHECK(extends(before, older, root, newer, path) == (older == newer));
            path.push_back(root);
            CHECK_FALSE(extends(root, newer, before, older, path));
            path.pop_back();
            if (path.empty()) continue;
            path.back()[31] ^= 1;
            CHECK_FALSE(extends(root, newer, before, older, path));
        }
}

TEST_CASE("a tree grown in steps has the tiles of one grown at once, as C2SP counts them") {
    Log steps, once;
    for (const std::size_t size : {1, 200, 255, 256, 300, 70'000 / 100, 70'000})
        steps.grow_to(size);
    once.grow_to(70'000);
    CHECK(*Tree(70'000, steps.read).root() == *Tree(70'000, once.read).root());
    // the example of c2sp.org/tlog-tiles
    std::map<int, std::pair<int, std::size_t>> full_and_rest;
    for (const auto& [place, hashes] : once.tiles)
        if (!hashes.empty()) {
            if (hashes.size() == 8192)
                ++full_and_rest[place.first].first;
            else
                full_and_rest[place.first].second = hashes.size() / 32;
        }
    CHECK(full_and_rest[0] == std::pair(273, std::size_t{112}));
    CHECK(full_and_rest[1] == std::pair(1, std::size_t{17}));
    CHECK(full_and_rest[2] == std::pair(0, std::size_t{1}));
    CHECK(full_and_rest.size() == 3);
}

TEST_CASE("a tile that is missing or cut short is told") {
    Log log;
    log.grow_to(600);
    log.tiles[{0, 2}].resize(100);
    const auto root = Tree(600, log.read).root();
    REQUIRE_FALSE(root.ok());
    CHECK(root.error().what.id == "log.tile");
    CHECK(root.error().what.facts == std::vector<std::string>{"0", "2"});
    CHECK_FALSE(Tree(600, log.read).inclusion(590).ok());
    CHECK_FALSE(Tree(600, log.read).consistency(300).ok());
}

TEST_CASE("tiles stand where C2SP looks for them") {
    CHECK(tile_path(0, 1234067, 256) == "tile/0/x001/x234/067");
    CHECK(tile_path(3, 5, 17) == "tile/3/005.p/17");
    CHECK(tile_path(-1, 1000, 256) == "tile/entries/x001/000");
}
