#include "render/picture_dots.h"

#include "render/png.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace temsao::render {
namespace {

using label::Picture;

// Bayer's matrix of 8 x 8: where a dot stands in it says from which darkness on it prints.
int threshold(int x, int y) {
    int value = 0;
    for (int bit = 0; bit < 3; ++bit) {
        const int column = x >> bit & 1, row = y >> bit & 1;
        value |= ((column ^ row) << 1 | row) << (2 * (2 - bit));
    }
    return value; // 0..63
}

// From which sample to which one an output dot reaches.
struct Samples {
    int first, end;
};

Samples reach(int dot, int dots, int samples) {
    const auto first = static_cast<int>(std::int64_t{dot} * samples / dots);
    const auto end = static_cast<int>((std::int64_t{dot + 1} * samples + dots - 1) / dots);
    return {first, std::max(end, first + 1)};
}

// Red, green and blue of what can be seen, and how much of it can; 0..255.
struct Mean {
    std::array<double, 3> rgb{};
    double alpha = 0;
};

Mean mean(const Picture& picture, const Samples& across, const Samples& down) {
    Mean sum;
    double seen = 0;
    for (int y = down.first; y < down.end; ++y)
        for (int x = across.first; x < across.end; ++x) {
            const auto pixel =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x);
            const auto* sample = picture.bytes.data() + pixel * static_cast<std::size_t>(picture.samples);
            const double alpha = picture.alpha.empty() ? 255 : picture.alpha[pixel];
            for (int i = 0; i < 3; ++i)
                sum.rgb[static_cast<std::size_t>(i)] += alpha * sample[picture.samples == 3 ? i : 0];
            seen += alpha;
        }
    for (auto& part : sum.rgb)
        part = seen > 0 ? part / seen : 255;
    sum.alpha = seen / (double(across.end - across.first) * (down.end - down.first));
    return sum;
}

} // namespace

std::vector<std::uint32_t> picture_dots(const Picture& picture, int width, int height, Tone tone) {
    std::vector<std::uint32_t> dots;
    dots.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    const auto byte = [](double part) { return static_cast<std::uint32_t>(std::lround(part)); };
    for (int y = 0; y < height; ++y) {
        const auto down = reach(y, height, picture.height);
        for (int x = 0; x < width; ++x) {
            auto [rgb, alpha] = mean(picture, reach(x, width, picture.width), down);
            if (tone != Tone::colour) {
                double grey = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]; // ITU-R BT.709
                if (tone == Tone::one_bit) {
                    grey = grey > (threshold(x & 7, y & 7) + 0.5) * 255 / 64 ? 255 : 0;
                    alpha = alpha >= 128 ? 255 : 0;
                }
                rgb = {grey, grey, grey};
            }
            for (auto& part : rgb)
                part *= alpha / 255;
            dots.push_back(byte(alpha) << 24 | byte(rgb[0]) << 16 | byte(rgb[1]) << 8 | byte(rgb[2]));
        }
    }
    return dots;
}

std::string picture_inks(const Picture& picture) {
    std::string inks;
    if (picture.samples == 1) {
        inks.assign(picture.bytes.begin(), picture.bytes.end());
        return inks;
    }
    inks.reserve(picture.bytes.size() / 3 * 4);
    for (std::size_t i = 0; i < picture.bytes.size(); i += 3) {
        const int light[] = {picture.bytes[i], picture.bytes[i + 1], picture.bytes[i + 2]};
        const int most = std::max({light[0], light[1], light[2]});
        for (const int part : light)
            inks += static_cast<char>(most == 0 ? 0 : ((most - part) * 255 + most / 2) / most);
        inks += static_cast<char>(255 - most);
    }
    return inks;
}

Result<std::string> picture_png(const Picture& picture) {
    if (!picture.alpha.empty()) return encode_picture(picture);
    const auto dots = picture_dots(picture, picture.width, picture.height, Tone::colour);
    return encode_png({dots.data(), static_cast<std::size_t>(picture.width), picture.width, picture.height},
                      Resolution::from_dpi(300));
}

} // namespace temsao::render
