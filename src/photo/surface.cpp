#include "photo/surface.h"

#include "photo/sample.h"

#include <algorithm>
#include <cmath>

namespace temsao::photo {
namespace {

using Camera = Surface::Camera;
using Basis = std::array<double, 4>;

constexpr double curvature = 0.48; // of a jar with a radius of 2.1 symbol widths

Basis basis(Bend bend, double x, double y) {
    x -= 0.5;
    y -= 0.5;
    switch (bend) {
    case Bend::none: return {x, y, 0, 1};
    case Bend::axis_down: return {std::sin(curvature * x) / curvature, y, (1 - std::cos(curvature * x)) / curvature, 1};
    case Bend::axis_across:
        return {x, std::sin(curvature * y) / curvature, (1 - std::cos(curvature * y)) / curvature, 1};
    }
    return {};
}

double dot(const std::array<double, 4>& row, const Basis& b) {
    return row[0] * b[0] + row[1] * b[1] + row[2] * b[2] + row[3] * b[3];
}

Point project(const Camera& camera, const Basis& b) {
    const double depth = dot(camera[2], b);
    return {dot(camera[0], b) / depth, dot(camera[1], b) / depth};
}

// Solves a x = b for a symmetric and positive a, by Cholesky; false when it is not.
template <std::size_t n>
bool solve(std::array<std::array<double, n>, n>& a, std::array<double, n>& b) {
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            a[i][i] -= a[i][k] * a[i][k];
        if (!(a[i][i] > 1e-12)) return false;
        a[i][i] = std::sqrt(a[i][i]);
        for (std::size_t j = i + 1; j < n; ++j) {
            for (std::size_t k = 0; k < i; ++k)
                a[j][i] -= a[i][k] * a[j][k];
            a[j][i] /= a[i][i];
        }
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t k = i + 1; k < n; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return true;
}

// The plane through four corners (Heckbert 1989), in the basis' centred coordinates.
std::optional<Camera> plane_through(const std::array<Point, 4>& c) {
    const double sx = c[0].x - c[1].x + c[2].x - c[3].x, sy = c[0].y - c[1].y + c[2].y - c[3].y;
    const double ax = c[1].x - c[2].x, ay = c[1].y - c[2].y, bx = c[3].x - c[2].x, by = c[3].y - c[2].y;
    const double area = ax * by - bx * ay;
    if (std::abs(area) < 1) return {};
    const double g = (sx * by - bx * sy) / area, h = (ax * sy - sx * ay) / area;
    Camera camera = {{{c[1].x - c[0].x + g * c[1].x, c[3].x - c[0].x + h * c[3].x, 0, c[0].x},
                      {c[1].y - c[0].y + g * c[1].y, c[3].y - c[0].y + h * c[3].y, 0, c[0].y},
                      {g, h, 0, 1}}};
    for (auto& row : camera)
        row[3] += (row[0] + row[1]) / 2;
    const double depth = camera[2][3];
    if (!(std::abs(depth) > 1e-6)) return {};
    for (auto& row : camera)
        for (auto& value : row)
            value /= depth;
    return camera;
}

// Between two neighbouring modules, one dark and one light: places in symbol widths.
struct Edge {
    Point dark, light;
};

class Fit {
public:
    Fit(const GreyView& photo, const Reading& reading)
        : photo_(photo),
          modules_(reading.modules),
          size_(17 + 4 * reading.version) {}

    bool possible() const {
        return size_ >= 21 && modules_.size() == static_cast<std::size_t>(size_) * static_cast<std::size_t>(size_);
    }

    // How much lighter the light modules are than the dark ones when the label lies so: of every other module.
    double contrast(Bend bend, const Camera& camera) const {
        double light = 0, dark = 0;
        int lights = 0, darks = 0;
        for (int row = 0; row < size_; ++row)
            for (int column = row % 2; column < size_; column += 2) {
                const auto at = project(camera, basis(bend, centre(column), centre(row)));
                const double grey = nearest(photo_, at.x, at.y);
                (is_dark(column, row) ? dark : light) += grey;
                ++(is_dark(column, row) ? darks : lights);
            }
        return lights && darks ? light / lights - dark / darks : 0;
    }

    // The corners stay and the middle moves: the best of a small family of arcs, as a start.
    Camera bent(Bend bend, const Camera& plane) const {
        Camera best = plane;
        double best_contrast = contrast(bend, plane);
        const auto edge = basis(bend, 0, 0)[2]; // the arc's depth at the corners
        for (int along = -5; along <= 5; ++along)
            for (int over = -5; over <= 5; ++over) {
                Camera tried = plane;
                for (std::size_t row = 0; row < 2; ++row) {
                    const double shift = 0.012 * (along * plane[row][0] + over * plane[row][1]);
                    tried[row][2] = -shift / edge;
                    tried[row][3] += shift;
                }
                const double reached = contrast(bend, tried);
                if (reached > best_contrast) {
                    best_contrast = reached;
                    best = tried;
                }
            }
        return best;
    }

    // Moves the camera until the edges lie where the modules say. Gives the typical miss in modules, or nothing.
    std::optional<double> refine(Bend bend, Camera& camera) const {
        const auto edges = all_edges();
        const double contrast_wanted = 0.3 * contrast(bend, camera);
        if (contrast_wanted < 3) return {};
        double miss = 0;
        for (const double reach : {1.0, 0.8, 0.6, 0.5, 0.5}) {
            const auto moved = step(bend, camera, edges, reach, contrast_wanted);
            if (!moved) return {};
            miss = *moved;
        }
        return miss;
    }

private:
    bool is_dark(int column, int row) const { return modules_[static_cast<std::size_t>(row * size_ + column)]; }

    double centre(int module) const { return (module + 0.5) / size_; }

    std::vector<Edge> all_edges() const {
        std::vector<Edge> edges;
        const auto add = [&](int column, int row, int next_column, int next_row) {
            if (is_dark(column, row) == is_dark(next_column, next_row)) return;
            const Point one{centre(column), centre(row)}, other{centre(next_column), centre(next_row)};
            edges.push_back(is_dark(column, row) ? Edge{one, other} : Edge{other, one});
        };
        const int stride = size_ > 57 ? 2 : 1; // a thousand are plenty
        for (int row = 0; row + 1 < size_; row += stride)
            for (int column = 0; column + 1 < size_; column += stride) {
                add(column, row, column + 1, row);
                add(column, row, column, row + 1);
            }
        return edges;
    }

    // From dark to light along the line between both: where grey crosses the middle, in modules from where it should.
    std::optional<double> crossing(Point dark, Point light, double reach, double contrast_wanted) const {
        constexpr int steps_a_module = 6, most = 2 * steps_a_module + 1;
        std::array<double, most> greys;
        const int half = static_cast<int>(reach * steps_a_module);
        double least = 255, greatest = 0;
        for (int i = -half; i <= half; ++i) {
            const double share = 0.5 + static_cast<double>(i) / steps_a_module;
            const double grey =
                between(photo_, dark.x + share * (light.x - dark.x), dark.y + share * (light.y - dark.y));
            greys[static_cast<std::size_t>(i + half)] = grey;
            least = std::min(least, grey);
            greatest = std::max(greatest, grey);
        }
        if (greatest - least < contrast_wanted) return {};
        const double middle = (least + greatest) / 2;
        std::optional<double> nearest_to_place;
        for (int i = -half; i < half; ++i) {
            const double here = greys[static_cast<std::size_t>(i + half)],
                         next = greys[static_cast<std::size_t>(i + half + 1)];
            if (here > middle || next <= middle) continue;
            const double at = (i + (middle - here) / (next - here)) / steps_a_module;
            if (!nearest_to_place || std::abs(at) < std::abs(*nearest_to_place)) nearest_to_place = at;
        }
        return nearest_to_place;
    }

    // One step of Gauss and Newton over all edges; those far off count little.
    std::optional<double>
    step(Bend bend, Camera& camera, const std::vector<Edge>& edges, double reach, double contrast_wanted) const {
        constexpr std::size_t unknowns = 11;
        std::array<std::array<double, unknowns>, unknowns> squares{};
        std::array<double, unknowns> sums{};
        double weights = 0, misses = 0;
        int counted = 0;
        const double scale = std::hypot(camera[0][0], camera[1][0]); // pixels in a symbol width
        for (const auto& edge : edges) {
            const auto dark = project(camera, basis(bend, edge.dark.x, edge.dark.y));
            const auto light = project(camera, basis(bend, edge.light.x, edge.light.y));
            const double length = std::hypot(light.x - dark.x, light.y - dark.y);
            if (!(length > 0.5) || length > 1000) continue;
            const auto off = crossing(dark, light, reach, contrast_wanted);
            if (!off) continue;
            const double nx = (light.x - dark.x) / length, ny = (light.y - dark.y) / length;
            const auto b = basis(bend, (edge.dark.x + edge.light.x) / 2, (edge.dark.y + edge.light.y) / 2);
            const double depth = dot(camera[2], b);
            const double here = (nx * dot(camera[0], b) + ny * dot(camera[1], b)) / depth;
            std::array<double, unknowns> slope;
            for (std::size_t i = 0; i < 4; ++i) {
                slope[i] = nx * b[i] / depth;
                slope[4 + i] = ny * b[i] / depth;
                if (i < 3)
                    slope[8 + i] = -here * b[i] / depth / scale; // in units that are about as large as the others
            }
            const double weight = 1 / (1 + *off * *off / 0.04);
            for (std::size_t i = 0; i < unknowns; ++i) {
                sums[i] += weight * slope[i] * *off * length;
                for (std::size_t j = 0; j <= i; ++j)
                    squares[i][j] += weight * slope[i] * slope[j];
            }
            weights += weight;
            misses += weight * *off * *off;
            ++counted;
        }
        if (counted < 60) return {};
        for (std::size_t i = 0; i < unknowns; ++i) // what the edges say little about stays as it is
            squares[i][i] += 1e-4 * weights * (i % 4 == 2 || i == 10 ? 1 : 0.01) + 1e-9;
        if (!solve(squares, sums)) return {};
        for (std::size_t i = 0; i < 4; ++i) {
            camera[0][i] += sums[i];
            camera[1][i] += sums[4 + i];
            if (i < 3) camera[2][i] += sums[8 + i] / scale;
        }
        return std::sqrt(misses / weights);
    }

    const GreyView& photo_;
    const std::vector<bool>& modules_;
    int size_;
};

constexpr double most_miss = 0.35, flat_enough = 0.035; // modules

} // namespace

// A plane first. When a bent label fits the modules clearly better, it is bent.
std::optional<Surface> Surface::fit(const GreyView& photo, const Reading& reading) {
    const Fit fit(photo, reading);
    const auto plane = plane_through(reading.corners);
    if (!plane || !fit.possible()) return {};
    std::optional<Surface> best;
    for (const auto bend : {Bend::none, Bend::axis_down, Bend::axis_across}) {
        if (best && best->miss_ < flat_enough) break;
        Camera camera = bend == Bend::none ? *plane : fit.bent(bend, *plane);
        const auto miss = fit.refine(bend, camera);
        const double handicap = bend == Bend::none ? 1 : 1.1;
        if (miss && *miss <= most_miss && (!best || *miss * handicap < best->miss_))
            best = Surface(bend, camera, *miss);
    }
    return best;
}

Point Surface::at(double x, double y) const {
    return project(camera_, basis(bend_, x, y));
}

} // namespace temsao::photo
