#include "photo/image_ops.h"

#include "catch.h"
#include "photo/sample.h"

#include <random>

using namespace temsao;

TEST_CASE("a picture twice as large has at each pixel what lies at its middle in the small one") {
    std::mt19937 chance(3);
    for (int round = 0; round < 60; ++round) {
        const int width = 1 + static_cast<int>(chance() % 30), height = 1 + static_cast<int>(chance() % 30);
        std::vector<std::uint8_t> pixels(static_cast<std::size_t>(width * height));
        for (auto& pixel : pixels)
            pixel = static_cast<std::uint8_t>(chance());
        const photo::GreyView small{pixels.data(), width, height};
        const auto large = photo::twice(small);
        REQUIRE(large.width == 2 * width);
        REQUIRE(large.height == 2 * height);
        for (int y = 0; y < large.height; ++y)
            for (int x = 0; x < large.width; ++x)
                REQUIRE(large.pixels[static_cast<std::size_t>(y * large.width + x)] ==
                        static_cast<std::uint8_t>(photo::between(small, (x + 0.5) / 2, (y + 0.5) / 2) + 0.5));
    }
}
