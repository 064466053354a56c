#include "grade/grade.h"

#include "grade/faults.h"
#include "grade/field.h"
#include "scan/read.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace temsao::grade {
namespace {

constexpr double least_pixels = 5, good_pixels = 10;
constexpr double grace = 1e-9; // 0.1 + 0.2 is not 0.3

// Limits for levels 4, 3, 2, 1, from ISO/IEC 15415:2011 7.8; `true` when a larger value is better.
constexpr Limits decode_limits{{1, 1, 1, 1}, true};
constexpr Limits contrast_limits{{0.70, 0.55, 0.40, 0.20}, true};
constexpr Limits modulation_limits{{0.50, 0.40, 0.30, 0.20}, true};
constexpr Limits axial_limits{{0.06, 0.08, 0.10, 0.12}, false};
constexpr Limits grid_limits{{0.38, 0.50, 0.63, 0.75}, false};
constexpr Limits unused_limits{{0.62, 0.50, 0.37, 0.25}, true};
constexpr Limits finder_limits{{0, 1, 2, 3}, false};             // damaged modules
constexpr Limits timing_limits{{0, 0.07, 0.11, 0.14}, false};    // share
constexpr Limits alignment_limits{{0, 0.10, 0.20, 0.30}, false}; // share
constexpr Limits information_limits{{0, 1, 2, 3}, false};        // wrong modules in a copy

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
    Grader(const Field& field, const scan::Taken& taken, Grade& grade)
        : field_(field),
          taken_(taken),
          range_(field.range()),
          grade_(grade) {}

    // `decoded`: as the aperture saw it, without help from what the reader had read.
    void run(double largest_deviation, bool decoded) {
        add("decode", decoded ? 1 : 0, decode_limits, Unit::decoded);
        add("symbol_contrast", range_.contrast(), contrast_limits);
        grade_.modulation = modulation_of_modules();
        if (!taken_.blocks.empty()) {
            add("modulation", by_codewords(false), modulation_limits);
            add("reflectance_margin", by_codewords(true), modulation_limits);
        }
        fixed_patterns();
        add("axial_nonuniformity",
            std::abs(grade_.x_pixels - grade_.y_pixels) / ((grade_.x_pixels + grade_.y_pixels) / 2),
            axial_limits);
        add("grid_nonuniformity", largest_deviation, grid_limits);
        if (!taken_.blocks.empty()) {
            add("unused_error_correction", taken_.unused_error_correction(), unused_limits);
            // The better of the two copies counts: a reader needs one.
            const auto information = [&](const char* name, const std::array<int, 2>& wrong) {
                add(name, std::min(wrong[0], wrong[1]), information_limits, Unit::modules);
            };
            information("format_information", taken_.format_wrong);
            if (taken_.version >= 7) information("version_information", taken_.version_wrong);
        }
        grade_.level =
            std::min_element(grade_.parameters.begin(), grade_.parameters.end(), [](const auto& a, const auto& b) {
                return a.level < b.level;
            })->level;
    }

private:
    void add(const char* name, double value, const Limits& limits, Unit unit = Unit::share) {
        grade_.parameters.push_back({name, value, limits.level(value), unit, limits});
    }

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
    static double worth(double modulation, bool margin) {
        return margin ? std::max(modulation, 0.0) : std::abs(modulation);
    }

    // A codeword is worth what its worst module is; what fails a level counts as wrong in its block, and what is left
    // of the error correction must earn that level too. The largest value at which it does; its level is the
    // standard's.
    double by_codewords(bool margin) const {
        std::vector<double> words;
        for (std::size_t i = 0; i < taken_.codeword.size(); ++i)
            if (const int word = taken_.codeword[i]; word >= 0) {
                if (words.size() <= static_cast<std::size_t>(word))
                    words.resize(static_cast<std::size_t>(word) + 1, 1.0);
                auto& value = words[static_cast<std::size_t>(word)];
                value = std::min(value, worth(grade_.modulation[i], margin));
            }
        const auto holds = [&](double value) {
            const int level = std::max(1, modulation_limits.level(value));
            const double needed = unused_limits.at[static_cast<std::size_t>(4 - level)] - grace;
            return std::all_of(taken_.blocks.begin(), taken_.blocks.end(), [&](const scan::Block& block) {
                const auto failed = std::count_if(block.codewords.begin(), block.codewords.end(), [&](int word) {
                    return words[static_cast<std::size_t>(word)] < value;
                });
                return 1 - 2.0 * static_cast<double>(failed) / block.ec_codewords >= needed;
            });
        };
        auto values = words;
        values.insert(values.end(), modulation_limits.at.begin(), modulation_limits.at.end());
        std::sort(values.begin(), values.end(), std::greater<>());
        for (const double value : values)
            if (holds(value)) return value;
        return 0;
    }

    using Cells = std::vector<std::pair<int, int>>;

    struct Segment {
        double value;
        int level;
        Unit unit;
        Limits limits;
    };

    // The damage counted at the level that the segment just misses; where that would earn less than what it has, the
    // most with which it has it.
    Segment segment(const Cells& cells, const Limits& limits, Unit unit) const {
        const auto damage = [&](int wanted) {
            const auto damaged = std::count_if(cells.begin(), cells.end(), [&](const auto& cell) {
                return modulation_limits.level(worth(modulation(cell.first, cell.second), true)) < wanted;
            });
            return static_cast<double>(damaged) / (unit == Unit::share ? static_cast<double>(cells.size()) : 1.0);
        };
        const int level = best_compromise([&](int wanted) { return limits.level(damage(wanted)); });
        const double missed = damage(std::min(4, level + 1));
        const bool is_its = limits.level(missed) == level;
        return {is_its ? missed : limits.at[static_cast<std::size_t>(4 - level)], level, unit, limits};
    }

    // Annex M: three finders, each with separator and its part of the quiet zone; two timing patterns; the alignment
    // patterns together. The worst of them is told.
    void fixed_patterns() {
        const int size = field_.size;
        std::vector<Segment> segments;
        for (const auto& [left, top] : {std::pair(0, 0), std::pair(size - 7, 0), std::pair(0, size - 7)}) {
            Cells cells;
            for (int y = top == 0 ? -quiet : top - 1; y <= (top == 0 ? 7 : size + quiet - 1); ++y)
                for (int x = left == 0 ? -quiet : left - 1; x <= (left == 0 ? 7 : size + quiet - 1); ++x)
                    cells.emplace_back(x, y);
            segments.push_back(segment(cells, finder_limits, Unit::modules));
        }
        Cells across, down, alignment;
        for (int i = 8; i < size - 8; ++i) {
            across.emplace_back(i, 6);
            down.emplace_back(6, i);
        }
        for (int y = 0; y < size && !taken_.parts.empty(); ++y)
            for (int x = 0; x < size; ++x)
                if (taken_.parts[taken_.meant.index(x, y)] == scan::Part::alignment) alignment.emplace_back(x, y);
        segments.push_back(segment(across, timing_limits, Unit::share));
        segments.push_back(segment(down, timing_limits, Unit::share));
        if (!alignment.empty()) segments.push_back(segment(alignment, alignment_limits, Unit::share));
        const auto& worst = *std::min_element(
            segments.begin(), segments.end(), [](const Segment& a, const Segment& b) { return a.level < b.level; });
        grade_.parameters.push_back({"fixed_pattern_damage", worst.value, worst.level, worst.unit, worst.limits});
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
                if (!scan.has(at) || scan.at(at.x, at.y) < level) room = std::min(room, out);
            }
    return room;
}

// The reader's modules as they lie in the picture; empty when it kept none.
scan::Matrix as_read(const photo::Reading& reading, int size) {
    scan::Matrix matrix{size, {}};
    if (reading.modules.size() != static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) return matrix;
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column)
            matrix.dark.push_back(
                reading.modules[reading.mirrored ? matrix.index(row, column) : matrix.index(column, row)]);
    return matrix;
}

// How sure the aperture is of each module's colour.
std::vector<float> sureness(const Field& field) {
    std::vector<float> sure;
    const double middle = field.range().middle();
    for (int row = 0; row < field.size; ++row)
        for (int column = 0; column < field.size; ++column)
            sure.push_back(static_cast<float>(std::abs(field.at(column, row) - middle)));
    return sure;
}

// What was meant: as the reader saw it, else as the aperture sees it, each also with the doubtful modules left out.
// When all fail, though the code was read, the modules that were seen stand in, without codewords.
scan::Taken meant_by(const scan::Matrix& read, const Field& field) {
    const auto seen = parted(field, field.range().middle());
    const auto sure = sureness(field);
    for (const auto* matrix : {&read, &seen})
        if (auto taken = scan::take_apart(*matrix)) return *std::move(taken);
    for (const auto* matrix : {&read, &seen})
        if (auto taken = matrix->dark.empty() ? std::nullopt : scan::take_apart(*matrix, sure))
            return *std::move(taken);
    scan::Taken unknown;
    unknown.version = (field.size - 17) / 4;
    unknown.meant = read.dark.empty() ? seen : read;
    return unknown;
}

// Where the symbol lies, and what it was meant to be.
struct Fitted {
    FlatGrid grid;
    scan::Taken taken;
};

Fitted fit(const Reflectance& scan, const photo::Reading& reading, int size) {
    auto corners = reading.corners;
    if (reading.mirrored) std::swap(corners[1], corners[3]);
    const auto read = as_read(reading, size);
    Fitted fitted{{.plane = Plane::from_corners(corners, size),
                   .size = size,
                   .bend = std::vector<photo::Point>(static_cast<std::size_t>(size) * static_cast<std::size_t>(size))},
                  {}};
    // The seen matrix serves to fit the grid by; the fitted grid sees better.
    for (int round = 0; round < 2; ++round) {
        const auto field = look(scan, fitted.grid);
        fitted.taken = meant_by(read, field);
        fitted.grid = fit_grid(scan, fitted.taken.meant, fitted.grid.plane, field.range().middle());
    }
    return fitted;
}

void measure_sizes(Grade& grade, const FlatGrid& grid, std::optional<double> dpi) {
    const auto& plane = grid.plane;
    const int size = grid.size;
    grade.x_pixels = (distance(plane(0, 0), plane(size, 0)) + distance(plane(0, size), plane(size, size))) / (2 * size);
    grade.y_pixels = (distance(plane(0, 0), plane(0, size)) + distance(plane(size, 0), plane(size, size))) / (2 * size);
    grade.pixels_a_module = std::min(grade.x_pixels, grade.y_pixels);
    grade.trust = grade.pixels_a_module < least_pixels  ? Trust::withheld
                  : grade.pixels_a_module < good_pixels ? Trust::low
                                                        : Trust::normal;
    if (dpi) grade.x_mm = (grade.x_pixels + grade.y_pixels) / 2 * 25.4 / *dpi;
}

// What the printer did to the symbol as a whole.
void measure_faults(Grade& grade, const Reflectance& scan, const Fitted& fitted, const Field& field) {
    const auto& [grid, taken] = fitted;
    const auto by_eye = tones(field, taken.meant);
    grade.light_by_eye = by_eye.light - by_eye.dark;
    grade.growth_x = grid.growth_x;
    grade.growth_y = grid.growth_y;
    const auto blur = blur_of(scan, grid, taken.meant, by_eye);
    grade.blur_x = blur.x;
    grade.blur_y = blur.y;
    grade.upright = streaks_of(scan, grid, taken.meant, by_eye, grid.growth_x, true);
    grade.level_lines = streaks_of(scan, grid, taken.meant, by_eye, grid.growth_y, false);
    grade.quiet_zone = clear_room(scan, grid, field.range().middle());
}

// `red`: null where the file has no colours.
Grade grade_one(const photo::Photo& grey,
                const photo::Photo* red,
                const photo::Reading& reading,
                std::optional<double> dpi) {
    const auto by_eye = linear(grey, reading);
    const auto fitted = fit(by_eye, reading, 17 + 4 * reading.version);
    const auto& grid = fitted.grid;

    Grade grade;
    grade.reading = reading;
    grade.meant = fitted.taken.meant;
    grade.is_in_red = red != nullptr;
    measure_sizes(grade, grid, dpi ? dpi : grey.dpi);
    if (grade.trust == Trust::withheld) return grade;
    auto field = look(by_eye, grid);
    measure_faults(grade, by_eye, fitted, field);
    if (red) field = look(linear(*red, reading), grid);
    const auto tone = tones(field, grade.meant);
    grade.dark = tone.dark;
    grade.light = tone.light;
    const auto seen = parted(field, field.range().middle());
    const auto decoded = scan::take_apart(seen);
    Grader(field, scan::counted_in(seen, fitted.taken), grade)
        .run(grid.largest_deviation, decoded && decoded->meant.dark == grade.meant.dark);
    return grade;
}

} // namespace

int Limits::level(double value) const {
    for (int i = 0; i < 4; ++i)
        if (more ? value >= at[static_cast<std::size_t>(i)] - grace : value <= at[static_cast<std::size_t>(i)] + grace)
            return 4 - i;
    return 0;
}

std::string_view name(Trust trust) {
    constexpr std::string_view names[] = {"normal", "low", "withheld"};
    return names[static_cast<int>(trust)];
}

std::optional<int> level_of_module(double modulation) {
    if (modulation < 0) return {};
    return modulation_limits.level(modulation);
}

std::vector<Grade> grade_symbols(const Scan& scan, std::optional<double> dpi) {
    auto readings = scan::read_symbols(scan.grey, scan::Effort::max).readings;
    std::erase_if(readings, [](const photo::Reading& reading) {
        return reading.kind != "QR" || reading.version < 1 || reading.version > 40;
    });
    const auto red = scan.red && !readings.empty() ? scan.red() : std::nullopt;
    std::vector<Grade> grades;
    for (const auto& reading : readings)
        grades.push_back(grade_one(scan.grey, red ? &*red : nullptr, reading, dpi));
    return grades;
}

} // namespace temsao::grade
