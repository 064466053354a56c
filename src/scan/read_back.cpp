#include "scan/read_back.h"

#include "base/check.h"
#include "photo/image_ops.h"
#include "scan/zbar.h"
#include "scan/zxing.h"

#include <algorithm>
#include <cmath>

namespace temsao::scan {
namespace {

// Dots are round and larger than their pitch: a white dot takes this share of each neighbour's ink.
constexpr double gain_beside = 0.15, gain_across = 0.04;
constexpr double paper = 220, ink = 30;          // of 255: no print is black on white
constexpr double blur_modules = 0.25;            // sigma
constexpr int least_pixels = 5, most_pixels = 7; // a module, as a phone sees it

photo::Grey spread_ink(const PrintedDots& dots) {
    photo::Grey printed{dots.width, dots.height, std::vector<std::uint8_t>(dots.ink.size())};
    const auto at = [&](int x, int y) {
        const bool inside = x >= 0 && y >= 0 && x < dots.width && y < dots.height;
        return inside ? dots.ink[static_cast<std::size_t>(y) * dots.width + x] : std::uint8_t{0};
    };
    for (int y = 0; y < dots.height; ++y)
        for (int x = 0; x < dots.width; ++x) {
            const int beside = at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1);
            const int across = at(x - 1, y - 1) + at(x + 1, y - 1) + at(x - 1, y + 1) + at(x + 1, y + 1);
            const double cover = at(x, y) ? 1 : std::min(1.0, beside * gain_beside + across * gain_across);
            printed.pixels[static_cast<std::size_t>(y) * dots.width + x] =
                static_cast<std::uint8_t>(paper + (ink - paper) * cover);
        }
    return printed;
}

// Each pixel the mean of `by` times `by`.
photo::Grey shrink(const photo::Grey& image, int by) {
    photo::Grey small{image.width / by, image.height / by, {}};
    small.pixels.reserve(static_cast<std::size_t>(small.width) * small.height);
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x) {
            int sum = 0;
            for (int row = 0; row < by; ++row)
                for (int column = 0; column < by; ++column)
                    sum += image.pixels[static_cast<std::size_t>(y * by + row) * image.width + x * by + column];
            small.pixels.push_back(static_cast<std::uint8_t>(sum / (by * by)));
        }
    return small;
}

// One pass of a Gaussian along rows, its result turned: two of them blur the picture and turn it back.
photo::Grey blur_rows_and_turn(const photo::Grey& image, const std::vector<float>& weights) {
    const int reach = static_cast<int>(weights.size()) / 2;
    photo::Grey turned{image.height, image.width, std::vector<std::uint8_t>(image.pixels.size())};
    std::vector<float> row(static_cast<std::size_t>(image.width + 2 * reach));
    for (int y = 0; y < image.height; ++y) {
        const auto* first = image.pixels.data() + static_cast<std::size_t>(y) * image.width;
        std::fill(row.begin(), row.end(), static_cast<float>(paper)); // paper goes on beyond the picture
        std::copy(first, first + image.width, row.begin() + reach);
        for (int x = 0; x < image.width; ++x) {
            float sum = 0;
            for (std::size_t i = 0; i < weights.size(); ++i)
                sum += weights[i] * row[static_cast<std::size_t>(x) + i];
            turned.pixels[static_cast<std::size_t>(x) * image.height + y] = static_cast<std::uint8_t>(sum + 0.5F);
        }
    }
    return turned;
}

photo::Grey blur(const photo::Grey& image, double sigma) {
    const int reach = static_cast<int>(std::ceil(2.5 * sigma));
    std::vector<float> weights;
    float sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        weights.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
        sum += weights.back();
    }
    for (auto& weight : weights)
        weight /= sum;
    return blur_rows_and_turn(blur_rows_and_turn(image, weights), weights);
}

photo::GreyView view_of(const photo::Photo& photo) {
    return {photo.grey.data(), photo.width, photo.height};
}

} // namespace

photo::Photo photographed(const PrintedDots& dots, Dots module) {
    ENSURE(module.value >= 1);
    auto picture = spread_ink(dots);
    double pixels = module.value;
    if (module.value > most_pixels) {
        const int by = module.value / least_pixels;
        picture = shrink(picture, by);
        pixels /= by;
    } else if (module.value < least_pixels) {
        const int times = (least_pixels + module.value - 1) / module.value;
        picture = photo::enlarge(picture.view(), times);
        pixels *= times;
    }
    picture = blur(picture, blur_modules * pixels);
    return {.width = picture.width, .height = picture.height, .grey = std::move(picture.pixels)};
}

ReadBack read_back(const photo::Photo& photo) {
    return {look_straight(view_of(photo)), zbar_texts(view_of(photo))};
}

std::optional<photo::Reading> read_alone(const photo::Photo& photo) {
    auto readings = look(view_of(photo), "plain");
    return readings.size() == 1 ? std::optional(std::move(readings.front())) : std::nullopt;
}

} // namespace temsao::scan
