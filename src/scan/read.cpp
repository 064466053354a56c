#include "scan/read.h"

#include "photo/geometry.h"
#include "scan/crowd.h"
#include "scan/grids.h"
#include "scan/zxing.h"

#include <algorithm>
#include <cmath>

namespace temsao::scan {
namespace {

struct Bounds {
    std::int64_t work;          // nanoseconds for all, for a photo of `usual_pixels`
    std::int64_t search_pixels; // the largest picture that is searched for finder patterns at first
};

constexpr std::int64_t usual_pixels = 12'000'000;
constexpr double plain_share = 0.75; // of the work

Bounds bounds_of(Effort effort) {
    switch (effort) {
    case Effort::fast: return {120'000'000, 1'000'000};
    case Effort::normal: return {250'000'000, 3'200'000};
    case Effort::max: return {1'800'000'000, 25'000'000};
    }
    return {};
}

// ZXing on the largest picture that leaves enough for our own grids. True when that is the photo itself.
bool look_plainly(const Pyramid& pyramid, Work& work, Readings& readings) {
    for (std::size_t level = 0; level < pyramid.size(); ++level) {
        const auto& view = pyramid[level];
        const auto cost = look_cost(static_cast<double>(view.width) * view.height, crowd_of(view));
        if (cost > work.share(plain_share)) continue;
        work.take(cost);
        for (auto& reading : look(view, "plain")) {
            for (auto& corner : reading.corners)
                corner = corner * std::ldexp(1.0, static_cast<int>(level));
            readings.add(std::move(reading));
        }
        return level == 0;
    }
    return false;
}

// Patterns of little more than a pixel a module show their edges between the pixels. For small pictures only.
void read_enlarged(const photo::GreyView& view, Work& work, Readings& readings) {
    constexpr std::int64_t most_pixels = 700'000, a_pixel = 6;
    constexpr int times = 2;
    const auto pixels = std::int64_t{view.width} * view.height;
    if (pixels > most_pixels || !work.spend(a_pixel * times * times * pixels)) return;
    const auto enlarged = photo::twice(view);
    const Smaller smaller(enlarged.view());
    Readings found;
    for (auto reading : readings.all()) {
        for (auto& corner : reading.corners)
            corner = corner * times;
        found.add(std::move(reading));
    }
    read_grids(smaller.levels(), {pixels + 1, times * times * pixels}, work, found);
    for (auto& reading : found.take()) {
        for (auto& corner : reading.corners)
            corner = corner * (1.0 / times);
        readings.add(std::move(reading));
    }
}

} // namespace

std::int64_t most_work(Effort effort, std::int64_t pixels) {
    const double larger = std::max(1.0, static_cast<double>(pixels) / usual_pixels);
    return static_cast<std::int64_t>(static_cast<double>(bounds_of(effort).work) * larger);
}

ReadReport read_symbols(const photo::Photo& photo, Effort effort) {
    constexpr std::int64_t a_pixel = 1;         // nanoseconds: for the smaller pictures
    constexpr std::int64_t overrun = 2'000'000; // the last operation may take so much more than is left
    ReadReport report;
    if (photo.width < 8 || photo.height < 8) return report;
    const auto pixels = std::int64_t{photo.width} * photo.height;
    const auto all_work = most_work(effort, pixels), search_pixels = bounds_of(effort).search_pixels;
    Work work(all_work - overrun);
    work.take(a_pixel * pixels);
    const Smaller smaller({photo.grey.data(), photo.width, photo.height});
    Readings readings;
    const bool saw_all = look_plainly(smaller.levels(), work, readings);
    report.passes.emplace_back("plain");
    read_grids(smaller.levels(), {0, search_pixels}, work, readings);
    // The finest patterns, which nobody has looked for yet.
    if (!saw_all || readings.all().empty()) read_grids(smaller.levels(), {search_pixels + 1, pixels}, work, readings);
    read_enlarged(smaller.levels().front(), work, readings);
    report.passes.emplace_back("grid");
    report.readings = readings.take();
    report.work = all_work - overrun - work.left();
    return report;
}

} // namespace temsao::scan
