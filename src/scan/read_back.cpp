#include "scan/read_back.h"

#include "base/check.h"
#include "photo/image_ops.h"
#include "scan/zbar.h"
#include "scan/zxing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace temsao::scan {
namespace {

// Dots are round and larger than their pitch: a white dot takes this share of each neighbour's ink.
constexpr double gain_beside = 0.15, gain_across = 0.04;
constexpr int paper = 220, ink = 30;  // of 255: no print is black on white
constexpr double blur_modules = 0.25; // sigma

struct PixelsAModule {
    int least, most;
};

constexpr PixelsAModule usual_pixels_a_module{3, 5}, near_pixels_a_module{8, 11};

photo::Grey spread_ink(const PrintedDots& dots) {
    constexpr int beside_share = static_cast<int>((paper - ink) * gain_beside),
                  across_share = static_cast<int>((paper - ink) * gain_across);
    const auto width = static_cast<std::size_t>(dots.width), height = static_cast<std::size_t>(dots.height);
    const std::size_t stride = width + 2; // with white around, so that every dot has neighbours
    std::vector<std::uint8_t> around(stride * (height + 2));
    for (std::size_t y = 0; y < height; ++y)
        std::copy_n(&dots.ink[y * width], width, &around[(y + 1) * stride + 1]);
    photo::Grey printed{dots.width, dots.height, std::vector<std::uint8_t>(dots.ink.size())};
    for (std::size_t y = 0; y < height; ++y) {
        const auto *above = &around[y * stride], *here = above + stride, *below = here + stride;
        auto* out = &printed.pixels[y * width];
        for (std::size_t x = 0; x < width; ++x) {
            const int beside = above[x + 1] + here[x] + here[x + 2] + below[x + 1];
            const int across = above[x] + above[x + 2] + below[x] + below[x + 2];
            const int spread = paper - beside_share * beside - across_share * across; // more than ink, always
            out[x] = static_cast<std::uint8_t>(here[x + 1] != 0 ? ink : spread);
        }
    }
    return printed;
}

// Each pixel `times` times across and down: a dot has edges.
photo::Grey enlarge(const photo::Grey& image, int times) {
    photo::Grey large{image.width * times, image.height * times, {}};
    large.pixels.reserve(static_cast<std::size_t>(large.width) * static_cast<std::size_t>(large.height));
    for (int y = 0; y < image.height; ++y) {
        const auto row = large.pixels.size();
        for (int x = 0; x < image.width; ++x)
            large.pixels.insert(large.pixels.end(),
                                static_cast<std::size_t>(times),
                                image.pixels[static_cast<std::size_t>(y * image.width + x)]);
        for (int copy = 1; copy < times; ++copy)
            for (int x = 0; x < large.width; ++x)
                large.pixels.push_back(large.pixels[row + static_cast<std::size_t>(x)]);
    }
    return large;
}

// Each pixel the mean of `by` times `by`.
photo::Grey shrink(const photo::Grey& image, int by) {
    photo::Grey small{image.width / by, image.height / by, {}};
    small.pixels.reserve(static_cast<std::size_t>(small.width) * static_cast<std::size_t>(small.height));
    const auto width = static_cast<std::size_t>(small.width * by);
    std::vector<std::uint16_t> columns(width); // of `by` pixels
    for (int y = 0; y < small.height; ++y) {
        std::fill(columns.begin(), columns.end(), std::uint16_t{0});
        for (int row = y * by; row < (y + 1) * by; ++row) {
            const auto* pixels = &image.pixels[static_cast<std::size_t>(row) * static_cast<std::size_t>(image.width)];
            for (std::size_t x = 0; x < width; ++x)
                columns[x] = static_cast<std::uint16_t>(columns[x] + pixels[x]);
        }
        for (std::size_t x = 0; x < width; x += static_cast<std::size_t>(by)) {
            const int sum = std::accumulate(&columns[x], &columns[x] + by, 0);
            small.pixels.push_back(static_cast<std::uint8_t>(sum / (by * by)));
        }
    }
    return small;
}

std::vector<float> gaussian(double sigma) { // from the middle outward
    std::vector<float> weights;
    float sum = 0;
    for (int i = 0; i <= static_cast<int>(std::ceil(2.5 * sigma)); ++i) {
        weights.push_back(static_cast<float>(std::exp(-i * i / (2 * sigma * sigma))));
        sum += (i == 0 ? 1 : 2) * weights.back();
    }
    for (auto& weight : weights)
        weight /= sum;
    return weights;
}

// Sums `count` numbers from `from` on and those before and after them, `step` apart, by their weights.
void weigh(const float* from, std::size_t count, std::ptrdiff_t step, const std::vector<float>& weights, float* sums) {
    for (std::size_t i = 0; i < count; ++i)
        sums[i] = weights[0] * from[i];
    for (std::size_t k = 1; k < weights.size(); ++k) {
        const float* before = from - static_cast<std::ptrdiff_t>(k) * step;
        const float* after = from + static_cast<std::ptrdiff_t>(k) * step;
        for (std::size_t i = 0; i < count; ++i)
            sums[i] += weights[k] * (before[i] + after[i]);
    }
}

// Row after row, all pixels of a row at once. Paper goes on beyond the picture.
photo::Grey blur(const photo::Grey& image, double sigma) {
    const auto weights = gaussian(sigma);
    const auto reach = weights.size() - 1, width = static_cast<std::size_t>(image.width),
               height = static_cast<std::size_t>(image.height);
    std::vector<float> row(width + 2 * reach, static_cast<float>(paper));
    std::vector<float> across(width * (height + 2 * reach), static_cast<float>(paper));
    for (std::size_t y = 0; y < height; ++y) {
        std::copy_n(&image.pixels[y * width], width, row.begin() + static_cast<std::ptrdiff_t>(reach));
        weigh(&row[reach], width, 1, weights, &across[(y + reach) * width]);
    }
    photo::Grey blurred{image.width, image.height, std::vector<std::uint8_t>(image.pixels.size())};
    std::vector<float> sums(width);
    for (std::size_t y = 0; y < height; ++y) {
        weigh(&across[(y + reach) * width], width, static_cast<std::ptrdiff_t>(width), weights, sums.data());
        for (std::size_t x = 0; x < width; ++x)
            blurred.pixels[y * width + x] = static_cast<std::uint8_t>(sums[x] + 0.5F);
    }
    return blurred;
}

photo::GreyView view_of(const photo::Photo& photo) {
    return {photo.grey.data(), photo.width, photo.height};
}

} // namespace

photo::Photo photographed(const PrintedDots& dots, Dots module, Nearness nearness) {
    ENSURE(module.value >= 1);
    const auto [least, most] = nearness == Nearness::usual ? usual_pixels_a_module : near_pixels_a_module;
    auto picture = spread_ink(dots);
    double pixels = module.value;
    if (module.value > most) {
        const int by = module.value / least;
        picture = shrink(picture, by);
        pixels /= by;
    } else if (module.value < least) {
        const int times = (least + module.value - 1) / module.value;
        picture = enlarge(picture, times);
        pixels *= times;
    }
    picture = blur(picture, blur_modules * pixels);
    return {.width = picture.width, .height = picture.height, .grey = std::move(picture.pixels)};
}

ReadBack read_back(const photo::Photo& photo) {
    return {look_straight(view_of(photo)), zbar_texts(view_of(photo))};
}

ReadBack read_till_codes_back(const photo::Photo& photo) {
    return {look_for_till_codes(view_of(photo)), zbar_numbers(view_of(photo))};
}

std::optional<photo::Reading> read_alone(const photo::Photo& photo) {
    auto readings = look(view_of(photo), "plain");
    return readings.size() == 1 ? std::optional(std::move(readings.front())) : std::nullopt;
}

} // namespace temsao::scan
