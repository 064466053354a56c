#include "grade/grade.h"

#include "grade/flat_grid.h"
#include "scan/read.h"
#include "scan/zxing.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace temsao::grade {
namespace {

constexpr int quiet = 4;         // modules
constexpr double aperture = 0.8; // of X, as a diameter
constexpr double least_pixels = 5, good_pixels = 10;

// Limits for levels 4, 3, 2, 1, from ISO/IEC 15415:2011 7.8; `more` when a larger value is better.
struct Limits {
    std::array<double, 4> at;
    bool more;

    int level(double value) const {
        constexpr double grace = 1e-9; // 0.1 + 0.2 is not 0.3
        for (int i = 0; i < 4; ++i)
            if (more ? value >= at[static_cast<std::size_t>(i)] - grace
                     : value <= at[static_cast<std::size_t>(i)] + grace)
                return 4 - i;
        return 0;
    }
};

constexpr Limits contrast_limits{{0.70, 0.55, 0.40, 0.20}, true};
constexpr Limits modulation_limits{{0.50, 0.40, 0.30, 0.20}, true};
constexpr Limits axial_limits{{0.06, 0.08, 0.10, 0.12}, false};
constexpr Limits grid_limits{{0.38, 0.50, 0.63, 0.75}, false};
constexpr Limits unused_limits{{0.62, 0.50, 0.37, 0.25}, true};
constexpr Limits finder_limits{{0, 1, 2, 3}, false};             // damaged modules
constexpr Limits timing_limits{{0, 0.07, 0.11, 0.14}, false};    // share
constexpr Limits alignment_limits{{0, 0.10, 0.20, 0.30}, false}; // share
constexpr Limits information_limits{{0, 1, 2, 3}, false};        // wrong modules in a copy

Reflectance linear(const photo::Photo& photo, bool inverted) {
    static const auto table = [] {
        std::array<float, 256> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double v = static_cast<double>(i) / 255;
            values[i] = static_cast<float>(v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4));
        }
        return values;
    }();
    Reflectance scan{photo.width, photo.height, std::vector<float>(photo.grey.size())};
    for (std::size_t i = 0; i < photo.grey.size(); ++i)
        scan.values[i] = table[inverted ? 255 - photo.grey[i] : photo.grey[i]];
    return scan;
}

// What the aperture sees when it stands on a module's centre.
class Aperture {
public:
    Aperture(const Reflectance& scan, const FlatGrid& grid) : scan_(scan), grid_(grid) {
        constexpr int across = 9;
        for (int y = 0; y < across; ++y)
            for (int x = 0; x < across; ++x) {
                const photo::Point offset{((x + 0.5) / across - 0.5) * aperture, ((y + 0.5) / across - 0.5) * aperture};
                if (std::hypot(offset.x, offset.y) <= aperture / 2) disc_.push_back(offset);
            }
    }

    double on(int column, int row) const {
        const auto centre = grid_.centre(column, row);
        const auto right = grid_.plane(column + 1.5, row + 0.5), here = grid_.plane(column + 0.5, row + 0.5),
                   below = grid_.plane(column + 0.5, row + 1.5);
        double sum = 0;
        for (const auto& d : disc_)
            sum += scan_.at(centre.x + d.x * (right.x - here.x) + d.y * (below.x - here.x),
                            centre.y + d.x * (right.y - here.y) + d.y * (below.y - here.y));
        return sum / static_cast<double>(disc_.size());
    }

private:
    const Reflectance& scan_;
    const FlatGrid& grid_;
    std::vector<photo::Point> disc_;
};

// All modules and the quiet zone, as the aperture saw them.
struct Field {
    int size = 0; // of the symbol
    std::vector<double> values;

    double at(int column, int row) const { // -4 .. size + 3
        const int side = size + 2 * quiet;
        return values[static_cast<std::size_t>((row + quiet) * side + column + quiet)];
    }
};

Field look(const Reflectance& scan, const FlatGrid& grid) {
    const Aperture seen(scan, grid);
    Field field{grid.size, {}};
    for (int row = -quiet; row < grid.size + quiet; ++row)
        for (int column = -quiet; column < grid.size + quiet; ++column)
            field.values.push_back(seen.on(column, row));
    return field;
}

scan::Matrix parted(const Field& field, double level) {
    scan::Matrix matrix{field.size, {}};
    for (int row = 0; row < field.size; ++row)
        for (int column = 0; column < field.size; ++column)
            matrix.dark.push_back(field.at(column, row) < level);
    return matrix;
}

// Between the darkest and the lightest that the aperture saw.
struct Range {
    double least, most;

    double middle() const { return (least + most) / 2; }

    double contrast() const { return most - least; }
};

Range range_of(const Field& field) {
    const auto [least, most] = std::minmax_element(field.values.begin(), field.values.end());
    return {*least, *most};
}

double distance(photo::Point a, photo::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

// The highest level L for which what fails L still earns L or more: min(L, grade of the damage), the best of all L.
template <class GradeOfDamage>
int best_compromise(GradeOfDamage grade_of_damage) {
    int best = 0;
    for (int level = 4; level >= 1; --level)
        best = std::max(best, std::min(level, grade_of_damage(level)));
    return best;
}

class Grader {
public:
    Grader(const Field& field, const scan::Taken& taken, Range range, Grade& grade)
        : field_(field),
          taken_(taken),
          range_(range),
          grade_(grade) {}

    void run(const FlatGrid& grid) {
        const auto share = [&](const char* name, double value, const Limits& limits) {
            grade_.parameters.push_back({name, value, limits.level(value)});
        };
        share("symbol_contrast", range_.contrast(), contrast_limits);
        grade_.modulation = modulation_of_modules();
        grade_.parameters.push_back({"modulation", least_of_modules(false), by_codewords(false)});
        grade_.parameters.push_back({"reflectance_margin", least_of_modules(true), by_codewords(true)});
        fixed_patterns();
        share("axial_nonuniformity",
              std::abs(grade_.x_pixels - grade_.y_pixels) / ((grade_.x_pixels + grade_.y_pixels) / 2),
              axial_limits);
        share("grid_nonuniformity", grid.largest_deviation, grid_limits);
        share("unused_error_correction", taken_.unused_error_correction(), unused_limits);
        information("format_information", taken_.format_wrong);
        if (taken_.version >= 7) information("version_information", taken_.version_wrong);
        grade_.level =
            std::min_element(grade_.parameters.begin(), grade_.parameters.end(), [](const auto& a, const auto& b) {
                return a.level < b.level;
            })->level;
    }

private:
    bool meant_dark(int column, int row) const {
        return column >= 0 && row >= 0 && column < field_.size && row < field_.size && taken_.meant.at(column, row);
    }

    // 15415 7.8.4: 2 |R - GT| / SC; negative where the module is on the wrong side.
    double modulation(int column, int row) const {
        const double off = field_.at(column, row) - range_.middle();
        const double signed_off = meant_dark(column, row) ? -off : off;
        return range_.contrast() > 0 ? 2 * signed_off / range_.contrast() : 0;
    }

    std::vector<double> modulation_of_modules() const {
        std::vector<double> values;
        for (int row = 0; row < field_.size; ++row)
            for (int column = 0; column < field_.size; ++column)
                values.push_back(modulation(column, row));
        return values;
    }

    // Modulation does not ask for the right colour; the reflectance margin does (15415 7.8.4.3).
    double worth(double modulation, bool margin) const {
        return margin ? std::max(modulation, 0.0) : std::abs(modulation);
    }

    double least_of_modules(bool margin) const {
        double least = 1;
        for (const auto value : grade_.modulation)
            least = std::min(least, worth(value, margin));
        return least;
    }

    // The level of each codeword is that of its worst module; what fails a level counts as wrong in its block.
    int by_codewords(bool margin) const {
        std::vector<int> levels(taken_.codeword.size(), 4);
        for (std::size_t i = 0; i < taken_.codeword.size(); ++i)
            if (const int word = taken_.codeword[i]; word >= 0) {
                auto& level = levels[static_cast<std::size_t>(word)];
                level = std::min(level, modulation_limits.level(worth(grade_.modulation[i], margin)));
            }
        return best_compromise([&](int wanted) {
            double worst = 1;
            for (const auto& block : taken_.blocks) {
                const auto failed = std::count_if(block.codewords.begin(), block.codewords.end(), [&](int word) {
                    return levels[static_cast<std::size_t>(word)] < wanted;
                });
                worst = std::min(worst, 1 - 2.0 * static_cast<double>(failed) / block.ec_codewords);
            }
            return unused_limits.level(worst);
        });
    }

    using Cells = std::vector<std::pair<int, int>>;

    int level_of_segment(const Cells& cells, const Limits& limits, bool as_share) const {
        return best_compromise([&](int wanted) {
            const auto damaged = std::count_if(cells.begin(), cells.end(), [&](const auto& cell) {
                return modulation_limits.level(worth(modulation(cell.first, cell.second), true)) < wanted;
            });
            return limits.level(as_share ? static_cast<double>(damaged) / static_cast<double>(cells.size())
                                         : static_cast<double>(damaged));
        });
    }

    // Annex M: three finders, each with separator and its part of the quiet zone; two timing patterns; the alignment
    // patterns together. The value is the share of fixed modules that are below level 1.
    void fixed_patterns() {
        const int size = field_.size;
        Cells all;
        int level = 4;
        const auto segment = [&](const Cells& cells, const Limits& limits, bool as_share) {
            if (cells.empty()) return;
            level = std::min(level, level_of_segment(cells, limits, as_share));
            all.insert(all.end(), cells.begin(), cells.end());
        };
        for (const auto& [left, top] : {std::pair(0, 0), std::pair(size - 7, 0), std::pair(0, size - 7)}) {
            Cells cells;
            for (int y = top == 0 ? -quiet : top - 1; y <= (top == 0 ? 7 : size + quiet - 1); ++y)
                for (int x = left == 0 ? -quiet : left - 1; x <= (left == 0 ? 7 : size + quiet - 1); ++x)
                    cells.emplace_back(x, y);
            segment(cells, finder_limits, false);
        }
        Cells across, down, alignment;
        for (int i = 8; i < size - 8; ++i) {
            across.emplace_back(i, 6);
            down.emplace_back(6, i);
        }
        for (int y = 0; y < size; ++y)
            for (int x = 0; x < size; ++x)
                if (taken_.parts[taken_.meant.index(x, y)] == scan::Part::alignment) alignment.emplace_back(x, y);
        segment(taken_.mirrored ? down : across, timing_limits, true);
        segment(taken_.mirrored ? across : down, timing_limits, true);
        segment(alignment, alignment_limits, true);
        const auto failed = std::count_if(all.begin(), all.end(), [&](const auto& cell) {
            return modulation(cell.first, cell.second) < modulation_limits.at.back();
        });
        grade_.parameters.push_back(
            {"fixed_pattern_damage", static_cast<double>(failed) / static_cast<double>(all.size()), level});
    }

    // The better of the two copies counts: a reader needs one.
    void information(const char* name, const std::array<int, 2>& wrong) {
        const int fewer = std::min(wrong[0], wrong[1]);
        grade_.parameters.push_back({name, static_cast<double>(fewer), information_limits.level(fewer)});
    }

    const Field& field_;
    const scan::Taken& taken_;
    Range range_;
    Grade& grade_;
};

// From the symbol's edge outward along every line of modules: how far it stays light, in X, by quarters.
double clear_room(const Reflectance& scan, const FlatGrid& grid, double level) {
    double room = quiet;
    const double size = grid.size;
    for (int line = 0; line < grid.size; ++line)
        for (double out = 0.25 + std::max({0.0, grid.growth_x, grid.growth_y}) / 2; out < room; out += 0.125)
            for (const auto& [x, y] : {std::pair(-out, line + 0.5),
                                       std::pair(size + out, line + 0.5),
                                       std::pair(line + 0.5, -out),
                                       std::pair(line + 0.5, size + out)}) {
                const auto at = grid.plane(x, y);
                const bool outside = at.x < 0 || at.y < 0 || at.x >= scan.width || at.y >= scan.height;
                if (outside || scan.at(at.x, at.y) < level) room = std::min(room, out);
            }
    return room;
}

std::optional<Grade> grade_one(const photo::Photo& photo, const photo::Reading& reading, std::optional<double> dpi) {
    const int size = 17 + 4 * reading.version;
    const auto scan = linear(photo, reading.inverted);
    auto corners = reading.corners;
    if (reading.mirrored) std::swap(corners[1], corners[3]);
    FlatGrid grid{.plane = Plane::from_corners(corners, size),
                  .size = size,
                  .bend = std::vector<photo::Point>(static_cast<std::size_t>(size) * static_cast<std::size_t>(size))};
    // The seen matrix serves to fit the grid by; the fitted grid sees better.
    std::optional<scan::Taken> taken;
    Field field;
    for (int round = 0; round < 2; ++round) {
        field = look(scan, grid);
        const auto level = range_of(field).middle();
        const auto seen = parted(field, level);
        taken = scan::take_apart(seen);
        grid = fit_grid(scan, taken ? taken->meant : seen, grid.plane, level);
    }
    field = look(scan, grid);
    const auto range = range_of(field);
    taken = scan::take_apart(parted(field, range.middle()));
    if (!taken) return {};

    Grade grade;
    grade.reading = reading;
    grade.meant = taken->meant;
    const auto plane = grid.plane;
    grade.x_pixels = (distance(plane(0, 0), plane(size, 0)) + distance(plane(0, size), plane(size, size))) / (2 * size);
    grade.y_pixels = (distance(plane(0, 0), plane(0, size)) + distance(plane(size, 0), plane(size, size))) / (2 * size);
    grade.pixels_a_module = std::min(grade.x_pixels, grade.y_pixels);
    grade.trust = grade.pixels_a_module < least_pixels  ? Trust::withheld
                  : grade.pixels_a_module < good_pixels ? Trust::low
                                                        : Trust::normal;
    if (const auto known = dpi ? dpi : photo.dpi) grade.x_mm = (grade.x_pixels + grade.y_pixels) / 2 * 25.4 / *known;
    if (grade.trust == Trust::withheld) return grade;
    grade.growth_x = grid.growth_x;
    grade.growth_y = grid.growth_y;
    grade.quiet_zone = clear_room(scan, grid, range.middle());
    Grader(field, *taken, range, grade).run(grid);
    return grade;
}

} // namespace

std::string_view name(Trust trust) {
    constexpr std::string_view names[] = {"normal", "low", "withheld"};
    return names[static_cast<int>(trust)];
}

std::optional<int> level_of_module(double modulation) {
    if (modulation < 0) return {};
    return modulation_limits.level(modulation);
}

std::vector<Grade> grade_symbols(const photo::Photo& photo, std::optional<double> dpi) {
    std::vector<Grade> grades;
    for (const auto& reading : scan::read_symbols(photo).readings)
        if (reading.kind == "QR" && reading.version >= 1 && reading.version <= 40)
            if (auto grade = grade_one(photo, reading, dpi)) grades.push_back(*std::move(grade));
    return grades;
}

} // namespace temsao::grade
