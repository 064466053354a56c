#include "photos/harm.h"

#include <array>
#include <numbers>

namespace temsao::photos {
namespace {

constexpr double tau = 2 * std::numbers::pi;

void mix(std::uint8_t* pixel, const std::array<double, 3>& colour, double share) {
    for (std::size_t c = 0; c < 3; ++c)
        pixel[c] = static_cast<std::uint8_t>(pixel[c] * (1 - share) + colour[c] * share);
}

// Calls act(x, y in symbol widths, pixel) for the picture around the symbol.
template <class Act>
void each_pixel(Print& print, Act act) {
    for (int y = 0; y < print.picture.height; ++y)
        for (int x = 0; x < print.picture.width; ++x)
            act((x / print.dots_per_mm - print.symbol_x) / print.symbol_width,
                (y / print.dots_per_mm - print.symbol_y) / print.symbol_width,
                print.picture.at(x, y));
}

bool is_within(double x, double y) {
    return x >= 0 && y >= 0 && x < 1 && y < 1;
}

} // namespace

void cover(Print& print, Cover with, double share, Seeded& random) {
    const int corner = random.whole(0, 3);
    const double at_x = corner % 2, at_y = corner / 2;
    const std::array<double, 3> skin = {random.from(160, 225), random.from(110, 160), random.from(80, 125)},
                                tape = {random.from(170, 215), random.from(160, 205), random.from(120, 190)};
    const double opaque = with == Cover::finger ? 1 : random.from(0.85, 1);
    // Along the diagonal from the corner: a fingertip is round, a strip straight. Grows until it covers its share.
    const auto depth_of = [&](double x, double y) {
        const double dx = (at_x == 0 ? x : 1 - x), dy = (at_y == 0 ? y : 1 - y);
        return with == Cover::finger ? std::hypot(dx + 0.12, dy + 0.12) - 0.17 : (dx + dy) / std::numbers::sqrt2;
    };
    double depth = 0;
    for (double covered = 0; covered < share; depth += 0.005) {
        int inside = 0;
        for (int i = 0; i < 100 * 100; ++i)
            inside += depth_of((i % 100 + 0.5) / 100, (i / 100 + 0.5) / 100) < depth;
        covered = inside / 1e4;
    }
    each_pixel(print, [&](double x, double y, std::uint8_t* pixel) {
        const double here = depth_of(x, y);
        const bool is_strip = with == Cover::tape && here < -0.4; // a strip has another edge
        const bool on_its_side = is_within(x, y) || std::hypot(x - at_x, y - at_y) < 0.6;
        if (here < depth && on_its_side && !is_strip) mix(pixel, with == Cover::finger ? skin : tape, opaque);
    });
}

namespace {

// The part of a label with its symbol and badge.
Print front_of(const Print& label) {
    const auto dots = [&](double widths) { return static_cast<int>(widths * label.symbol_width * label.dots_per_mm); };
    const int left = std::max(0, static_cast<int>(label.symbol_x * label.dots_per_mm) - dots(0.5)),
              top = std::max(0, static_cast<int>(label.symbol_y * label.dots_per_mm) - dots(0.75));
    Print front = label;
    front.picture =
        blank(std::min(dots(2), label.picture.width - left), std::min(dots(2.2), label.picture.height - top));
    for (int y = 0; y < front.picture.height; ++y)
        std::copy_n(label.picture.at(left, top + y), 3 * front.picture.width, front.picture.at(0, y));
    front.symbol_x -= left / label.dots_per_mm;
    front.symbol_y -= top / label.dots_per_mm;
    return front;
}

} // namespace

Print shelf_of(const std::vector<Print>& labels, int columns, Seeded& random) {
    std::vector<Print> fronts;
    int cell_width = 0, cell_height = 0;
    for (const auto& label : labels) {
        fronts.push_back(front_of(label));
        cell_width = std::max(cell_width, fronts.back().picture.width);
        cell_height = std::max(cell_height, fronts.back().picture.height);
    }
    const int gap_x = cell_width / 6, gap_y = cell_height / 4;
    const int rows = (static_cast<int>(labels.size()) + columns - 1) / columns;
    Print shelf = fronts.front();
    shelf.picture = blank(columns * (cell_width + gap_x), rows * (cell_height + gap_y), 0);
    for (int y = 0; y < shelf.picture.height; ++y) { // jars and boards
        const auto grey = static_cast<std::uint8_t>(y % (cell_height + gap_y) < cell_height ? 90 : 50);
        std::fill_n(shelf.picture.at(0, y), 3 * shelf.picture.width, grey);
    }
    for (std::size_t i = 0; i < fronts.size(); ++i) {
        const auto& front = fronts[i];
        const int column = static_cast<int>(i) % columns, row = static_cast<int>(i) / columns;
        const int left = column * (cell_width + gap_x) + random.whole(0, gap_x),
                  top = row * (cell_height + gap_y) + random.whole(0, gap_y / 2);
        for (int y = 0; y < front.picture.height; ++y)
            std::copy_n(front.picture.at(0, y), 3 * front.picture.width, shelf.picture.at(left, top + y));
        if (column != columns / 2 || row != rows / 2) continue;
        shelf.symbol_x = front.symbol_x + left / front.dots_per_mm;
        shelf.symbol_y = front.symbol_y + top / front.dots_per_mm;
    }
    return shelf;
}

Wrinkles::Wrinkles(double modules, const Print& print, Seeded random) {
    const double module = print.symbol_width / print.modules;
    constexpr int count = 4;
    for (int i = 0; i < count && modules > 0; ++i) {
        const double angle = random.from(0, tau);
        ridges_.push_back({std::cos(angle),
                           std::sin(angle),
                           1 / (module * random.from(24, 60)),
                           random.from(0, tau),
                           module * modules / count * 1.25});
    }
}

Wrinkles::Moved Wrinkles::at(double x, double y) const {
    Moved moved{x, y, 1};
    for (const auto& ridge : ridges_) {
        const double along = tau * (x * ridge.direction_x + y * ridge.direction_y) * ridge.waves_a_mm + ridge.phase;
        const double off = ridge.height * std::sin(along);
        moved.x += off * ridge.direction_x;
        moved.y += off * ridge.direction_y;
        moved.bright += 0.06 * std::cos(along);
    }
    return moved;
}

void defocus(Light& light, double radius) {
    if (radius < 0.5) return;
    const int reach = static_cast<int>(std::ceil(radius));
    Light result(light.width, light.height);
    std::vector<std::pair<int, float>> rows; // half a row's length, by its distance from the middle
    float area = 0;
    for (int dy = -reach; dy <= reach; ++dy) {
        const double half = std::sqrt(std::max(0.0, radius * radius - dy * dy));
        rows.emplace_back(static_cast<int>(half), 1.0f);
        area += 2 * static_cast<float>(static_cast<int>(half)) + 1;
    }
    std::vector<double> sums(static_cast<std::size_t>(light.width + 1) * 3);
    for (int from = 0; from < light.height; ++from) {
        for (int x = 0; x < light.width; ++x)
            for (int c = 0; c < 3; ++c)
                sums[static_cast<std::size_t>(3 * (x + 1) + c)] =
                    sums[static_cast<std::size_t>(3 * x + c)] + static_cast<double>(light.at(x, from)[c]);
        for (int dy = -reach; dy <= reach; ++dy) {
            const int y = from + dy, half = rows[static_cast<std::size_t>(dy + reach)].first;
            if (y < 0 || y >= light.height) continue;
            for (int x = 0; x < light.width; ++x) {
                const int left = std::max(0, x - half), right = std::min(light.width, x + half + 1);
                for (int c = 0; c < 3; ++c)
                    result.at(x, y)[c] += static_cast<float>(sums[static_cast<std::size_t>(3 * right + c)] -
                                                             sums[static_cast<std::size_t>(3 * left + c)]) /
                                          area;
            }
        }
    }
    light = std::move(result);
}

void add_glare(Light& light, double x, double y, double area, Seeded& random) {
    const double stretch = random.from(1, 2.5), turn = random.from(0, tau);
    const double large = std::sqrt(area / std::numbers::pi * stretch), small = large / stretch;
    const double c = std::cos(turn), s = std::sin(turn);
    for (int py = 0; py < light.height; ++py)
        for (int px = 0; px < light.width; ++px) {
            const double dx = px - x, dy = py - y;
            const double away = std::hypot((c * dx + s * dy) / large, (c * dy - s * dx) / small);
            const auto bright = static_cast<float>(320 / (1 + std::exp((away - 1) * 9)));
            for (int k = 0; k < 3; ++k)
                light.at(px, py)[k] += bright;
        }
}

void add_moire(Light& light, double strength, Seeded& random) {
    const double wave_x = random.from(0.02, 0.12), wave_y = random.from(0.02, 0.12), phase = random.from(0, tau);
    for (int y = 0; y < light.height; ++y)
        for (int x = 0; x < light.width; ++x)
            for (int c = 0; c < 3; ++c) {
                const double band = std::sin(tau * wave_x * x + phase + c * tau / 3) * std::sin(tau * wave_y * y) +
                                    0.5 * std::sin(tau * (0.37 * x + 0.08 * y) + c);
                light.at(x, y)[c] *= static_cast<float>(1 + strength * band);
            }
}

} // namespace temsao::photos
