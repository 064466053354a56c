#include "photo/image_ops.h"

#include <algorithm>

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

Grey twice(const GreyView& image) {
    auto result = blank(image.width * 2, image.height * 2);
    const auto row_at = [&](int y) { return image.first + at(image.width, 0, std::clamp(y, 0, image.height - 1)); };
    // Four times the grey between two rows, with the first and the last once more at its side.
    std::vector<std::uint16_t> between(static_cast<std::size_t>(image.width) + 2);
    for (int y = 0; y < result.height; ++y) {
        const auto *near = row_at(y / 2), *far = row_at(y % 2 == 0 ? y / 2 - 1 : y / 2 + 1);
        for (int x = 0; x < image.width; ++x)
            between[static_cast<std::size_t>(x) + 1] = static_cast<std::uint16_t>(3 * near[x] + far[x]);
        between.front() = between[1];
        between.back() = between[between.size() - 2];
        auto* row = result.pixels.data() + at(result.width, 0, y);
        for (std::size_t x = 1; x + 1 < between.size(); ++x) {
            *row++ = static_cast<std::uint8_t>((3 * between[x] + between[x - 1] + 8) / 16);
            *row++ = static_cast<std::uint8_t>((3 * between[x] + between[x + 1] + 8) / 16);
        }
    }
    return result;
}

} // namespace temsao::photo
