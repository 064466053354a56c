#include "scan/read.h"

#include "scan/image_ops.h"
#include "scan/rescue.h"

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
        {{"grid", "our own finder patterns and grid"}, Binarizer::local, nullptr},
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
constexpr int least_side = 120; // of the smallest picture
constexpr std::size_t most_candidates = 200;
constexpr int grids_a_candidate = 3;

struct Bounds {
    std::int64_t search_pixels; // the largest picture that is searched for finder patterns
    int looks;                  // places looked at closely there
    std::int64_t step_pixels;   // the largest picture for the steps after the second
    std::size_t steps;          // of the table
};

Bounds bounds_of(Effort effort) {
    switch (effort) {
    case Effort::fast: return {1'000'000, 1'500, 0, 2};
    case Effort::normal: return {3'200'000, 20'000, 3'200'000, 12};
    case Effort::max: return {25'000'000, 60'000, 25'000'000, 12};
    }
    return {};
}

void move_back(Reading& reading, const Prepared& prepared) {
    const double angle = prepared.turned_degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double mid_x = prepared.image.width / 2.0, mid_y = prepared.image.height / 2.0;
    for (auto& corner : reading.corners) {
        const double dx = corner.x - mid_x, dy = corner.y - mid_y;
        corner = {(mid_x + c * dx - s * dy) * prepared.across, (mid_y + s * dx + c * dy) * prepared.down};
    }
}

void add(std::vector<Reading>& readings, Reading reading) {
    const bool known = std::any_of(readings.begin(), readings.end(), [&](const Reading& other) {
        return inside(centre(reading.corners), other.corners) || inside(centre(other.corners), reading.corners);
    });
    if (!known && readings.size() < most_symbols) readings.push_back(std::move(reading));
}

// The photo and its smaller pictures, each half as large.
struct Smaller {
    std::vector<Grey> pictures;
    Pyramid levels;

    explicit Smaller(const GreyView& whole) : levels{whole} {
        pictures.reserve(16);
        while (std::min(levels.back().width, levels.back().height) >= 2 * least_side) {
            pictures.push_back(half(levels.back()));
            levels.push_back(pictures.back().view());
        }
    }
};

// Finder patterns of all sizes, the large ones in the small pictures first: those cost least.
std::vector<Finder> finders_of(const Pyramid& pyramid, const std::vector<Reading>& readings, const Bounds& bounds) {
    constexpr double sure_module = 3, sure_misfit = 0.15; // no larger picture would place it better
    std::vector<Finder> all;
    int looks = bounds.looks;
    for (std::size_t level = pyramid.size(); level-- > 0;) {
        const auto& view = pyramid[level];
        if (std::int64_t{view.width} * view.height > bounds.search_pixels) break;
        const double scale = std::ldexp(1.0, static_cast<int>(level));
        std::vector<std::array<Point, 4>> read;
        for (const auto& reading : readings) {
            read.push_back(reading.corners);
            for (auto& corner : read.back())
                corner = corner * (1 / scale);
        }
        std::vector<Finder> sure;
        for (const auto& finder : all)
            if (module_size(finder) / (2 * scale) > sure_module && finder.misfit < sure_misfit)
                sure.push_back(scaled(finder, 1 / scale));
        for (const auto& found : find_finders(view, read, sure, looks)) {
            const auto finder = scaled(found, scale);
            const auto same = std::find_if(all.begin(), all.end(), [&](const Finder& known) {
                return length(known.middle - finder.middle) < 1.5 * std::max(module_size(known), module_size(finder));
            });
            if (same == all.end())
                all.push_back(finder);
            else if (finder.misfit < same->misfit)
                *same = finder;
        }
    }
    return all;
}

bool is_covered(const Candidate& candidate, const std::vector<Reading>& readings) {
    return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
        int within = 0;
        for (const auto* finder : {&candidate.top_left, &candidate.top_right, &candidate.bottom_left})
            within += inside(finder->middle, reading.corners);
        return within > 0;
    });
}

// Tells how many symbols were seen and stay unread.
int read_grids(const Pyramid& pyramid, const Bounds& bounds, std::vector<Reading>& readings) {
    int unread = 0;
    for (const auto& candidate : find_candidates(finders_of(pyramid, readings, bounds), most_candidates)) {
        if (is_covered(candidate, readings)) continue;
        auto attempt = read_candidate(pyramid, candidate, grids_a_candidate);
        if (attempt.reading) {
            attempt.reading->step = "grid";
            add(readings, std::move(*attempt.reading));
        } else if (attempt.is_symbol) {
            ++unread;
        }
    }
    return unread;
}

void read_prepared(const StepRow& row, const GreyView& view, double scale, std::vector<Reading>& readings) {
    Prepared prepared;
    if (row.prepare) prepared = row.prepare(view);
    auto found = look(row.prepare ? prepared.image.view() : view, row.binarizer, row.step.name);
    for (auto& reading : found) {
        if (row.prepare) move_back(reading, prepared);
        for (auto& corner : reading.corners)
            corner = corner * scale;
        add(readings, std::move(reading));
    }
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

ReadReport read_symbols(const Photo& photo, Effort effort) {
    ReadReport report;
    if (photo.width < 8 || photo.height < 8) return report;
    const auto bounds = bounds_of(effort);
    const Smaller smaller({photo.grey.data(), photo.width, photo.height});
    std::size_t level = 0; // for the steps after the second
    while (level + 1 < smaller.levels.size() &&
           std::int64_t{smaller.levels[level].width} * smaller.levels[level].height > bounds.step_pixels)
        ++level;
    int unread = 0;
    for (std::size_t i = 0; i < std::min(rows().size(), bounds.steps); ++i) {
        const auto& row = rows()[i];
        const auto& view = smaller.levels[i < 2 ? 0 : level];
        if (row.step.name == "enlarge" && std::int64_t{view.width} * view.height > most_pixels_to_enlarge) continue;
        report.passes.emplace_back(row.step.name);
        if (row.step.name == "grid")
            unread = read_grids(smaller.levels, bounds, report.readings);
        else
            read_prepared(row, view, i < 2 ? 1 : std::ldexp(1.0, static_cast<int>(level)), report.readings);
        if (i > 0 && !report.readings.empty() && unread == 0) break;
    }
    return report;
}

} // namespace temsao::scan
