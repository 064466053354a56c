// The EAN-13 beside a QR code, on made photos: read, told where it is, and given to the right symbol or to none.
#include "scan/ean13.h"

#include "catch.h"
#include "decode/decode.h"
#include "photo/geometry.h"
#include "photos/ean13.h"
#include "scan/read.h"
#include "shipped_fonts.h"

#include <filesystem>

using namespace temsao;
using render::test::shipped_fonts;

namespace {

constexpr auto bars = "9521234543213";

photos::Print printed_label() {
    auto made = photos::random_case(0, {"jar-60x40"});
    made.print.dpi = 300;
    made.print.tone = render::Tone::colour;
    return photos::print_label(made.print, shipped_fonts(), 3);
}

photo::Photo photo_of(const photos::Print& print, const photos::Scene& scene) {
    return *decode::decode_photo(photos::encode_jpeg(photos::shoot(print, scene), scene.jpeg_quality), "made");
}

std::optional<photo::Ean13> seen_in(const photo::Photo& photo) {
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 1);
    return scan::ean13_beside(photo, read.front(), read, scan::BarPlaces(photo), 1);
}

// Two prints on one sheet of paper.
photos::Print side_by_side(const photos::Print& left, const photos::Print& right) {
    auto both = left;
    both.picture = photos::blank(
        left.picture.width + right.picture.width, std::max(left.picture.height, right.picture.height), 255);
    for (const auto* part : {&left, &right})
        for (int y = 0; y < part->picture.height; ++y)
            std::copy_n(part->picture.at(0, y),
                        3 * part->picture.width,
                        both.picture.at(part == &left ? 0 : left.picture.width, y));
    return both;
}

} // namespace

TEST_CASE("an EAN-13 beside the symbol is read however the label is held") {
    const auto print = photos::with_ean13(printed_label(), bars);
    for (const auto& scene : {photos::Scene{},
                              photos::Scene{.roll = 35},
                              photos::Scene{.roll = -120},
                              photos::Scene{.yaw = 20, .pitch = -15, .pixels_a_module = 7}}) {
        CAPTURE(scene.roll, scene.yaw);
        const auto ean = seen_in(photo_of(print, scene));
        REQUIRE(ean);
        CHECK(ean->text == bars);
    }
    const auto turned = seen_in(photo_of(photos::with_ean13(printed_label(), bars, true), {}));
    REQUIRE(turned);
    CHECK(turned->text == bars);
}

TEST_CASE("the corners of the bars lie right of the symbol, in the photo's pixels") {
    const auto photo = photo_of(photos::with_ean13(printed_label(), bars), {});
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 1);
    const auto ean = scan::ean13_beside(photo, read.front(), read, scan::BarPlaces(photo), 1);
    REQUIRE(ean);
    for (const auto& corner : ean->corners) {
        CHECK(corner.x > read.front().corners[1].x);
        CHECK(corner.x < photo.width);
        CHECK(corner.y > read.front().corners[0].y - 5);
        CHECK(corner.y < photo.height);
    }
}

TEST_CASE("a label without bars has none") {
    CHECK_FALSE(seen_in(photo_of(printed_label(), {})));
}

TEST_CASE("bars between two symbols belong to neither, and two different ones to none") {
    // The bars stand in the left label's margin; the right label's symbol is moved up close to them.
    const auto photo = photo_of(photos::with_ean13(printed_label(), bars), {});
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 1);
    const auto ean = scan::ean13_beside(photo, read.front(), read, scan::BarPlaces(photo), 1);
    REQUIRE(ean);
    auto all = read;
    all.push_back(read.front());
    const auto beyond = photo::centre(ean->corners) * 2 - photo::centre(read.front().corners);
    for (auto& corner : all.back().corners)
        corner = corner + beyond - photo::centre(read.front().corners);
    CHECK_FALSE(scan::ean13_beside(photo, read.front(), all, scan::BarPlaces(photo), 1));

    const auto plain = photos::with_ean13(printed_label(), bars);
    auto other = plain; // a second row of bars under the first
    const auto second = photos::with_ean13(printed_label(), "9520000010003");
    const int half = static_cast<int>((plain.symbol_y + 7) * plain.dots_per_mm);
    for (int y = half; y < plain.picture.height; ++y)
        std::copy_n(second.picture.at(0, y), 3 * plain.picture.width, other.picture.at(0, y));
    CHECK_FALSE(seen_in(photo_of(other, {})));
}

TEST_CASE("two labels side by side keep each its own bars") {
    const auto photo = photo_of(
        side_by_side(photos::with_ean13(printed_label(), bars), photos::with_ean13(printed_label(), "9520000010003")),
        {});
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 2);
    for (const auto& reading : read) {
        const auto ean = scan::ean13_beside(photo, reading, read, scan::BarPlaces(photo), 2);
        const bool left = photo::centre(reading.corners).x < photo.width / 2;
        // the right label's symbol may be too near to the left one's bars: then nothing is said
        if (ean) CHECK(ean->text == (left ? bars : "9520000010003"));
    }
}

TEST_CASE("bars alone are found") {
    const auto print = photos::with_ean13(printed_label(), bars);
    auto photo = photo_of(print, {});
    const auto read = scan::read_symbols(photo).readings;
    REQUIRE(read.size() == 1);
    for (int y = 0; y < photo.height; ++y) // the symbol is covered
        for (int x = 0; x < static_cast<int>(read.front().corners[1].x) + 4; ++x)
            photo.grey[static_cast<std::size_t>(y * photo.width + x)] = 200;
    const auto alone = scan::ean13_alone(photo);
    REQUIRE(alone.size() == 1);
    CHECK(alone.front().text == bars);
    CHECK(alone.front().kind == "EAN-13");
}
