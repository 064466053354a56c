#include "photo/image_ops.h"

#include "photo/sample.h"

namespace temsao::photo {
namespace {

std::size_t at(int width, int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

Grey blank(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(at(width, 0, height))};
}

} // namespace

Grey half(const GreyView& image) {
    auto result = blank(image.width / 2, image.height / 2);
    for (int y = 0; y < result.height; ++y) {
        const auto* upper = image.first + at(image.width, 0, 2 * y);
        const auto* lower = upper + image.width;
        auto* row = result.pixels.data() + at(result.width, 0, y);
        for (int x = 0; x < result.width; ++x)
            row[x] =
                static_cast<std::uint8_t>((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
    }
    return result;
}

Grey enlarge(const GreyView& image, int times) {
    auto result = blank(image.width * times, image.height * times);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x)
            result.pixels[at(result.width, x, y)] =
                static_cast<std::uint8_t>(between(image, (x + 0.5) / times, (y + 0.5) / times) + 0.5);
    return result;
}

} // namespace temsao::photo
