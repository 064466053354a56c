#pragma once
// Points, small least squares and pictures, for finding and fitting. Pure; any thread.
#include "photo/grey_view.h"
#include "photo/reading.h"

#include <cmath>
#include <cstddef>
#include <vector>

namespace temsao::photo {

inline Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}

inline Point operator-(Point a, Point b) {
    return {a.x - b.x, a.y - b.y};
}

inline Point operator*(Point a, double by) {
    return {a.x * by, a.y * by};
}

inline double dot(Point a, Point b) {
    return a.x * b.x + a.y * b.y;
}

inline double cross(Point a, Point b) {
    return a.x * b.y - a.y * b.x;
}

inline double length(Point a) {
    return std::hypot(a.x, a.y);
}

bool inside(Point point, const std::array<Point, 4>& quad);
Point centre(const std::array<Point, 4>& quad);

// The grey at a point, interpolated between four pixels; the centre of the first pixel is (0.5, 0.5). Outside the
// picture the nearest pixel is used.
inline double grey_at(const GreyView& image, Point at) {
    const double x = at.x < 0.5 ? 0 : at.x > image.width - 0.5 ? image.width - 1.0 : at.x - 0.5;
    const double y = at.y < 0.5 ? 0 : at.y > image.height - 0.5 ? image.height - 1.0 : at.y - 0.5;
    const int left = static_cast<int>(x), top = static_cast<int>(y);
    const std::ptrdiff_t right = left + 1 < image.width ? 1 : 0, below = top + 1 < image.height ? image.width : 0;
    const auto* pixel = image.first + static_cast<std::ptrdiff_t>(top) * image.width + left;
    const double fx = x - left, fy = y - top;
    const double upper = pixel[0] + (pixel[right] - pixel[0]) * fx;
    const double lower = pixel[below] + (pixel[below + right] - pixel[below]) * fx;
    return upper + (lower - upper) * fy;
}

// Weighted least squares by normal equations, for a few unknowns.
class LeastSquares {
public:
    explicit LeastSquares(std::size_t unknowns) : unknowns_(unknowns), normal_(unknowns * unknowns), right_(unknowns) {}

    // One equation: sum of factors[i] * unknown[i] = value.
    void add(const double* factors, double value, double weight);

    void pull_to_zero(std::size_t unknown, double weight) { normal_[unknown * unknowns_ + unknown] += weight; }

    // Empty when the equations do not determine the unknowns.
    std::vector<double> solve() const;

private:
    std::size_t unknowns_;
    std::vector<double> normal_, right_;
};

} // namespace temsao::photo
