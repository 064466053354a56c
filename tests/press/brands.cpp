// A producer's brand as a file of record: versions, spellings, damage.
#include "press/brands.h"

#include "catch.h"
#include "system/file.h"

#include <filesystem>
#include <set>
#include <thread>
#include <unistd.h>

using namespace temsao;
using namespace temsao::press;
namespace fs = std::filesystem;

namespace {

// A data directory of this test alone.
struct Home {
    explicit Home(const std::string& name)
        : path(fs::temp_directory_path() / ("temsao-brands-" + name + std::to_string(getpid()))) {
        fs::remove_all(path);
        fs::create_directories(path);
    }

    Home(const Home&) = delete;
    Home& operator=(const Home&) = delete;

    ~Home() { fs::remove_all(path); }

    job::Surroundings around() const { return {path, TEMSAO_SOURCE_DIR, Lang::en, *Date::from(2026, 11, 30), "", {}}; }

    fs::path path;
};

BrandRecord named(const Home& home, const std::string& producer, const std::string& name) {
    auto kept = change_brand(home.around(), producer, [&](BrandRecord& brand) -> Outcome {
        brand.name = name;
        return done;
    });
    REQUIRE(kept.ok());
    return *kept;
}

} // namespace

TEST_CASE("each change of a brand is a version, the same again is none, and every version can be had") {
    const Home home("versions");
    CHECK_FALSE(*brand_of(home.around(), "HTX Mẫu"));
    CHECK(named(home, "HTX Mẫu", "Hương Núi").version == 1);
    CHECK(named(home, "HTX Mẫu", "Hương Núi").version == 1);
    CHECK(named(home, "HTX Mẫu", "Hương Rừng").version == 2);
    CHECK((*brand_of(home.around(), "HTX Mẫu"))->name == "Hương Rừng");
    CHECK((*brand_of(home.around(), "HTX Mẫu", 1))->name == "Hương Núi");
    const auto beyond = brand_of(home.around(), "HTX Mẫu", 3);
    REQUIRE_FALSE(beyond.ok());
    CHECK(beyond.error().what.id == "brand.no_version");
}

TEST_CASE("a brand belongs to the producer however the name is spelled, and to no other") {
    const Home home("spelling");
    named(home, "Hợp tác xã Nông nghiệp Hoà Mẫu", "Hương Núi");
    CHECK(*brand_of(home.around(), "HTX NN Hòa Mẫu"));
    CHECK_FALSE(*brand_of(home.around(), "HTX NN Hòa Mẫu 2"));
    const auto shelf = BrandShelf::open(home.around(), {}, {"HTX NN Hòa Mẫu", "HTX Khác"});
    REQUIRE(shelf.ok());
    CHECK((*shelf)->of("Hợp tác xã NN Hoà Mẫu")->name == "Hương Núi");
    CHECK((*shelf)->of("HTX Khác") == nullptr);
    const auto unused = BrandShelf::open(home.around(), {.is_used = false, .version = {}}, {"HTX NN Hòa Mẫu"});
    CHECK((*unused)->of("HTX NN Hòa Mẫu") == nullptr);
}

TEST_CASE("changes of many at once are all kept") {
    const Home home("at-once");
    constexpr int people = 8;
    std::vector<std::thread> all;
    for (int person = 0; person < people; ++person)
        all.emplace_back([&, person] {
            const auto kept = change_brand(home.around(), "HTX Mẫu", [&](BrandRecord& brand) -> Outcome {
                brand.name = "Tên " + std::to_string(person);
                return done;
            });
            if (!kept) std::abort();
        });
    for (auto& one : all)
        one.join();
    const auto newest = brand_of(home.around(), "HTX Mẫu");
    REQUIRE((newest && *newest));
    CHECK((*newest)->version == people);
    std::set<std::string> names;
    for (int version = 1; version <= people; ++version)
        names.insert((*brand_of(home.around(), "HTX Mẫu", version))->name);
    CHECK(names.size() == people);
}

TEST_CASE("a damaged brand and an altered logo are told, not drawn") {
    const Home home("damaged");
    const auto picture = fs::path(TEMSAO_SOURCE_DIR) / "docs" / "guides" / "pictures" / "scan-3-stars.png";
    REQUIRE(fs::exists(picture));
    const auto logo = keep_logo(home.around(), picture);
    REQUIRE(logo.ok());
    const auto kept = change_brand(home.around(), "HTX Mẫu", [&](BrandRecord& brand) -> Outcome {
        brand.name = "Hương Núi";
        brand.logo = *logo;
        return done;
    });
    REQUIRE(open_brand(home.around(), *kept).ok());
    auto bytes = *read_file(home.path / "brands" / *logo, 1 << 22);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    REQUIRE(write_file(home.path / "brands" / *logo, bytes));
    const auto altered = open_brand(home.around(), *kept);
    REQUIRE_FALSE(altered.ok());
    CHECK(altered.error().what.id == "brand.logo_altered");

    for (const auto& entry : fs::directory_iterator(home.path / "brands"))
        if (entry.path().extension() == ".json") {
            auto text = *read_file(entry.path(), 1 << 20);
            text.replace(text.find("Hương"), 1, "h");
            REQUIRE(write_file(entry.path(), text));
        }
    const auto damaged = brand_of(home.around(), "HTX Mẫu");
    REQUIRE_FALSE(damaged.ok());
    CHECK(damaged.error().what.id == "home.file");
}

TEST_CASE("a brand whose file says a colour, a typeface or a logo that cannot be is told") {
    const Home home("wrong");
    const std::string good = R"({"producer":"HTX Mẫu","version":1,"since":"2026-11-30","name":"Hương Núi")";
    named(home, "HTX Mẫu", "Hương Núi");
    fs::path file;
    for (const auto& entry : fs::directory_iterator(home.path / "brands"))
        if (entry.path().extension() == ".json") file = entry.path();
    const auto outcome = [&](const std::string& more) {
        REQUIRE(write_file(file, "{\"versions\":[" + good + more + "}]}"));
        return brand_of(home.around(), "HTX Mẫu").ok();
    };
    CHECK(outcome(""));
    CHECK(outcome(R"(,"main":[0,40,100,40])"));
    CHECK_FALSE(outcome(R"(,"main":[0,40,100])"));
    CHECK_FALSE(outcome(R"(,"main":[0,40,100,101])"));
    CHECK_FALSE(outcome(R"(,"typeface":"comic")"));
    CHECK_FALSE(outcome(R"(,"logo":"../../etc/passwd")"));
    CHECK_FALSE(outcome(R"(,"logo":"0123456789abcdef.svg")"));
}
