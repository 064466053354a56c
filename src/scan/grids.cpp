#include "scan/grids.h"

#include "scan/pair.h"
#include "scan/rescue.h"
#include "scan/round_eye.h"

#include <algorithm>
#include <cmath>

namespace temsao::scan {
namespace {

constexpr std::size_t most_candidates = 200, most_pairs = 150;
constexpr std::size_t most_lone = 8;                      // patterns whose neighbours are looked for
constexpr std::size_t most_patterns = 600;                // that are combined with each other
constexpr std::int64_t a_combination = 60;                // of two patterns, in nanoseconds
constexpr double search_share = 0.7, triples_share = 0.6; // of the work; of what is left then

// Seen in two pictures or at two thresholds. A fit that went wrong has other sides, and replaces nothing.
bool is_same(const Finder& one, const Finder& other) {
    const double larger = std::max(module_size(one), module_size(other));
    return photo::length(one.middle - other.middle) < 1.5 * larger &&
           larger < 1.4 * std::min(module_size(one), module_size(other));
}

void keep_better(std::vector<Finder>& all, const Finder& finder) {
    const auto same = std::find_if(all.begin(), all.end(), [&](const Finder& known) { return is_same(known, finder); });
    if (same != all.end()) {
        if (finder.misfit < same->misfit) *same = finder;
    } else if (all.size() < most_patterns) {
        all.push_back(finder);
    }
}

// Finder patterns of all sizes, the large ones in the small pictures first: those cost least.
std::vector<Finder> finders_of(const Pyramid& pyramid, const SearchSizes& sizes, const Readings& readings, Work& work) {
    constexpr double sure_module = 3, sure_misfit = 0.15; // no larger picture would place it better
    std::vector<Finder> all;
    for (std::size_t level = pyramid.size(); level-- > 0;) {
        const auto& view = pyramid[level];
        const auto pixels = std::int64_t{view.width} * view.height;
        if (pixels > sizes.to) break;
        if (pixels < sizes.from) continue;
        const double scale = std::ldexp(1.0, static_cast<int>(level));
        std::vector<std::array<photo::Point, 4>> read;
        for (const auto& reading : readings.all()) {
            read.push_back(reading.corners);
            for (auto& corner : read.back())
                corner = corner * (1 / scale);
        }
        std::vector<Finder> sure;
        for (const auto& finder : all)
            if (module_size(finder) / (2 * scale) > sure_module && finder.misfit < sure_misfit)
                sure.push_back(scaled(finder, 1 / scale));
        for (const auto& found : find_finders(view, read, sure, work))
            keep_better(all, scaled(found, scale));
    }
    return all;
}

std::array<const Finder*, 3> patterns_of(const Candidate& candidate) {
    return {&candidate.top_left, &candidate.top_right, &candidate.bottom_left};
}

class GridReader {
public:
    GridReader(const Pyramid& pyramid, Readings& readings) : pyramid_(pyramid), readings_(readings) {}

    void read_triples(const std::vector<Finder>& finders, Work& work) {
        if (!work.spend(a_combination * static_cast<std::int64_t>(finders.size() * finders.size()))) return;
        for (const auto& candidate : find_candidates(finders, most_candidates))
            read(candidate, work);
    }

    // With the third pattern guessed, and put where it is recognised.
    void read_pairs(const std::vector<Finder>& finders, Work& work) {
        if (!work.spend(a_combination * static_cast<std::int64_t>(finders.size() * finders.size()))) return;
        for (const auto& pair : find_pairs(finders, most_pairs))
            if (work.left() > 0 && !is_covered(pair)) read(with_third_sought(pyramid_, pair, work), work);
    }

    // Patterns that lie in no symbol that was read, the clearest first.
    std::vector<Finder> unexplained(const std::vector<Finder>& finders) const {
        std::vector<Finder> lone;
        for (const auto& finder : finders)
            if (!readings_.covers(finder.middle)) lone.push_back(finder);
        std::stable_sort(lone.begin(), lone.end(), [](const auto& a, const auto& b) { return a.misfit < b.misfit; });
        return lone;
    }

private:
    bool is_covered(const Candidate& candidate) const {
        const auto patterns = patterns_of(candidate);
        return std::any_of(patterns.begin(), patterns.end(), [&](const Finder* finder) {
            return !finder->is_guess && readings_.covers(finder->middle);
        });
    }

    void read(const Candidate& candidate, Work& work) {
        if (work.left() <= 0 || is_covered(candidate)) return;
        auto reading = read_candidate(pyramid_, candidate, work);
        if (!reading) return;
        reading->step = "grid";
        readings_.add(*std::move(reading));
    }

    const Pyramid& pyramid_;
    Readings& readings_;
};

// The pattern, and what looks like one beside it.
std::vector<Finder> with_neighbours(const Pyramid& pyramid, const Finder& lone, Work& work) {
    auto patterns = seek_neighbours(pyramid, lone, work);
    if (!patterns.empty()) patterns.push_back(lone);
    return patterns;
}

} // namespace

void read_grids(const Pyramid& pyramid, const SearchSizes& sizes, Work& work, Readings& readings) {
    Work search(work.share(search_share));
    const auto finders = with_sides_turned(finders_of(pyramid, sizes, readings, search));
    Work rest(work.left() - work.share(search_share) + std::max<std::int64_t>(0, search.left()));
    Work triples(rest.share(triples_share));
    GridReader reader(pyramid, readings);
    reader.read_triples(finders, triples);
    rest.take(rest.share(triples_share) - std::max<std::int64_t>(0, triples.left()));
    reader.read_pairs(reader.unexplained(finders), rest);
    const auto lone = reader.unexplained(finders);
    for (std::size_t i = 0; i < std::min(lone.size(), most_lone) && rest.left() > 0; ++i)
        if (!readings.covers(lone[i].middle)) reader.read_pairs(with_neighbours(pyramid, lone[i], rest), rest);
    work = rest;
}

} // namespace temsao::scan
