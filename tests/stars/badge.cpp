// Stars counted on made photos (tests/photos) of every shipped template: flat and on jars, sharp and poor, as printed
// and pasted over. tests/bench/stars.cpp does the same on thousands.
#include "stars/badge.h"

#include "catch.h"
#include "decode/decode.h"
#include "photo/surface.h"
#include "photos/label_photo.h"
#include "scan/read.h"
#include "shipped_fonts.h"

#include <algorithm>
#include <cmath>

using namespace temsao;
using render::test::shipped_fonts;
namespace fs = std::filesystem;

namespace {

const std::vector<std::string>& templates() {
    static const auto names = photos::shipped_templates(fs::path(TEMSAO_SOURCE_DIR) / "templates");
    return names;
}

photo::Photo photo_of(const photos::Case& made, std::uint64_t number) {
    const auto picture = photos::shoot(photos::print_label(made.print, shipped_fonts(), number), made.scene);
    return *decode::decode_photo(photos::encode_jpeg(picture, made.scene.jpeg_quality), "made");
}

struct Tally {
    int decoded = 0, right = 0, wrong = 0, refused = 0;
};

Tally tally(std::uint64_t first, std::uint64_t count) {
    const stars::StarCounter counter(photos::badge_shape());
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
        CHECK(badge->confidence > stars::least_confidence);
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
    const stars::StarCounter counter(photos::badge_shape());
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

TEST_CASE("where no badge stands none is seen, in glare or darkness that cannot be said") {
    const stars::StarCounter counter(photos::badge_shape());
    auto made = plain_case(4, "jar-60x40");
    made.scene.exposure = 0.8;
    auto photo = photo_of(made, 1);
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 1);
    // Paper over the badge, then something dark.
    const auto badge = counter.count(photo, read.front());
    REQUIRE(badge);
    for (const int grey : {190, 20}) {
        auto covered = photo;
        for (int y = 0; y < static_cast<int>(badge->corners[2].y) + 2; ++y)
            std::fill_n(covered.grey.begin() + y * covered.width, covered.width, static_cast<std::uint8_t>(grey));
        const auto none = counter.count(covered, read.front());
        REQUIRE(none);
        CHECK_FALSE(none->stars);
        CHECK(none->is_seen == (grey == 20)); // in the dark there may be one
    }
    for (int y = 0; y < static_cast<int>(badge->corners[2].y) + 2; ++y) // white as no paper of the photo is
        std::fill_n(photo.grey.begin() + y * photo.width, photo.width, std::uint8_t{255});
    const auto glared = counter.count(photo, read.front());
    REQUIRE(glared);
    CHECK_FALSE(glared->stars);
    CHECK(glared->is_seen);
}

namespace {

// The photo with paper around it, and the row of stars moved from its place by so many widths of the symbol.
photo::Photo with_row_moved(const photo::Photo& photo, const stars::Badge& badge, double width, double dx, double dy) {
    const int room = static_cast<int>(2 * width);
    photo::Photo larger{photo.width + 2 * room, photo.height + 2 * room, {}};
    larger.grey.assign(static_cast<std::size_t>(larger.width) * static_cast<std::size_t>(larger.height), 235);
    const auto at = [&](int x, int y) -> std::uint8_t& {
        return larger.grey[static_cast<std::size_t>(y + room) * static_cast<std::size_t>(larger.width) +
                           static_cast<std::size_t>(x + room)];
    };
    const auto old = [&](int x, int y) {
        return photo
            .grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(photo.width) + static_cast<std::size_t>(x)];
    };
    const int margin = static_cast<int>(width * 0.03);
    const int left = static_cast<int>(badge.corners[0].x) - margin, top = static_cast<int>(badge.corners[0].y) - margin;
    const int right = static_cast<int>(badge.corners[2].x) + margin,
              bottom = static_cast<int>(badge.corners[2].y) + margin;
    for (int y = 0; y < photo.height; ++y)
        for (int x = 0; x < photo.width; ++x)
            at(x, y) = x >= left && x < right && y >= top && y < bottom ? 235 : old(x, y);
    for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x)
            at(x + static_cast<int>(dx * width), y + static_cast<int>(dy * width)) = old(x, y);
    return larger;
}

} // namespace

TEST_CASE("a badge that stands elsewhere is found above, below and beside the code, and counted") {
    using enum stars::Badge::Place;
    const stars::StarCounter counter(photos::badge_shape());
    const auto photo = photo_of(plain_case(4, "stamp-35x50"), 1);
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 1);
    const auto badge = counter.count(photo, read.front());
    REQUIRE(badge);
    CHECK(badge->place == as_drawn);
    const double width = read.front().corners[1].x - read.front().corners[0].x;

    struct Move {
        double dx, dy;
        stars::Badge::Place place;
    };

    for (const auto& [dx, dy, place] :
         {Move{0.1, -0.5, above}, {0, 1.7, below}, {1.3, 0.6, right}, {-1.4, 0.9, left}}) {
        CAPTURE(dx, dy);
        const auto moved = with_row_moved(photo, *badge, width, dx, dy);
        const auto again = scan::read_symbols(moved).readings;
        REQUIRE(again.size() == 1);
        const auto found = counter.count(moved, again.front());
        REQUIRE(found);
        CHECK(found->stars == 4);
        CHECK(found->place == place);
    }
}

TEST_CASE("stars of another colour, number, place or size are told, those as drawn are not") {
    const stars::StarCounter counter(photos::badge_shape());
    using enum photos::Oddity;
    for (const auto oddity : {none, red, blue, green, moved, six, wide, high, small}) {
        CAPTURE(static_cast<int>(oddity));
        auto made = plain_case(4, "jar-60x40");
        made.print.oddity = oddity;
        made.scene.cast = {1.1, 0.95, 0.7};
        const auto picture = photos::shoot(photos::print_label(made.print, shipped_fonts(), 5), made.scene);
        const auto bytes = photos::encode_jpeg(picture, made.scene.jpeg_quality);
        const auto photo = decode::decode_photo(bytes, "made");
        REQUIRE(photo.ok());
        const auto read = scan::read_symbols(*photo).readings;
        REQUIRE(read.size() == 1);
        const auto badge = counter.count(*photo, read.front(), [&](const photo::PixelBox& box, int shrink) {
            return decode::decode_colours(bytes, box, shrink);
        });
        REQUIRE(badge);
        CHECK(badge->is_odd_colour == (oddity == red || oddity == blue || oddity == green));
        CHECK(badge->is_odd_form == (oddity >= moved));
    }
}

TEST_CASE(
    "a star that moved is told, also where it moved towards its neighbours, and never counts a row one star along") {
    const stars::StarCounter counter(photos::badge_shape());
    int told = 0;
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
        CAPTURE(seed);
        auto made = plain_case(4, "jar-60x40");
        made.print.oddity = photos::Oddity::moved;
        const auto photo = photo_of(made, seed);
        const auto read = scan::read_symbols(photo).readings;
        REQUIRE(read.size() == 1);
        const auto badge = counter.count(photo, read.front());
        REQUIRE(badge);
        CHECK(badge->stars.value_or(4) == 4);
        told += badge->is_odd_form;
    }
    CHECK(told >= 11);
}

TEST_CASE("a reading without modules, an inverted or a mirrored one gives no badge and no crash") {
    const stars::StarCounter counter(photos::badge_shape());
    const photo::Photo photo{100, 100, std::vector<std::uint8_t>(10'000, 128)};
    photo::Reading reading;
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
        const auto surface = photo::Surface::fit({photo.grey.data(), photo.width, photo.height}, read.front());
        REQUIRE(surface);
        CHECK((surface->bend() == photo::Bend::none) == (radius == 0));
        CHECK(surface->miss_modules() < 0.1);
        const auto badge = stars::StarCounter(photos::badge_shape()).count(photo, read.front());
        REQUIRE(badge);
        for (const auto& slot : badge->slots)
            CHECK(std::hypot(slot.x, slot.y) < 0.02); // of a symbol width; a module is 1/37
    }
}
