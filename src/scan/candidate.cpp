#include "scan/candidate.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double most_doubt = 1.6;       // true symbols of photos lie under 1.2
constexpr double doubt_a_module = 0.005; // of doubt: of two squares of patterns the smaller is the likelier …
constexpr double largest_square = 80;    // … up to here: large symbols exist

struct Neighbour {
    std::size_t which;
    Beside how;
};

struct Triple {
    std::size_t corner;
    Neighbour right, down;
    double doubt;
};

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

photo::Point in_modules(const Finder& finder, photo::Point place) {
    const photo::Point from = place - finder.middle;
    const double determinant = photo::cross(finder.first, finder.second);
    return {photo::cross(from, finder.second) / determinant, photo::cross(finder.first, from) / determinant};
}

std::optional<Beside> beside(const Finder& a, const Finder& b) {
    if (a.inverted != b.inverted) return {};
    const photo::Point there = in_modules(a, b.middle), back = in_modules(b, a.middle);
    const double far = std::max(std::abs(there.x), std::abs(there.y)),
                 off = std::min(std::abs(there.x), std::abs(there.y));
    const double far_back = std::max(std::abs(back.x), std::abs(back.y)),
                 off_back = std::min(std::abs(back.x), std::abs(back.y));
    if (off > 0.4 * far || off_back > 0.4 * far_back || far > 3 * far_back || far_back > 3 * far) return {};
    const double modules = 2 / (1 / far + 1 / far_back);
    if (modules < 11 || modules > 200) return {};
    return Beside{std::abs(there.x) > std::abs(there.y),
                  modules,
                  off / far + off_back / far_back + 0.5 * std::abs(std::log(far / far_back))};
}

Candidate candidate_of(const Finder& top_left, SideEnd one, SideEnd other, double doubt) {
    if (photo::cross(one.finder->middle - top_left.middle, other.finder->middle - top_left.middle) < 0)
        std::swap(one, other);
    const photo::Point right = one.finder->middle - top_left.middle, down = other.finder->middle - top_left.middle;
    return {turned(top_left, right, down),
            turned(*one.finder, right, down),
            turned(*other.finder, right, down),
            one.modules,
            other.modules,
            doubt};
}

std::vector<Candidate> find_candidates(const std::vector<Finder>& finders, std::size_t most) {
    std::vector<Triple> triples;
    std::vector<Neighbour> neighbours;
    for (std::size_t corner = 0; corner < finders.size(); ++corner) {
        neighbours.clear();
        for (std::size_t other = 0; other < finders.size(); ++other)
            if (other != corner)
                if (const auto found = beside(finders[corner], finders[other])) neighbours.push_back({other, *found});
        // On a sheet of symbols the near ones belong together.
        std::sort(neighbours.begin(), neighbours.end(), [](const auto& a, const auto& b) {
            return a.how.modules < b.how.modules;
        });
        if (neighbours.size() > 16) neighbours.resize(16);
        for (const auto& right : neighbours)
            for (const auto& down : neighbours) {
                if (!right.how.along_first || down.how.along_first) continue;
                const double across = right.how.modules, downwards = down.how.modules;
                const double unlike = std::abs(std::log(across / downwards));
                if (unlike > 0.5) continue;
                const double misfit = finders[corner].misfit + finders[right.which].misfit + finders[down.which].misfit;
                const double doubt = right.how.doubt + down.how.doubt + unlike + misfit +
                                     doubt_a_module * std::min(across + downwards, largest_square);
                if (doubt < most_doubt) triples.push_back({corner, right, down, doubt});
            }
    }
    keep_least_doubtful(triples, most);
    std::vector<Candidate> candidates;
    for (const auto& [corner, right, down, doubt] : triples)
        candidates.push_back(candidate_of(finders[corner],
                                          {&finders[right.which], right.how.modules},
                                          {&finders[down.which], down.how.modules},
                                          doubt));
    return candidates;
}

} // namespace temsao::scan
