#include "scan/pair.h"

#include <algorithm>

namespace temsao::scan {
namespace {

constexpr double least_far = 11, most_far = 60; // modules between both; larger symbols show their three patterns
constexpr double most_doubt_beside = 0.8;
constexpr double a_module = 0.005; // of doubt

// `a` is the top left pattern and `b` one beside it; the third lies to either side of the line between them.
void add_beside(const Finder& a, const Finder& b, const Beside& how, std::vector<Candidate>& pairs) {
    if (how.modules > most_far || how.doubt > most_doubt_beside) return;
    const double doubt = how.doubt + a.misfit + b.misfit + a_module * how.modules;
    for (const double side : {1.0, -1.0}) {
        Finder third = a;
        third.is_guess = true;
        third.middle = a.middle + (how.along_first ? a.second : a.first) * (side * how.modules);
        pairs.push_back(candidate_of(a, {&b, how.modules}, {&third, how.modules}, doubt));
    }
}

// `a` and `b` lie across from each other; the top left pattern lies to either side of the diagonal.
void add_across(const Finder& a, const Finder& b, std::vector<Candidate>& pairs) {
    const photo::Point there = in_modules(a, b.middle), back = in_modules(b, a.middle);
    const double x = std::abs(there.x), y = std::abs(there.y), back_x = std::abs(back.x), back_y = std::abs(back.y);
    if (std::min(x, y) < 0.6 * std::max(x, y) || std::min(back_x, back_y) < 0.6 * std::max(back_x, back_y)) return;
    const double far = (x + y + back_x + back_y) / 4;
    if (far < least_far || far > most_far || std::abs(std::log((x + y) / (back_x + back_y))) > 0.4) return;
    const double doubt = std::abs(std::log(x / y)) + std::abs(std::log(back_x / back_y)) + a.misfit + b.misfit +
                         a_module * far;
    for (const bool along_first : {true, false}) {
        Finder corner = a;
        corner.is_guess = true;
        corner.middle = a.middle + (along_first ? a.first * there.x : a.second * there.y);
        corner.dark = (a.dark + b.dark) / 2;
        corner.light = (a.light + b.light) / 2;
        pairs.push_back(candidate_of(corner, {&a, far}, {&b, far}, doubt));
    }
}

} // namespace

std::vector<Candidate> find_pairs(const std::vector<Finder>& finders, std::size_t most) {
    std::vector<Candidate> pairs;
    for (std::size_t i = 0; i < finders.size(); ++i)
        for (std::size_t j = 0; j < finders.size(); ++j) {
            const auto &a = finders[i], &b = finders[j];
            if (i == j || a.inverted != b.inverted) continue;
            if (const auto how = beside(a, b))
                add_beside(a, b, *how, pairs);
            else if (i < j)
                add_across(a, b, pairs);
        }
    std::stable_sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.doubt < b.doubt; });
    if (pairs.size() > most) pairs.resize(most);
    return pairs;
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
