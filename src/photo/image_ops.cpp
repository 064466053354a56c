#include "photo/image_ops.h"

#include "photo/sample.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace temsao::photo {
namespace {

std::size_t at(int width, int x, int y) {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x);
}

Grey blank(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(at(width, 0, height))};
}

Grey mapped(const GreyView& image, const std::array<std::uint8_t, 256>& table) {
    auto result = blank(image.width, image.height);
    std::transform(image.first, image.first + result.pixels.size(), result.pixels.begin(), [&](std::uint8_t grey) {
        return table[grey];
    });
    return result;
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

Grey squash(const GreyView& image) {
    auto result = blank(image.width, image.height / 2);
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x)
            result.pixels[at(result.width, x, y)] = static_cast<std::uint8_t>(
                (image.first[at(image.width, x, 2 * y)] + image.first[at(image.width, x, 2 * y + 1)] + 1) / 2);
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

Grey gamma(const GreyView& image, double exponent) {
    std::array<std::uint8_t, 256> table;
    for (std::size_t grey = 0; grey < table.size(); ++grey)
        table[grey] = static_cast<std::uint8_t>(255 * std::pow(static_cast<double>(grey) / 255, exponent) + 0.5);
    return mapped(image, table);
}

Grey threshold(const GreyView& image, int level) {
    std::array<std::uint8_t, 256> table;
    for (std::size_t grey = 0; grey < table.size(); ++grey)
        table[grey] = static_cast<int>(grey) < level ? 0 : 255;
    return mapped(image, table);
}

// Means from running column sums: one pass, whatever the window.
Grey adaptive_threshold(const GreyView& image, int window, double share) {
    auto result = blank(image.width, image.height);
    const int reach = std::max(1, window / 2);
    std::vector<std::int32_t> columns(static_cast<std::size_t>(image.width), 0);
    const auto add_row = [&](int y, int sign) {
        const auto* row = image.first + at(image.width, 0, y);
        for (int x = 0; x < image.width; ++x)
            columns[static_cast<std::size_t>(x)] += sign * row[x];
    };
    for (int y = 0; y < std::min(reach, image.height); ++y)
        add_row(y, 1);
    for (int y = 0; y < image.height; ++y) {
        if (y + reach < image.height) add_row(y + reach, 1);
        if (y - reach - 1 >= 0) add_row(y - reach - 1, -1);
        const int rows = std::min(y + reach, image.height - 1) - std::max(y - reach, 0) + 1;
        std::int64_t sum = 0;
        for (int x = 0; x < std::min(reach, image.width); ++x)
            sum += columns[static_cast<std::size_t>(x)];
        for (int x = 0; x < image.width; ++x) {
            if (x + reach < image.width) sum += columns[static_cast<std::size_t>(x + reach)];
            if (x - reach - 1 >= 0) sum -= columns[static_cast<std::size_t>(x - reach - 1)];
            const int across = std::min(x + reach, image.width - 1) - std::max(x - reach, 0) + 1;
            const double mean = static_cast<double>(sum) / (rows * across);
            result.pixels[at(image.width, x, y)] = image.first[at(image.width, x, y)] < mean * share ? 0 : 255;
        }
    }
    return result;
}

Grey turn(const GreyView& image, double degrees) {
    auto result = blank(image.width, image.height);
    const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double mid_x = image.width / 2.0, mid_y = image.height / 2.0;
    for (int y = 0; y < result.height; ++y)
        for (int x = 0; x < result.width; ++x) {
            const double dx = x - mid_x, dy = y - mid_y;
            result.pixels[at(image.width, x, y)] = static_cast<std::uint8_t>(
                between(image, mid_x + c * dx - s * dy + 0.5, mid_y + s * dx + c * dy + 0.5) + 0.5);
        }
    return result;
}

} // namespace temsao::photo
