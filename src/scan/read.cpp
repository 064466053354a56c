#include "scan/read.h"

#include "scan/image_ops.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace temsao::scan {
namespace {

// What a step makes of the picture, and how its corners go back.
struct Prepared {
    Grey image;
    double across = 1, down = 1; // stored pixels for each prepared one
    double turned_degrees = 0;
};

struct StepRow {
    Step step;
    Binarizer binarizer;
    Prepared (*prepare)(const GreyView&);
};

int window(const GreyView& image, int part) {
    return std::max(7, std::min(image.width, image.height) / part);
}

// Cheap first. Which passes pay was measured on photos of shops, screens, curves and glare; figures in CHANGELOG.md.
const std::vector<StepRow>& rows() {
    using V = const GreyView&;
    static const std::vector<StepRow> table = {
        {{"plain", "as it is"}, Binarizer::local, nullptr},
        {{"global", "one threshold for all"}, Binarizer::global, nullptr},
        {{"adaptive", "half size, black below the mean around"},
         Binarizer::fixed,
         [](V v) {
             auto small = half(v);
             return Prepared{adaptive_threshold(small.view(), window(small.view(), 10), 0.95), 2, 2};
         }},
        {{"lighten", "shadows lightened"}, Binarizer::local, [](V v) { return Prepared{gamma(v, 0.4)}; }},
        {{"bright", "black below 170"}, Binarizer::fixed, [](V v) { return Prepared{threshold(v, 170)}; }},
        {{"squash", "half as high"},
         Binarizer::local,
         [](V v) {
             return Prepared{squash(v), 1, 2};
         }},
        {{"fine", "black below the mean close by"},
         Binarizer::fixed,
         [](V v) {
             auto small = half(v);
             return Prepared{adaptive_threshold(small.view(), window(small.view(), 60), 0.95), 2, 2};
         }},
        {{"darken", "glare darkened, half size"},
         Binarizer::local,
         [](V v) {
             return Prepared{gamma(half(v).view(), 4), 2, 2};
         }},
        {{"dark", "black below 48"}, Binarizer::fixed, [](V v) { return Prepared{threshold(v, 48)}; }},
        {{"turn", "turned by 67 degrees"},
         Binarizer::local,
         [](V v) {
             return Prepared{turn(v, 67), 1, 1, 67};
         }},
        {{"enlarge", "three times as large"},
         Binarizer::local,
         [](V v) {
             return Prepared{enlarge(v, 3), 1.0 / 3, 1.0 / 3};
         }},
    };
    return table;
}

constexpr std::size_t most_symbols = 200;
constexpr std::int64_t most_pixels_to_enlarge = 1'500'000;

void move_back(Reading& reading, const Prepared& prepared) {
    const double angle = prepared.turned_degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double mid_x = prepared.image.width / 2.0, mid_y = prepared.image.height / 2.0;
    for (auto& corner : reading.corners) {
        const double dx = corner.x - mid_x, dy = corner.y - mid_y;
        corner = {(mid_x + c * dx - s * dy) * prepared.across, (mid_y + s * dx + c * dy) * prepared.down};
    }
}

Point centre(const Reading& reading) {
    Point sum;
    for (const auto& corner : reading.corners)
        sum = {sum.x + corner.x / 4, sum.y + corner.y / 4};
    return sum;
}

bool inside(Point point, const std::array<Point, 4>& quad) {
    bool hit = false;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto &a = quad[i], &b = quad[(i + 1) % 4];
        if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
            hit = !hit;
    }
    return hit;
}

void add(std::vector<Reading>& readings, Reading reading) {
    const bool known = std::any_of(readings.begin(), readings.end(), [&](const Reading& other) {
        return inside(centre(reading), other.corners) || inside(centre(other), reading.corners);
    });
    if (!known && readings.size() < most_symbols) readings.push_back(std::move(reading));
}

} // namespace

const std::vector<Step>& reading_steps() {
    static const auto steps = [] {
        std::vector<Step> all;
        for (const auto& row : rows())
            all.push_back(row.step);
        return all;
    }();
    return steps;
}

// The first step always; the others until something is read and nothing that was located is left unread.
ReadReport read_symbols(const Photo& photo) {
    ReadReport report;
    const GreyView whole{photo.grey.data(), photo.width, photo.height};
    if (photo.width < 8 || photo.height < 8) return report;
    for (const auto& row : rows()) {
        const bool enlarges = row.step.name == "enlarge";
        if (enlarges && std::int64_t{photo.width} * photo.height > most_pixels_to_enlarge) continue;
        report.passes.emplace_back(row.step.name);
        Looked looked;
        if (row.prepare) {
            const auto prepared = row.prepare(whole);
            looked = look(prepared.image.view(), row.binarizer, row.step.name);
            for (auto& reading : looked.readings)
                move_back(reading, prepared);
        } else {
            looked = look(whole, row.binarizer, row.step.name);
        }
        for (auto& reading : looked.readings)
            add(report.readings, std::move(reading));
        if (!report.readings.empty() && looked.located_only == 0) break;
    }
    return report;
}

} // namespace temsao::scan
