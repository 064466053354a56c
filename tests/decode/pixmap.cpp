// Pixmaps of 8 and 16 bits, grey and in colour; whatever is not one whole pixmap is refused.
#include "decode/pixmap.h"

#include "catch.h"

#include <random>
#include <string>

using namespace temsao::decode;

namespace {

std::string pixmap(bool is_grey, int width, int height, bool is_wide, const std::string& between = "\n") {
    std::string file = is_grey ? "P5" : "P6";
    file += between + std::to_string(width) + " " + std::to_string(height) + "\n" + (is_wide ? "65535" : "255") + "\n";
    const int samples = width * height * (is_grey ? 1 : 3);
    for (int i = 0; i < samples; ++i) {
        file += static_cast<char>(i * 7);
        if (is_wide) file += static_cast<char>(i * 13);
    }
    return file;
}

} // namespace

TEST_CASE("a pixmap is read in 8 and in 16 bits, grey and in colour, the upper bits alike") {
    for (const bool is_grey : {true, false})
        for (const bool is_wide : {true, false}) {
            const auto made = read_pixmap(pixmap(is_grey, 5, 3, is_wide, "\n#vips2ppm - a comment\n"));
            REQUIRE(made);
            CHECK(made->width == 5);
            CHECK(made->height == 3);
            CHECK(made->samples == (is_grey ? 1 : 3));
            REQUIRE(made->bytes.size() == 15u * static_cast<unsigned>(made->samples));
            for (std::size_t i = 0; i < made->bytes.size(); ++i)
                CHECK(made->bytes[i] == static_cast<std::uint8_t>(i * 7));
        }
}

TEST_CASE("a pixmap that is cut, goes on, or was changed anywhere is none, or still one of its size") {
    const auto whole = pixmap(false, 4, 4, true);
    for (std::size_t size = 0; size < whole.size(); ++size)
        CHECK_FALSE(read_pixmap(whole.substr(0, size)));
    CHECK_FALSE(read_pixmap(whole + "x"));
    for (const std::string head : {"P4\n4 4\n255\n",
                                   "P6\n0 4\n255\n",
                                   "P6\n4 99999999999\n255\n",
                                   "P6\n-4 4\n255\n",
                                   "P6\n4 4\n1023\n",
                                   "P6\n99999 99999\n255\n",
                                   "P6\n#",
                                   "P6\n4 4\n255"})
        CHECK_FALSE(read_pixmap(head));
    std::minstd_rand random(1);
    for (int i = 0; i < 5000; ++i) {
        auto changed = whole;
        for (int n = 0; n < 2; ++n)
            changed[random() % changed.size()] = static_cast<char>(random());
        if (const auto made = read_pixmap(changed))
            CHECK(made->bytes.size() == static_cast<std::size_t>(made->width * made->height * made->samples));
    }
}
