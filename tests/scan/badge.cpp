// Stars counted on made photos (tests/photos) of every shipped template: flat and on jars, sharp and poor, as printed
// and pasted over. tests/bench/stars.cpp does the same on thousands.
#include "scan/badge.h"

#include "catch.h"
#include "photos/label_photo.h"
#include "scan/read.h"
#include "scan/surface.h"

#include <algorithm>
#include <cmath>

using namespace temsao;
namespace fs = std::filesystem;

namespace {

const render::FontBook& fonts() {
    static const auto book = *render::FontBook::open(fs::path(TEMSAO_SOURCE_DIR) / "fonts");
    return *book;
}

const std::vector<std::string>& templates() {
    static const auto names = photos::shipped_templates(fs::path(TEMSAO_SOURCE_DIR) / "templates");
    return names;
}

scan::Photo photo_of(const photos::Case& made, std::uint64_t number) {
    const auto picture = photos::shoot(photos::print_label(made.print, fonts(), number), made.scene);
    return *scan::decode_photo(photos::encode_jpeg(picture, made.scene.jpeg_quality), "made");
}

struct Tally {
    int decoded = 0, right = 0, wrong = 0, refused = 0;
};

Tally tally(std::uint64_t first, std::uint64_t count) {
    const scan::StarCounter counter(photos::badge_shape());
    Tally seen;
    for (auto number = first; number < first + count; ++number) {
        auto made = photos::random_case(number, templates());
        made.scene.pixels_a_module = std::min(made.scene.pixels_a_module, 5.5); // small photos are made faster
        const auto photo = photo_of(made, number);
        const auto read = scan::read_symbols(photo).readings;
        if (read.empty()) continue;
        ++seen.decoded;
        const auto badge = counter.count(photo, read.front());
        if (!badge || !badge->stars) {
            ++seen.refused;
            continue;
        }
        CHECK(badge->confidence > scan::least_confidence);
        if (*badge->stars != made.shown) UNSCOPED_INFO("photo " << number << ": " << *badge->stars);
        ++(*badge->stars == made.shown ? seen.right : seen.wrong);
    }
    return seen;
}

// A good photo, for what is not about the camera.
photos::Case plain_case(int stars, const std::string& design) {
    auto made = photos::random_case(0, {design});
    made.print.record.stars = stars;
    made.print.stickers_to_five = false;
    made.print.dpi = 300;
    made.print.tone = render::Tone::colour;
    made.scene = {};
    return made;
}

} // namespace

TEST_CASE("stars on flat packs and jars are counted right or not at all", "[photos]") {
    for (const std::uint64_t first : {50'000, 60'000}) {
        const auto seen = tally(first, 24);
        CHECK(seen.wrong == 0);
        CHECK(seen.decoded >= 18);
        CHECK(seen.refused <= 2);
    }
}

TEST_CASE("three, four and five stars are told apart on every template") {
    const scan::StarCounter counter(photos::badge_shape());
    for (std::size_t i = 0; i < templates().size(); ++i) {
        const int stars = 3 + static_cast<int>(i % 3);
        CAPTURE(templates()[i], stars);
        const auto photo = photo_of(plain_case(stars, templates()[i]), i);
        const auto read = scan::read_symbols(photo).readings;
        REQUIRE(read.size() == 1);
        const auto badge = counter.count(photo, read.front());
        REQUIRE(badge);
        REQUIRE(badge->stars);
        CHECK(*badge->stars == stars);
        CHECK(badge->confidence > 0.99);
    }
}

TEST_CASE("where no badge stands no stars are counted") {
    const scan::StarCounter counter(photos::badge_shape());
    auto photo = photo_of(plain_case(4, "jar-60x40"), 1);
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 1);
    // Paper over the badge, then something dark.
    const auto badge = counter.count(photo, read.front());
    REQUIRE(badge);
    for (const int grey : {220, 20}) {
        auto covered = photo;
        for (int y = 0; y < static_cast<int>(badge->corners[2].y) + 2; ++y)
            std::fill_n(covered.grey.begin() + y * covered.width, covered.width, static_cast<std::uint8_t>(grey));
        const auto none = counter.count(covered, read.front());
        CHECK((!none || !none->stars));
    }
}

TEST_CASE("a reading without modules, an inverted or a mirrored one gives no badge and no crash") {
    const scan::StarCounter counter(photos::badge_shape());
    const scan::Photo photo{100, 100, std::vector<std::uint8_t>(10'000, 128)};
    scan::Reading reading;
    CHECK_FALSE(counter.count(photo, reading));
    reading.version = 1;
    reading.modules.assign(441, true);
    CHECK_FALSE(counter.count(photo, reading));
    const double nothing = std::nan("");
    for (const double x : {0.0, 1e300, -1e300, nothing}) {
        reading.corners = {{{x, 0}, {50, x}, {50, 50}, {x, 50}}};
        for (std::size_t i = 0; i < reading.modules.size(); ++i)
            reading.modules[i] = i % 3 == 0;
        CHECK_FALSE(counter.count(photo, reading));
    }
}

TEST_CASE("the surface puts the badge where it is to a quarter of a module, on a jar too") {
    for (const double radius : {0.0, 1.6, 2.8}) {
        CAPTURE(radius);
        auto made = plain_case(5, "stamp-35x50");
        made.scene.jar_radius = radius;
        made.scene.turned = 10;
        made.scene.pitch = 12;
        const auto photo = photo_of(made, 2);
        const auto read = scan::read_symbols(photo).readings;
        REQUIRE(read.size() == 1);
        const auto surface = scan::Surface::fit({photo.grey.data(), photo.width, photo.height}, read.front());
        REQUIRE(surface);
        CHECK((surface->bend() == scan::Bend::none) == (radius == 0));
        CHECK(surface->miss_modules() < 0.1);
        const auto badge = scan::StarCounter(photos::badge_shape()).count(photo, read.front());
        REQUIRE(badge);
        for (const auto& slot : badge->slots)
            CHECK(std::hypot(slot.x, slot.y) < 0.02); // of a symbol width; a module is 1/37
    }
}
