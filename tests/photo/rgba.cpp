#include "photo/rgba.h"

#include "catch.h"

#include <cmath>
#include <random>

using namespace temsao;

namespace {

struct Picture {
    int width, height;
    std::vector<std::uint8_t> bytes;

    photo::RgbaView view() const { return {bytes.data(), width, height}; }
};

Picture any_picture(std::mt19937& chance, bool is_opaque) {
    Picture picture{1 + static_cast<int>(chance() % 40), 1 + static_cast<int>(chance() % 40), {}};
    for (int i = 0; i < picture.width * picture.height * 4; ++i)
        picture.bytes.push_back(i % 4 == 3 && is_opaque ? 255 : static_cast<std::uint8_t>(chance()));
    return picture;
}

} // namespace

TEST_CASE("a browser's pixels become grey by JPEG's weights, over white where they are transparent") {
    std::mt19937 chance(1);
    for (const bool is_opaque : {true, false, true, false})
        for (int round = 0; round < 20; ++round) {
            const auto picture = any_picture(chance, is_opaque);
            const auto grey = photo::grey_of(picture.view());
            REQUIRE(grey.width == picture.width);
            REQUIRE(grey.height == picture.height);
            REQUIRE(grey.grey.size() * 4 == picture.bytes.size());
            for (std::size_t i = 0; i < grey.grey.size(); ++i) {
                const auto* pixel = &picture.bytes[4 * i];
                const double light = 0.299 * pixel[0] + 0.587 * pixel[1] + 0.114 * pixel[2];
                const double seen = 255 + (light - 255) * pixel[3] / 255.0;
                REQUIRE(std::abs(grey.grey[i] - seen) <= 1);
            }
        }
}

TEST_CASE("a box of a browser's pixels has their colours, wherever it lies") {
    std::mt19937 chance(2);
    for (int round = 0; round < 200; ++round) {
        const auto picture = any_picture(chance, true);
        const auto place = [&] { return static_cast<int>(chance() % 60) - 10; };
        const photo::PixelBox box{place(), place(), place(), place()};
        const auto colours = photo::colours_of(picture.view(), box);
        const bool is_within = box.left <= box.right && box.top <= box.bottom && box.right >= 0 && box.bottom >= 0 &&
                               box.left < picture.width && box.top < picture.height;
        if (is_within) REQUIRE(colours);
        if (!colours) continue;
        for (int y = std::max(0, box.top); y <= std::min(box.bottom, picture.height - 1); ++y)
            for (int x = std::max(0, box.left); x <= std::min(box.right, picture.width - 1); ++x) {
                const auto rgb = colours->at({x + 0.5, y + 0.5});
                for (std::size_t c = 0; c < 3; ++c)
                    REQUIRE(rgb[c] == picture.bytes[4 * static_cast<std::size_t>(y * picture.width + x) + c]);
            }
    }
}
