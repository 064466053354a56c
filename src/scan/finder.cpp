#include "scan/finder.h"

#include "scan/cut.h"
#include "scan/dark_runs.h"
#include "scan/fit_finder.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr int mean_block = Thresholds::block;
constexpr int row_step = 2;
constexpr std::size_t most_finders = 400;
constexpr double cost_a_pixel = 0.5, cost_a_row_pixel = 0.7; // nanoseconds: for the means, and for each threshold
constexpr std::int64_t a_look = 500;

// The mean itself, and lower and higher: at the edge of glare or of shadow the mean lies beside the pattern's greys.
constexpr double factors[] = {1, 0.82, 1.18};

// Less is noise: of light there is more in light places.
constexpr int least_contrast(int level) {
    return std::clamp(level / 8, 2, 6);
}

// Blocks of the picture where nothing more is looked for.
class Done {
public:
    Done(int columns, int rows) : columns_(columns), rows_(rows), blocks_(static_cast<std::size_t>(columns * rows)) {}

    bool at(int x, int y) const {
        return blocks_[static_cast<std::size_t>(y / mean_block * columns_ + x / mean_block)] != 0;
    }

    void mark(const std::array<photo::Point, 4>& quad) {
        double left = 1e9, right = -1e9, top = 1e9, bottom = -1e9;
        for (const auto& corner : quad) {
            left = std::min(left, corner.x);
            right = std::max(right, corner.x);
            top = std::min(top, corner.y);
            bottom = std::max(bottom, corner.y);
        }
        const auto first = [](double at) { return std::max(0, static_cast<int>(std::max(0.0, at)) / mean_block); };
        const auto last = [](double at, int count) {
            return std::min(count - 1, static_cast<int>(std::clamp(at, 0.0, 1e6)) / mean_block);
        };
        for (int by = first(top); by <= last(bottom, rows_); ++by)
            for (int bx = first(left); bx <= last(right, columns_); ++bx)
                if (photo::inside({(bx + 0.5) * mean_block, (by + 0.5) * mean_block}, quad))
                    blocks_[static_cast<std::size_t>(by * columns_ + bx)] = 1;
        const auto middle = photo::centre(quad);
        if (middle.x >= 0 && middle.y >= 0 && middle.x < columns_ * mean_block && middle.y < rows_ * mean_block)
            blocks_[static_cast<std::size_t>(static_cast<int>(middle.y) / mean_block * columns_ +
                                             static_cast<int>(middle.x) / mean_block)] = 1;
    }

    void mark(const Finder& finder) {
        const photo::Point u = finder.first * 2, v = finder.second * 2;
        mark({finder.middle - u - v, finder.middle + u - v, finder.middle + u + v, finder.middle - u + v});
    }

private:
    int columns_, rows_;
    std::vector<std::uint8_t> blocks_;
};

// A place where a row was cut as a pattern is.
struct Cutting {
    int x = 0, y = 0;
    double module = 0;
    bool inverted = false;
};

// From a row's cut to a fitted pattern.
std::optional<Finder>
look_closer(const photo::GreyView& image, const Thresholds& thresholds, const Cutting& cutting, Work& work) {
    const auto [x, y, module, inverted] = cutting;
    const int level = thresholds.at(x, y);
    const int reach = static_cast<int>(module * 40) + 4; // sides up to 6 : 1, and four modules of it
    for (const double aside : {0.0, -0.9, 0.9}) {
        const int column = std::clamp(static_cast<int>(x + aside * module), 0, image.width - 1);
        const auto upright = cut_through(image, column, y, {0, 1}, level, inverted, reach);
        if (!upright) continue;
        const int middle_y = std::clamp(static_cast<int>(upright->middle), 0, image.height - 1);
        FinderGuess guess{{x + 0.5, upright->middle}, module, upright->module, static_cast<double>(level), inverted};
        for (const double below : {0.0, -0.9, 0.9}) {
            const int row = std::clamp(static_cast<int>(middle_y + below * upright->module), 0, image.height - 1);
            if (const auto level_cut = cut_through(image, column, row, {1, 0}, level, inverted, reach)) {
                guess.middle.x = level_cut->middle;
                guess.across = level_cut->module;
                break;
            }
        }
        if (auto finder = fit_finder(image, guess, work)) return finder;
    }
    return {};
}

// One search of a picture, at one threshold after the other.
class Search {
public:
    Search(const photo::GreyView& image, Work& work, std::vector<Finder>& finders)
        : image_(image),
          work_(work),
          finders_(finders),
          means_(local_means(image)),
          known_(means_.columns, means_.rows) {}

    Done& known() { return known_; }

    // False when nothing more shall be looked for.
    bool at(double factor) {
        if (!work_.spend(static_cast<std::int64_t>(cost_a_row_pixel * image_.width * image_.height / row_step)))
            return false;
        const auto thresholds = times(means_, factor);
        auto done = known_;
        DarkRuns runs(image_, thresholds);
        for (int y = 1; y < image_.height; y += row_step)
            if (!look_along(y, runs, thresholds, done)) return false;
        return true;
    }

private:
    bool look_along(int y, DarkRuns& runs, const Thresholds& thresholds, Done& done) {
        const auto& ends = runs.ends_of(y);
        const auto* pixel = image_.first + static_cast<std::ptrdiff_t>(y) * image_.width;
        const auto* levels = thresholds.row(y);
        for (std::size_t i = 0; i + 4 < ends.size(); ++i) {
            const int inner = ends[i + 2] - ends[i + 1];
            if (inner < 3) continue;
            const int from = i == 0 ? 0 : ends[i - 1];
            if (!looks_like_a_cut(
                    ends[i] - from, ends[i + 1] - ends[i], inner, ends[i + 3] - ends[i + 2], ends[i + 4] - ends[i + 3]))
                continue;
            const int x = ends[i + 1] + inner / 2;
            const int ring = (pixel[(ends[i] + ends[i + 1]) / 2] + pixel[(ends[i + 2] + ends[i + 3]) / 2]) / 2;
            if (std::abs(ring - pixel[x]) < least_contrast(levels[x / mean_block])) continue;
            if (done.at(x, y)) continue;
            if (!work_.spend(a_look)) return false;
            const bool inverted = runs.starts_dark() == (i % 2 == 1);
            const auto finder = look_closer(image_, thresholds, {x, y, (ends[i + 3] - ends[i]) / 5.0, inverted}, work_);
            if (!finder) continue;
            keep(*finder, done);
            if (finders_.size() >= most_finders) return false;
        }
        return true;
    }

    void keep(const Finder& finder, Done& done) {
        constexpr double sure_misfit = 0.12; // no other threshold would place it better
        done.mark(finder);
        if (finder.misfit < sure_misfit) known_.mark(finder);
        finders_.push_back(finder);
    }

    const photo::GreyView& image_;
    Work& work_;
    std::vector<Finder>& finders_;
    Thresholds means_;
    Done known_;
};

} // namespace

Finder scaled(Finder finder, double by) {
    finder.middle = finder.middle * by;
    finder.first = finder.first * by;
    finder.second = finder.second * by;
    return finder;
}

double module_size(const Finder& finder) {
    return std::max(photo::length(finder.first), photo::length(finder.second));
}

std::vector<Finder> find_finders(const photo::GreyView& image,
                                 const std::vector<std::array<photo::Point, 4>>& known_symbols,
                                 const std::vector<Finder>& known_finders,
                                 Work& work) {
    std::vector<Finder> finders;
    if (image.width < 16 || image.height < 16) return finders;
    if (!work.spend(static_cast<std::int64_t>(cost_a_pixel * image.width * image.height))) return finders;
    Search search(image, work, finders);
    for (const auto& quad : known_symbols)
        search.known().mark(quad);
    for (const auto& finder : known_finders)
        search.known().mark(finder);
    for (const double factor : factors)
        if (!search.at(factor)) break;
    return finders;
}

} // namespace temsao::scan
