#pragma once
// Flat scans of prints with known, made defects. Any thread.
#include "photo/photo.h"
#include "photo/reading.h"
#include "symbol/symbol.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace temsao::grade::test {

inline std::uint8_t encoded(double reflectance) { // IEC 61966-2-1
    const double v = reflectance <= 0.0031308 ? 12.92 * reflectance : 1.055 * std::pow(reflectance, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(255 * std::clamp(v, 0.0, 1.0)));
}

// A line through the whole print: at `at` modules, `width` wide, along y or x; without ink, or of ink.
struct Line {
    double at, width;
    bool upright = true, light = true;
};

struct Print {
    double pixels = 16; // a module
    double dark = 0.05, light = 0.85;
    double growth = 0;                   // of X, in all: each side takes half
    std::optional<double> growth_y = {}; // down the page, where it differs
    double stretch = 1;
    double turn_degrees = 0;
    double quiet = 4;
    double blur_x = 0, blur_y = 0; // standard deviations of a Gauss, in modules
    double grain = 0;              // of reflectance, most
    std::uint32_t seed = 1;
    std::vector<Line> lines = {};
    // Where a point of the paper was meant to be, in modules; and the reflectance of a module that was damaged.
    std::function<photo::Point(double, double)> move = [](double x, double y) { return photo::Point{x, y}; };
    std::function<std::optional<double>(int, int)> damage = [](int, int) { return std::optional<double>(); };
};

// Row by row, what falls on each pixel.
struct Paper {
    int width = 0, height = 0;
    std::vector<double> reflectance;
};

inline void blur_lines(Paper& paper, double sigma, bool across) {
    if (sigma <= 0) return;
    const int reach = static_cast<int>(std::ceil(3 * sigma));
    std::vector<double> weights;
    double sum = 0;
    for (int i = -reach; i <= reach; ++i) {
        weights.push_back(std::exp(-i * i / (2 * sigma * sigma)));
        sum += weights.back();
    }
    const auto before = paper.reflectance;
    const int length = across ? paper.width : paper.height;
    for (int y = 0; y < paper.height; ++y)
        for (int x = 0; x < paper.width; ++x) {
            double value = 0;
            for (int i = -reach; i <= reach; ++i) {
                const int at = std::clamp((across ? x : y) + i, 0, length - 1);
                const int px = across ? at : x, py = across ? y : at;
                value += weights[static_cast<std::size_t>(i + reach)] *
                         before[static_cast<std::size_t>(py) * static_cast<std::size_t>(paper.width) +
                                static_cast<std::size_t>(px)];
            }
            paper.reflectance[static_cast<std::size_t>(y) * static_cast<std::size_t>(paper.width) +
                              static_cast<std::size_t>(x)] = value / sum;
        }
}

inline bool has_ink(const symbol::Symbol& symbol, const Print& print, double x, double y) {
    const int size = symbol.size();
    const auto dark = [&](double u, double v) {
        const int c = static_cast<int>(std::floor(u)), r = static_cast<int>(std::floor(v));
        return c >= 0 && r >= 0 && c < size && r < size && symbol.dark(c, r);
    };
    // Grown: dark where any point within reach is; shrunk: where all are.
    const auto spread = [&](double growth, const auto& is_dark) {
        const double g = std::abs(growth) / 2;
        return growth >= 0 ? is_dark(-g) || is_dark(g) : is_dark(-g) && is_dark(g);
    };
    return spread(print.growth, [&](double dx) {
        return spread(print.growth_y.value_or(print.growth), [&](double dy) { return dark(x + dx, y + dy); });
    });
}

// Each pixel is the mean of 4 x 4 points of the paper.
inline Paper paper_of(const symbol::Symbol& symbol, const Print& print) {
    const int size = symbol.size();
    const double side = size + 14, angle = print.turn_degrees * 3.14159265358979 / 180;
    Paper paper{static_cast<int>(side * print.pixels * print.stretch), static_cast<int>(side * print.pixels), {}};
    const auto reflectance = [&](double x, double y) {
        const bool near = x > -print.quiet && y > -print.quiet && x < size + print.quiet && y < size + print.quiet;
        if (!near) return x > -5.5 && y > -5.5 && x < size + 5.5 && y < size + 5.5 ? print.dark : print.light;
        for (const auto& line : print.lines)
            if (std::abs((line.upright ? x : y) - line.at) < line.width / 2)
                return line.light ? print.light : print.dark;
        if (const auto damaged = print.damage(static_cast<int>(std::floor(x)), static_cast<int>(std::floor(y))))
            return *damaged;
        return has_ink(symbol, print, x, y) ? print.dark : print.light;
    };
    for (int py = 0; py < paper.height; ++py)
        for (int px = 0; px < paper.width; ++px) {
            double sum = 0;
            for (int i = 0; i < 16; ++i) {
                const double u = (px + (i % 4 + 0.5) / 4) / (print.pixels * print.stretch) - side / 2;
                const double v = (py + (i / 4 + 0.5) / 4) / print.pixels - side / 2;
                const double x = u * std::cos(angle) + v * std::sin(angle) + size / 2.0;
                const double y = v * std::cos(angle) - u * std::sin(angle) + size / 2.0;
                const auto meant = print.move(x, y);
                sum += reflectance(meant.x, meant.y);
            }
            paper.reflectance.push_back(sum / 16);
        }
    blur_lines(paper, print.blur_x * print.pixels, true);
    blur_lines(paper, print.blur_y * print.pixels, false);
    return paper;
}

inline photo::Photo scan_of(const symbol::Symbol& symbol, const Print& print) {
    const auto paper = paper_of(symbol, print);
    photo::Photo photo{paper.width, paper.height, {}};
    auto noise = print.seed;
    for (const double value : paper.reflectance) {
        noise = noise * 1664525u + 1013904223u;
        photo.grey.push_back(encoded(value + print.grain * ((noise >> 8) / 8388608.0 - 1)));
    }
    return photo;
}

// The same print in an ink and on a paper of these colours (sRGB): as an eye sees it, and as red light does.
struct Coloured {
    photo::Photo grey, red;
};

inline Coloured coloured(const symbol::Symbol& symbol, Print print, std::array<int, 3> ink, std::array<int, 3> paper) {
    print.dark = 0;
    print.light = 1;
    const auto made = paper_of(symbol, print);
    Coloured scan{{made.width, made.height, {}}, {made.width, made.height, {}}};
    for (const double share : made.reflectance) {
        const auto mixed = [&](std::size_t c) { return ink[c] + (paper[c] - ink[c]) * share; };
        scan.grey.grey.push_back(
            static_cast<std::uint8_t>(std::lround(0.299 * mixed(0) + 0.587 * mixed(1) + 0.114 * mixed(2))));
        scan.red.grey.push_back(static_cast<std::uint8_t>(std::lround(mixed(0))));
    }
    return scan;
}

} // namespace temsao::grade::test
