#include "scan/pair.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double nearest_apart = 11,
                 farthest_apart = 60; // modules between both; larger symbols show their three patterns
constexpr double most_doubt_beside = 0.8;
constexpr double pair_doubt_a_module = 0.005; // of doubt

constexpr std::size_t most_beside = 8; // of one pattern, the nearest

// Two patterns beside each other, `a` the top left one; or across from each other.
struct Pair {
    const Finder *a, *b;
    std::optional<Beside> how;
    double doubt;
};

void add_beside(const std::vector<Finder>& finders, const Finder& a, std::vector<Pair>& pairs) {
    const auto first = pairs.size();
    for (const auto& b : finders) {
        const auto how = &a == &b ? std::nullopt : beside(a, b);
        if (!how || how->modules > farthest_apart || how->doubt > most_doubt_beside) continue;
        pairs.push_back({&a, &b, how, how->doubt + a.misfit + b.misfit + pair_doubt_a_module * how->modules});
    }
    const auto begin = pairs.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(
        begin, pairs.end(), [](const Pair& one, const Pair& other) { return one.how->modules < other.how->modules; });
    pairs.resize(std::min(pairs.size(), first + most_beside));
}

void add_across(const Finder& a, const Finder& b, std::vector<Pair>& pairs) {
    if (a.inverted != b.inverted || beside(a, b)) return;
    const photo::Point there = in_modules(a, b.middle), back = in_modules(b, a.middle);
    const double x = std::abs(there.x), y = std::abs(there.y), back_x = std::abs(back.x), back_y = std::abs(back.y);
    if (std::min(x, y) < 0.6 * std::max(x, y) || std::min(back_x, back_y) < 0.6 * std::max(back_x, back_y)) return;
    const double far = (x + y + back_x + back_y) / 4;
    if (far < nearest_apart || far > farthest_apart || std::abs(std::log((x + y) / (back_x + back_y))) > 0.4) return;
    const double doubt = std::abs(std::log(x / y)) + std::abs(std::log(back_x / back_y)) + a.misfit + b.misfit;
    pairs.push_back({&a, &b, {}, doubt + pair_doubt_a_module * far});
}

// The third pattern lies to either side of the line between both.
void add_candidates(const Pair& pair, std::vector<Candidate>& candidates) {
    const auto &a = *pair.a, &b = *pair.b;
    if (pair.how) {
        const double far = pair.how->modules;
        for (const double side : {1.0, -1.0}) {
            Finder third = a;
            third.is_guess = true;
            third.middle = a.middle + (pair.how->along_first ? a.second : a.first) * (side * far);
            candidates.push_back(candidate_of(a, {&b, far}, {&third, far}, pair.doubt));
        }
        return;
    }
    const photo::Point there = in_modules(a, b.middle), back = in_modules(b, a.middle);
    const double far = (std::abs(there.x) + std::abs(there.y) + std::abs(back.x) + std::abs(back.y)) / 4;
    for (const bool along_first : {true, false}) {
        Finder corner = a;
        corner.is_guess = true;
        corner.middle = a.middle + (along_first ? a.first * there.x : a.second * there.y);
        corner.dark = (a.dark + b.dark) / 2;
        corner.light = (a.light + b.light) / 2;
        candidates.push_back(candidate_of(corner, {&a, far}, {&b, far}, pair.doubt));
    }
}

} // namespace

std::vector<Candidate> find_pairs(const std::vector<Finder>& finders, std::size_t most) {
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < finders.size(); ++i) {
        add_beside(finders, finders[i], pairs);
        for (std::size_t j = i + 1; j < finders.size(); ++j)
            add_across(finders[i], finders[j], pairs);
    }
    keep_least_doubtful(pairs, most / 2);
    std::vector<Candidate> candidates;
    for (const auto& pair : pairs)
        add_candidates(pair, candidates);
    return candidates;
}

Candidate with_third_sought(const Pyramid& pyramid, const Candidate& pair, Work& work) {
    constexpr double reach = 0.14; // of the distance
    auto sought = pair;
    for (auto* third : {&sought.top_left, &sought.top_right, &sought.bottom_left})
        if (third->is_guess)
            if (const auto seen = seek_pattern(pyramid, *third, reach * pair.modules_across, work)) *third = *seen;
    return sought;
}

} // namespace temsao::scan
