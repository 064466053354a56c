#include "photo/geometry.h"

#include <utility>

namespace temsao::photo {

bool inside(Point point, const std::array<Point, 4>& quad) {
    bool hit = false;
    for (std::size_t i = 0; i < 4; ++i) {
        const auto &a = quad[i], &b = quad[(i + 1) % 4];
        if ((a.y > point.y) != (b.y > point.y) && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x)
            hit = !hit;
    }
    return hit;
}

Point centre(const std::array<Point, 4>& quad) {
    return (quad[0] + quad[1] + quad[2] + quad[3]) * 0.25;
}

void LeastSquares::add(const double* factors, double value, double weight) {
    for (std::size_t i = 0; i < unknowns_; ++i) {
        const double scaled = weight * factors[i];
        for (std::size_t j = 0; j < unknowns_; ++j)
            normal_[i * unknowns_ + j] += scaled * factors[j];
        right_[i] += scaled * value;
    }
}

// Gauss with the largest pivot.
std::vector<double> LeastSquares::solve() const {
    auto a = normal_;
    auto b = right_;
    const auto n = unknowns_;
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < n; ++row)
            if (std::abs(a[row * n + column]) > std::abs(a[pivot * n + column])) pivot = row;
        if (!(std::abs(a[pivot * n + column]) > 1e-12)) return {};
        if (pivot != column) {
            for (std::size_t j = 0; j < n; ++j)
                std::swap(a[pivot * n + j], a[column * n + j]);
            std::swap(b[pivot], b[column]);
        }
        for (std::size_t row = column + 1; row < n; ++row) {
            const double share = a[row * n + column] / a[column * n + column];
            for (std::size_t j = column; j < n; ++j)
                a[row * n + j] -= share * a[column * n + j];
            b[row] -= share * b[column];
        }
    }
    for (std::size_t row = n; row-- > 0;) {
        for (std::size_t j = row + 1; j < n; ++j)
            b[row] -= a[row * n + j] * b[j];
        b[row] /= a[row * n + row];
    }
    return b;
}

} // namespace temsao::photo
