// The print on our own labels, read back by tesseract: flat and photographed.
#include "scan/print_words.h"

#include "base/text.h"
#include "catch.h"
#include "decode/decode.h"
#include "photos/label_photo.h"
#include "scan/read.h"
#include "shipped_fonts.h"

#include <filesystem>

using namespace temsao;
using render::test::shipped_fonts;

namespace {

std::string words_on(const std::string& design, const photos::Scene& scene) {
    auto made = photos::random_case(0, {design});
    made.print.dpi = 300;
    made.print.tone = render::Tone::colour;
    made.print.record.fields["name"] = "Nước mắm cá cơm Ổi ấm";
    const auto picture = photos::shoot(photos::print_label(made.print, shipped_fonts(), 3), scene);
    const auto photo = decode::decode_photo(photos::encode_jpeg(picture, scene.jpeg_quality), "made");
    REQUIRE(photo.ok());
    const auto read = scan::read_symbols(*photo).readings;
    REQUIRE(read.size() == 1);
    std::string words = " ";
    for (const auto& word : scan::read_print(*photo, read.front())) {
        CHECK(word.last.x > word.first.x);
        words += word.text + " ";
    }
    return bare_key(words);
}

} // namespace

TEST_CASE("the name, dates and lot of our labels are read off made photos") {
    if (!scan::find_print_reader()) {
        LEAVE_OUT("tesseract is not installed; run scripts/setup");
    }
    for (const auto& [design, scene] :
         {std::pair("jar-60x40", photos::Scene{.pixels_a_module = 8}),
          std::pair("bottle-90x60", photos::Scene{.yaw = 12, .roll = 8, .pixels_a_module = 8})}) {
        const auto words = words_on(design, scene);
        CAPTURE(design, words);
        for (const auto* word : {"nuoc", "mam", "24/11/2026", "24/11/2027", "261124"})
            CHECK(words.find(word) != std::string::npos);
    }
}
