#include "scan/read.h"

#include "photo/image_ops.h"
#include "scan/crowd.h"
#include "scan/pair.h"
#include "scan/rescue.h"
#include "scan/zxing.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace temsao::scan {
namespace {

// What a step makes of the picture, and how its corners go back.
struct Prepared {
    photo::Grey image;
    double across = 1, down = 1; // stored pixels for each prepared one
    double turned_degrees = 0;
};

struct StepRow {
    Step step;
    Binarizer binarizer;
    double prepare_cost; // nanoseconds for each pixel of the picture
    double pixels;       // that are looked at then, for each of the picture
    Prepared (*prepare)(const photo::GreyView&);
};

int window(const photo::GreyView& image, int part) {
    return std::max(7, std::min(image.width, image.height) / part);
}

// Cheap first. Which passes pay was measured on photos of shops, screens, curves and glare; figures in CHANGELOG.md.
const std::vector<StepRow>& rows() {
    using V = const photo::GreyView&;
    static const std::vector<StepRow> table = {
        {{"plain", "as it is"}, Binarizer::local, 0, 1, nullptr},
        {{"grid", "our own finder patterns and grid"}, Binarizer::local, 0, 0, nullptr},
        {{"global", "one threshold for all"}, Binarizer::global, 0, 1, nullptr},
        {{"adaptive", "half size, black below the mean around"},
         Binarizer::fixed,
         1.5,
         0.25,
         [](V v) {
             auto small = photo::half(v);
             return Prepared{photo::adaptive_threshold(small.view(), window(small.view(), 10), 0.95), 2, 2};
         }},
        {{"lighten", "shadows lightened"}, Binarizer::local, 1, 1, [](V v) { return Prepared{photo::gamma(v, 0.4)}; }},
        {{"bright", "black below 170"},
         Binarizer::fixed,
         0.5,
         1,
         [](V v) { return Prepared{photo::threshold(v, 170)}; }},
        {{"squash", "half as high"},
         Binarizer::local,
         0.5,
         0.5,
         [](V v) {
             return Prepared{photo::squash(v), 1, 2};
         }},
        {{"fine", "black below the mean close by"},
         Binarizer::fixed,
         1.5,
         0.25,
         [](V v) {
             auto small = photo::half(v);
             return Prepared{photo::adaptive_threshold(small.view(), window(small.view(), 60), 0.95), 2, 2};
         }},
        {{"darken", "glare darkened, half size"},
         Binarizer::local,
         0.5,
         0.25,
         [](V v) {
             return Prepared{photo::gamma(photo::half(v).view(), 4), 2, 2};
         }},
        {{"dark", "black below 48"}, Binarizer::fixed, 0.5, 1, [](V v) { return Prepared{photo::threshold(v, 48)}; }},
        {{"turn", "turned by 67 degrees"},
         Binarizer::local,
         14,
         1,
         [](V v) {
             return Prepared{photo::turn(v, 67), 1, 1, 67};
         }},
        {{"enlarge", "three times as large"},
         Binarizer::local,
         27,
         9,
         [](V v) {
             return Prepared{photo::enlarge(v, 3), 1.0 / 3, 1.0 / 3};
         }},
    };
    return table;
}

constexpr std::size_t most_symbols = 200;
constexpr std::int64_t most_pixels_to_enlarge = 1'500'000;
constexpr int least_side = 120; // of the smallest picture
constexpr std::size_t most_candidates = 200, most_pairs = 150, most_lone = 8;

struct Bounds {
    std::int64_t work;          // nanoseconds for all
    std::int64_t search_pixels; // the largest picture that is searched for finder patterns
    std::int64_t step_pixels;   // the largest picture for the steps after the second
    std::size_t steps;          // of the table
};

constexpr double first_share = 0.75, search_share = 0.7, last_share = 0.12; // of the work

Bounds bounds_of(Effort effort) {
    switch (effort) {
    case Effort::fast: return {120'000'000, 1'000'000, 0, 2};
    case Effort::normal: return {250'000'000, 3'200'000, 3'200'000, 12};
    case Effort::max: return {1'800'000'000, 25'000'000, 25'000'000, 12};
    }
    return {};
}

std::int64_t share_of(std::int64_t work, double share) {
    return static_cast<std::int64_t>(share * static_cast<double>(work));
}

void move_back(photo::Reading& reading, const Prepared& prepared) {
    const double angle = prepared.turned_degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double mid_x = prepared.image.width / 2.0, mid_y = prepared.image.height / 2.0;
    for (auto& corner : reading.corners) {
        const double dx = corner.x - mid_x, dy = corner.y - mid_y;
        corner = {(mid_x + c * dx - s * dy) * prepared.across, (mid_y + s * dx + c * dy) * prepared.down};
    }
}

void add(std::vector<photo::Reading>& readings, photo::Reading reading) {
    const bool known = std::any_of(readings.begin(), readings.end(), [&](const photo::Reading& other) {
        return photo::inside(photo::centre(reading.corners), other.corners) ||
               photo::inside(photo::centre(other.corners), reading.corners);
    });
    if (!known && readings.size() < most_symbols) readings.push_back(std::move(reading));
}

// The photo and its smaller pictures, each half as large, and how crowded each is.
struct Smaller {
    std::vector<photo::Grey> pictures;
    Pyramid levels;
    std::vector<Crowd> crowds;

    static constexpr std::int64_t a_pixel = 1; // nanoseconds

    explicit Smaller(const photo::GreyView& whole) : levels{whole} {
        pictures.reserve(16);
        while (std::min(levels.back().width, levels.back().height) >= 2 * least_side) {
            pictures.push_back(photo::half(levels.back()));
            levels.push_back(pictures.back().view());
        }
        for (const auto& level : levels)
            crowds.push_back(crowd_of(level));
    }

    std::int64_t cost(const StepRow& row, std::size_t level) const {
        const auto& view = levels[level];
        return static_cast<std::int64_t>(row.prepare_cost * view.width * view.height) +
               look_cost(row.pixels * view.width * view.height, crowds[level]);
    }

    // The largest picture from `first` on that the step may look at.
    std::optional<std::size_t> affordable(const StepRow& row, std::size_t first, std::int64_t most) const {
        for (auto level = first; level < levels.size(); ++level)
            if (cost(row, level) <= most) return level;
        return {};
    }
};

// Seen in two pictures or at two thresholds. A fit that went astray has other sides, and replaces nothing.
bool is_same(const Finder& one, const Finder& other) {
    const double larger = std::max(module_size(one), module_size(other));
    return photo::length(one.middle - other.middle) < 1.5 * larger &&
           larger < 1.4 * std::min(module_size(one), module_size(other));
}

// Finder patterns of all sizes, the large ones in the small pictures first: those cost least.
std::vector<Finder> finders_of(const Pyramid& pyramid,
                               const std::vector<photo::Reading>& readings,
                               std::int64_t search_pixels,
                               Work& work) {
    constexpr double sure_module = 3, sure_misfit = 0.15; // no larger picture would place it better
    std::vector<Finder> all;
    for (std::size_t level = pyramid.size(); level-- > 0;) {
        const auto& view = pyramid[level];
        if (std::int64_t{view.width} * view.height > search_pixels) break;
        const double scale = std::ldexp(1.0, static_cast<int>(level));
        std::vector<std::array<photo::Point, 4>> read;
        for (const auto& reading : readings) {
            read.push_back(reading.corners);
            for (auto& corner : read.back())
                corner = corner * (1 / scale);
        }
        std::vector<Finder> sure;
        for (const auto& finder : all)
            if (module_size(finder) / (2 * scale) > sure_module && finder.misfit < sure_misfit)
                sure.push_back(scaled(finder, 1 / scale));
        for (const auto& found : find_finders(view, read, sure, work)) {
            const auto finder = scaled(found, scale);
            const auto same =
                std::find_if(all.begin(), all.end(), [&](const Finder& known) { return is_same(known, finder); });
            if (same == all.end())
                all.push_back(finder);
            else if (finder.misfit < same->misfit)
                *same = finder;
        }
    }
    return all;
}

bool is_in_any(photo::Point place, const std::vector<photo::Reading>& readings) {
    return std::any_of(readings.begin(), readings.end(), [&](const photo::Reading& reading) {
        return photo::inside(place, reading.corners);
    });
}

// Patterns that lie in no symbol that was read, the clearest first.
std::vector<Finder> unexplained(const std::vector<Finder>& finders, const std::vector<photo::Reading>& readings) {
    std::vector<Finder> lone;
    for (const auto& finder : finders)
        if (!is_in_any(finder.middle, readings)) lone.push_back(finder);
    std::stable_sort(lone.begin(), lone.end(), [](const auto& a, const auto& b) { return a.misfit < b.misfit; });
    return lone;
}

int seen_of(const Candidate& candidate) {
    return !candidate.top_left.is_guess + !candidate.top_right.is_guess + !candidate.bottom_left.is_guess;
}

bool is_covered(const Candidate& candidate, const std::vector<photo::Reading>& readings) {
    const auto is_read = [&](const Finder& finder) { return !finder.is_guess && is_in_any(finder.middle, readings); };
    return is_read(candidate.top_left) || is_read(candidate.top_right) || is_read(candidate.bottom_left);
}

// Tells how many symbols were seen and stay unread.
int read_grids(const Pyramid& pyramid, std::int64_t search_pixels, Work& work, std::vector<photo::Reading>& readings) {
    constexpr std::int64_t a_pair = 200; // of patterns, in nanoseconds
    const auto for_reading = share_of(work.left(), 1 - search_share);
    Work search(work.left() - for_reading);
    const auto finders = finders_of(pyramid, readings, search_pixels, search);
    work = Work(for_reading + std::max<std::int64_t>(0, search.left()));
    work.take(a_pair * static_cast<std::int64_t>(finders.size() * finders.size()));
    int unread = 0;
    const auto read = [&](const Candidate& candidate) {
        if (is_covered(candidate, readings)) return false;
        auto attempt = read_candidate(pyramid, candidate, work);
        if (!attempt.reading) return attempt.is_symbol;
        attempt.reading->step = "grid";
        add(readings, std::move(*attempt.reading));
        return false;
    };
    for (const auto& candidate : find_candidates(finders, most_candidates))
        unread += read(candidate);
    auto lone = unexplained(finders, readings);
    for (const auto& pair : find_pairs(lone, most_pairs))
        read(with_third_sought(pyramid, pair, work));
    lone = unexplained(finders, readings);
    std::vector<Finder> sought;
    for (std::size_t i = 0; i < std::min(lone.size(), most_lone); ++i)
        for (const auto& neighbour : seek_neighbours(pyramid, lone[i], work))
            sought.push_back(neighbour);
    for (const auto& neighbour : sought)
        lone.push_back(neighbour);
    for (const auto& pair : find_pairs(lone, most_pairs))
        if (seen_of(pair) == 1) read(with_third_sought(pyramid, pair, work));
    return unread;
}

// Preparing may bring out more than the picture showed: what is too crowded then is not looked at.
bool read_prepared(
    const StepRow& row, const photo::GreyView& view, double scale, Work& work, std::vector<photo::Reading>& readings) {
    Prepared prepared;
    if (row.prepare) prepared = row.prepare(view);
    const auto image = row.prepare ? prepared.image.view() : view;
    work.take(static_cast<std::int64_t>(row.prepare_cost * view.width * view.height));
    if (!work.spend(look_cost(static_cast<double>(image.width) * image.height, crowd_of(image)))) return false;
    for (auto& reading : look(image, row.binarizer, row.step.name)) {
        if (row.prepare) move_back(reading, prepared);
        for (auto& corner : reading.corners)
            corner = corner * scale;
        add(readings, std::move(reading));
    }
    return true;
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

std::int64_t most_work(Effort effort) {
    return bounds_of(effort).work;
}

ReadReport read_symbols(const photo::Photo& photo, Effort effort) {
    ReadReport report;
    if (photo.width < 8 || photo.height < 8) return report;
    const auto bounds = bounds_of(effort);
    const Smaller smaller({photo.grey.data(), photo.width, photo.height});
    Work work(bounds.work);
    work.take(Smaller::a_pixel * photo.width * photo.height);
    std::size_t first_level = 0; // for the steps after the second
    while (first_level + 1 < smaller.levels.size() &&
           std::int64_t{smaller.levels[first_level].width} * smaller.levels[first_level].height > bounds.step_pixels)
        ++first_level;
    int unread = 0;
    for (std::size_t i = 0; i < std::min(rows().size(), bounds.steps); ++i) {
        const auto& row = rows()[i];
        if (row.step.name == "grid") {
            const auto kept = share_of(bounds.work, last_share);
            Work share(std::max<std::int64_t>(0, work.left() - kept));
            unread = read_grids(smaller.levels, bounds.search_pixels, share, report.readings);
            work = Work(share.left() + kept);
        } else {
            // The first step sees the whole photo when it leaves enough for our own grids.
            const auto level = i == 0 ? smaller.affordable(row, 0, share_of(work.left(), first_share))
                                      : smaller.affordable(row, first_level, work.left());
            if (!level) continue;
            const auto& view = smaller.levels[*level];
            if (row.step.name == "enlarge" &&
                (*level > first_level || std::int64_t{view.width} * view.height > most_pixels_to_enlarge))
                continue;
            if (!read_prepared(row, view, std::ldexp(1.0, static_cast<int>(*level)), work, report.readings)) continue;
        }
        report.passes.emplace_back(row.step.name);
        if (i > 0 && !report.readings.empty() && unread == 0) break;
    }
    report.work = bounds.work - work.left();
    return report;
}

} // namespace temsao::scan
