#include "grade/flat_grid.h"

#include <algorithm>
#include <cmath>

namespace temsao::grade {
namespace {

constexpr int unknowns = 10; // eight of the plane, growth across and down
using Row = std::array<double, unknowns>;

// One crossing from dark to light or back, where it was seen and where it should be.
struct Edge {
    double x, y;    // where it should be, in modules
    double off;     // seen minus should, along its own axis
    double outward; // the way dark grows there: -1 or +1
    bool across;    // along x; else along y
};

struct Normal { // normal equations of a least-squares fit
    std::array<Row, unknowns> a{};
    Row b{};

    void add(const Row& row, double value) {
        for (std::size_t i = 0; i < unknowns; ++i) {
            for (std::size_t j = 0; j < unknowns; ++j)
                a[i][j] += row[i] * row[j];
            b[i] += row[i] * value;
        }
    }

    Row solve() { // Gauss with pivots; a hair of damping where nothing determines an unknown
        for (std::size_t i = 0; i < unknowns; ++i)
            a[i][i] += 1e-9;
        for (std::size_t i = 0; i < unknowns; ++i) {
            std::size_t pivot = i;
            for (std::size_t r = i + 1; r < unknowns; ++r)
                if (std::abs(a[r][i]) > std::abs(a[pivot][i])) pivot = r;
            std::swap(a[i], a[pivot]);
            std::swap(b[i], b[pivot]);
            for (std::size_t r = i + 1; r < unknowns; ++r) {
                const double share = a[r][i] / a[i][i];
                for (std::size_t c = i; c < unknowns; ++c)
                    a[r][c] -= share * a[i][c];
                b[r] -= share * b[i];
            }
        }
        Row x{};
        for (std::size_t i = unknowns; i-- > 0;) {
            x[i] = b[i];
            for (std::size_t c = i + 1; c < unknowns; ++c)
                x[i] -= a[i][c] * x[c];
            x[i] /= a[i][i];
        }
        return x;
    }
};

// Looks for the crossing within 0.75 modules of (x, y); nothing when there is none, or more than one.
std::optional<double>
crossing(const Reflectance& scan, const Plane& plane, double x, double y, bool across, bool to_dark, double level) {
    constexpr int steps = 24;
    constexpr double reach = 0.75;
    std::optional<double> found;
    double before = 0;
    for (int i = 0; i <= steps; ++i) {
        const double t = reach * (2.0 * i / steps - 1);
        double value = 0;
        for (const double aside : {-0.25, 0.0, 0.25}) { // three lines through the module even out the grain
            const auto at = across ? plane(x + t, y + aside) : plane(x + aside, y + t);
            value += scan.at(at.x, at.y) / 3;
        }
        const bool crosses = i > 0 && (to_dark ? before >= level && value < level : before < level && value >= level);
        if (crosses) {
            if (found) return {};
            const double step = 2 * reach / steps;
            found = t - step + step * (level - before) / (value - before);
        }
        before = value;
    }
    return found;
}

std::vector<Edge> find_edges(const Reflectance& scan, const scan::Matrix& meant, const Plane& plane, double level) {
    std::vector<Edge> edges;
    const int size = meant.size;
    const auto dark = [&](int c, int r) { return c >= 0 && r >= 0 && c < size && r < size && meant.at(c, r); };
    for (int line = 0; line < size; ++line)
        for (int at = 0; at <= size; ++at)
            for (const bool across : {true, false}) {
                const bool first = across ? dark(at - 1, line) : dark(line, at - 1);
                const bool second = across ? dark(at, line) : dark(line, at);
                if (first == second) continue;
                const double x = across ? at : line + 0.5, y = across ? line + 0.5 : at;
                if (const auto off = crossing(scan, plane, x, y, across, second, level))
                    edges.push_back({x, y, *off, second ? -1.0 : 1.0, across});
            }
    return edges;
}

// off = (where the plane is wrong) + outward * growth / 2. Positions go from -1 to 1 so that the equations are sound.
Row fit(const std::vector<Edge>& edges, double half) {
    Normal normal;
    for (const auto& e : edges) {
        const double x = e.x / half - 1, y = e.y / half - 1;
        const double grow = e.outward / 2;
        normal.add(e.across ? Row{1, x, y, 0, 0, 0, x * x, x * y, grow, 0}
                            : Row{0, 0, 0, 1, x, y, x * y, y * y, 0, grow},
                   e.off / half);
    }
    return normal.solve();
}

std::array<double, 9> times(const std::array<double, 9>& a, const std::array<double, 9>& b) {
    std::array<double, 9> c{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            for (std::size_t k = 0; k < 3; ++k)
                c[3 * i + j] += a[3 * i + k] * b[3 * k + j];
    return c;
}

// The plane after the correction, which was found in coordinates -1..1.
Plane corrected(const Plane& plane, const Row& u, double half) {
    const std::array<double, 9> warp{1 + u[1], u[2], u[0], u[4], 1 + u[5], u[3], -u[6], -u[7], 1};
    const std::array<double, 9> in{1 / half, 0, -1, 0, 1 / half, -1, 0, 0, 1},
        out{half, 0, half, 0, half, half, 0, 0, 1};
    return {times(plane.m, times(out, times(warp, in)))};
}

// How far the edges within `reach` modules lie off the plane, dark's growth taken out.
std::optional<photo::Point> bend_at(const std::vector<Edge>& edges,
                                    const std::vector<std::vector<std::size_t>>& by_row,
                                    const FlatGrid& grid,
                                    double x,
                                    double y) {
    constexpr double reach = 2.6;
    constexpr int enough = 4;
    double sum[2] = {0, 0};
    int count[2] = {0, 0};
    const int last = static_cast<int>(by_row.size()) - 1;
    for (int row = std::max(0, static_cast<int>(y - reach)); row <= std::min(last, static_cast<int>(y + reach)); ++row)
        for (const auto i : by_row[static_cast<std::size_t>(row)]) {
            const auto& e = edges[i];
            if (std::abs(e.x - x) > reach || std::abs(e.y - y) > reach) continue;
            sum[e.across ? 0 : 1] += e.off - e.outward * (e.across ? grid.growth_x : grid.growth_y) / 2;
            ++count[e.across ? 0 : 1];
        }
    if (count[0] < enough || count[1] < enough) return {};
    return photo::Point{sum[0] / count[0], sum[1] / count[1]};
}

} // namespace

double Reflectance::at(double x, double y) const {
    x = std::clamp(x - left - 0.5, 0.0, width - 1.0);
    y = std::clamp(y - top - 0.5, 0.0, height - 1.0);
    const int first = static_cast<int>(x), upper = static_cast<int>(y);
    const int second = std::min(first + 1, width - 1), lower = std::min(upper + 1, height - 1);
    const double fx = x - first, fy = y - upper;
    const auto value = [&](int px, int py) {
        return double{
            values[static_cast<std::size_t>(py) * static_cast<std::size_t>(width) + static_cast<std::size_t>(px)]};
    };
    return (value(first, upper) * (1 - fx) + value(second, upper) * fx) * (1 - fy) +
           (value(first, lower) * (1 - fx) + value(second, lower) * fx) * fy;
}

photo::Point Plane::operator()(double x, double y) const {
    const double w = m[6] * x + m[7] * y + m[8];
    return {(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w};
}

// The unit square onto four points (Heckbert), after shrinking the symbol to the unit square.
Plane Plane::from_corners(const std::array<photo::Point, 4>& c, double size) {
    const double sx = c[0].x - c[1].x + c[2].x - c[3].x, sy = c[0].y - c[1].y + c[2].y - c[3].y;
    const double dx1 = c[1].x - c[2].x, dy1 = c[1].y - c[2].y, dx2 = c[3].x - c[2].x, dy2 = c[3].y - c[2].y;
    const double det = dx1 * dy2 - dx2 * dy1;
    const double g = det == 0 ? 0 : (sx * dy2 - dx2 * sy) / det, h = det == 0 ? 0 : (dx1 * sy - sx * dy1) / det;
    return {{(c[1].x - c[0].x + g * c[1].x) / size,
             (c[3].x - c[0].x + h * c[3].x) / size,
             c[0].x,
             (c[1].y - c[0].y + g * c[1].y) / size,
             (c[3].y - c[0].y + h * c[3].y) / size,
             c[0].y,
             g / size,
             h / size,
             1}};
}

photo::Point FlatGrid::centre(int column, int row) const {
    const bool inside = column >= 0 && row >= 0 && column < size && row < size;
    const auto off =
        inside ? bend[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) + static_cast<std::size_t>(column)]
               : photo::Point{};
    return plane(column + 0.5 + off.x, row + 0.5 + off.y);
}

FlatGrid fit_grid(const Reflectance& scan, const scan::Matrix& meant, Plane start, double level) {
    const double half = meant.size / 2.0;
    FlatGrid grid{.plane = start, .size = meant.size, .bend = std::vector<photo::Point>(meant.dark.size())};
    for (int round = 0; round < 5; ++round) {
        const auto edges = find_edges(scan, meant, grid.plane, level);
        if (edges.size() < 4 * unknowns) return grid;
        const auto correction = fit(edges, half);
        grid.plane = corrected(grid.plane, correction, half);
        grid.growth_x = correction[8] * half;
        grid.growth_y = correction[9] * half;
    }
    const auto edges = find_edges(scan, meant, grid.plane, level);
    std::vector<std::vector<std::size_t>> by_row(static_cast<std::size_t>(meant.size) + 1);
    for (std::size_t i = 0; i < edges.size(); ++i)
        by_row[static_cast<std::size_t>(edges[i].y)].push_back(i);
    for (int row = 0; row <= meant.size; ++row)
        for (int column = 0; column <= meant.size; ++column)
            if (const auto off = bend_at(edges, by_row, grid, column, row))
                grid.largest_deviation = std::max(grid.largest_deviation, std::hypot(off->x, off->y));
    for (int row = 0; row < meant.size; ++row)
        for (int column = 0; column < meant.size; ++column)
            if (const auto off = bend_at(edges, by_row, grid, column + 0.5, row + 0.5))
                grid.bend[meant.index(column, row)] = *off;
    return grid;
}

} // namespace temsao::grade
