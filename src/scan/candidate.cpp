#include "scan/candidate.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double most_doubt = 1.6; // true symbols of photos lie under 1.2

// A point in a pattern's own modules.
photo::Point in_modules(const Finder& finder, photo::Point point) {
    const photo::Point from = point - finder.middle;
    const double determinant = photo::cross(finder.first, finder.second);
    return {photo::cross(from, finder.second) / determinant, photo::cross(finder.first, from) / determinant};
}

struct Neighbour {
    std::size_t which;
    bool along_first; // else along the second side
    double modules;   // between both middles, the mean of both patterns' modules
    double doubt;     // how far it lies off the side's line, and how unlike the modules are
};

std::optional<Neighbour> neighbour(const std::vector<Finder>& finders, std::size_t from, std::size_t to) {
    const auto &a = finders[from], &b = finders[to];
    if (a.inverted != b.inverted) return {};
    const photo::Point there = in_modules(a, b.middle), back = in_modules(b, a.middle);
    const double far = std::max(std::abs(there.x), std::abs(there.y)),
                 off = std::min(std::abs(there.x), std::abs(there.y));
    const double far_back = std::max(std::abs(back.x), std::abs(back.y)),
                 off_back = std::min(std::abs(back.x), std::abs(back.y));
    if (off > 0.4 * far || off_back > 0.4 * far_back || far > 3 * far_back || far_back > 3 * far) return {};
    const double modules = 2 / (1 / far + 1 / far_back);
    if (modules < 11 || modules > 200) return {};
    return Neighbour{to,
                     std::abs(there.x) > std::abs(there.y),
                     modules,
                     off / far + off_back / far_back + 0.5 * std::abs(std::log(far / far_back))};
}

// `first` towards `right`, `second` towards `down`.
Finder turned(Finder finder, photo::Point right, photo::Point down) {
    const double along = std::abs(photo::dot(finder.first, right)) / photo::length(finder.first);
    const double other = std::abs(photo::dot(finder.second, right)) / photo::length(finder.second);
    if (other > along) std::swap(finder.first, finder.second);
    if (photo::dot(finder.first, right) < 0) finder.first = finder.first * -1;
    if (photo::dot(finder.second, down) < 0) finder.second = finder.second * -1;
    return finder;
}

} // namespace

std::vector<Candidate> find_candidates(const std::vector<Finder>& finders, std::size_t most) {
    std::vector<Candidate> candidates;
    std::vector<Neighbour> neighbours;
    for (std::size_t corner = 0; corner < finders.size(); ++corner) {
        neighbours.clear();
        for (std::size_t other = 0; other < finders.size(); ++other)
            if (other != corner)
                if (const auto found = neighbour(finders, corner, other)) neighbours.push_back(*found);
        // On a sheet of symbols the near ones belong together.
        std::sort(
            neighbours.begin(), neighbours.end(), [](const auto& a, const auto& b) { return a.modules < b.modules; });
        if (neighbours.size() > 16) neighbours.resize(16);
        for (const auto& right : neighbours)
            for (const auto& down : neighbours) {
                if (!right.along_first || down.along_first) continue;
                const double unlike = std::abs(std::log(right.modules / down.modules));
                if (unlike > 0.5) continue;
                const auto* b = &finders[right.which];
                const auto* c = &finders[down.which];
                const auto& a = finders[corner];
                double across = right.modules, downwards = down.modules;
                if (photo::cross(b->middle - a.middle, c->middle - a.middle) < 0) {
                    std::swap(b, c);
                    std::swap(across, downwards);
                }
                const photo::Point to_right = b->middle - a.middle, to_bottom = c->middle - a.middle;
                const double doubt =
                    right.doubt + down.doubt + unlike + a.misfit + b->misfit + c->misfit + 0.005 * (across + downwards);
                if (doubt > most_doubt) continue;
                candidates.push_back({turned(a, to_right, to_bottom),
                                      turned(*b, to_right, to_bottom),
                                      turned(*c, to_right, to_bottom),
                                      across,
                                      downwards,
                                      doubt});
            }
    }
    std::stable_sort(
        candidates.begin(), candidates.end(), [](const auto& a, const auto& b) { return a.doubt < b.doubt; });
    if (candidates.size() > most) candidates.resize(most);
    return candidates;
}

std::array<photo::Point, 4> rough_corners(const Candidate& candidate) {
    const auto &a = candidate.top_left, &b = candidate.top_right, &c = candidate.bottom_left;
    const photo::Point top_left = a.middle - (a.first + a.second) * 3.5;
    const photo::Point top_right = b.middle + b.first * 3.5 - b.second * 3.5;
    const photo::Point bottom_left = c.middle - c.first * 3.5 + c.second * 3.5;
    return {top_left, top_right, top_right + bottom_left - top_left, bottom_left};
}

} // namespace temsao::scan
