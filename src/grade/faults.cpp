#include "grade/faults.h"

#include <algorithm>
#include <cmath>

namespace temsao::grade {
namespace {

constexpr std::size_t least_seen = 8; // edges, or modules on a line

double at_share(std::vector<double>& values, double share) {
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + place, values.end());
    return values[static_cast<std::size_t>(place)];
}

// The symbol with x along the lines that are looked at; outside it all is light.
class Turned {
public:
    Turned(const Reflectance& scan, const FlatGrid& grid, const scan::Matrix& meant, bool upright)
        : scan_(scan),
          grid_(grid),
          meant_(meant),
          upright_(upright) {}

    int size() const { return meant_.size; }

    bool dark(int across, int along) const {
        const auto [c, r] = upright_ ? std::pair(across, along) : std::pair(along, across);
        return c >= 0 && r >= 0 && c < meant_.size && r < meant_.size && meant_.at(c, r);
    }

    // The mean of three points of the module at `along`, so that grain counts less.
    double light(double across, int along) const {
        double sum = 0;
        for (const double aside : {-0.2, 0.0, 0.2}) {
            const double there = along + 0.5 + aside;
            const auto at = upright_ ? place(across, there) : place(there, across);
            sum += scan_.at(at.x, at.y) / 3;
        }
        return sum;
    }

private:
    // Bent as the module is in which the point lies.
    photo::Point place(double x, double y) const {
        const int c = std::clamp(static_cast<int>(x), 0, meant_.size - 1),
                  r = std::clamp(static_cast<int>(y), 0, meant_.size - 1);
        const auto& off = grid_.bend[meant_.index(c, r)];
        return grid_.plane(x + off.x, y + off.y);
    }

    const Reflectance& scan_;
    const FlatGrid& grid_;
    const scan::Matrix& meant_;
    bool upright_;
};

// From -1.25 to 1.25 modules around the edge; between its ends, where the light passes `share` of the way.
std::optional<double> passes(const std::vector<double>& profile, double share) {
    const double from = profile.front(), level = from + share * (profile.back() - from);
    for (std::size_t i = 1; i < profile.size(); ++i)
        if ((profile[i - 1] - level) * (profile[i] - level) <= 0 && profile[i] != profile[i - 1])
            return static_cast<double>(i) - 1 + (level - profile[i - 1]) / (profile[i] - profile[i - 1]);
    return {};
}

double blur_across(const Turned& symbol, double contrast) {
    constexpr int steps = 40;
    constexpr double reach = 1.25, least_contrast = 0.4; // of the symbol's, at the edge
    std::vector<double> widths;
    for (int along = 0; along < symbol.size(); ++along)
        for (int at = 0; at <= symbol.size(); ++at) {
            const bool left = symbol.dark(at - 1, along), right = symbol.dark(at, along);
            if (left == right || symbol.dark(at - 2, along) != left || symbol.dark(at + 1, along) != right) continue;
            std::vector<double> profile;
            for (int i = 0; i <= steps; ++i)
                profile.push_back(symbol.light(at + reach * (2.0 * i / steps - 1), along));
            if (std::abs(profile.back() - profile.front()) < least_contrast * contrast) continue;
            const auto first = passes(profile, 0.25), last = passes(profile, 0.75);
            if (first && last) widths.push_back(std::abs(*last - *first) * 2 * reach / steps);
        }
    return widths.size() < least_seen ? 0 : at_share(widths, 0.5);
}

// How light the modules of one colour are on the line at `across`: a value that most of them pass. Empty where too few
// lie there, or a module of the other colour is too near.
std::optional<double> along_line(const Turned& symbol, double across, bool dark, double shrunk) {
    constexpr double near_edge = 0.3, most = 0.8;
    const int column = static_cast<int>(across);
    const double inside = across - column, margin = near_edge + std::max(0.0, shrunk) / 2;
    std::vector<double> values;
    for (int along = 0; along < symbol.size(); ++along) {
        const bool is_clear = symbol.dark(column, along) == dark &&
                              (inside >= margin || symbol.dark(column - 1, along) == dark) &&
                              (inside <= 1 - margin || symbol.dark(column + 1, along) == dark);
        if (is_clear) values.push_back(symbol.light(across, along));
    }
    if (values.size() < least_seen) return {};
    return at_share(values, dark ? 1 - most : most);
}

// Lines that differ from the usual by more than a fifth of the contrast.
int count_lines(const Turned& symbol, bool dark, double contrast, double shrunk) {
    constexpr int a_module = 16;
    constexpr double much = 0.2, apart = 0.4; // of the contrast; modules
    std::vector<std::pair<double, double>> lines;
    std::vector<double> values;
    for (int i = 0; i < symbol.size() * a_module; ++i) {
        const double across = (i + 0.5) / a_module;
        if (const auto value = along_line(symbol, across, dark, shrunk)) {
            lines.emplace_back(across, *value);
            values.push_back(*value);
        }
    }
    if (values.empty()) return 0;
    const double usual = at_share(values, 0.5);
    int count = 0;
    double last = -1;
    for (const auto& [across, value] : lines) {
        if ((dark ? value - usual : usual - value) < much * contrast) continue;
        if (across - last > apart) ++count;
        last = across;
    }
    return count;
}

} // namespace

Blur blur_of(const Reflectance& scan, const FlatGrid& grid, const scan::Matrix& meant, Tones tones) {
    const double contrast = tones.light - tones.dark;
    return {blur_across(Turned(scan, grid, meant, true), contrast),
            blur_across(Turned(scan, grid, meant, false), contrast)};
}

Streaks streaks_of(const Reflectance& scan,
                   const FlatGrid& grid,
                   const scan::Matrix& meant,
                   Tones tones,
                   double growth,
                   bool upright) {
    const Turned symbol(scan, grid, meant, upright);
    const double contrast = tones.light - tones.dark;
    constexpr double too_much = 0.3; // a neighbour's ink, or its lack, then reaches the middle of a line
    if (contrast <= 0) return {};
    return {growth < -too_much ? 0 : count_lines(symbol, true, contrast, -growth),
            growth > too_much ? 0 : count_lines(symbol, false, contrast, growth)};
}

} // namespace temsao::grade
