#include "label/path.h"

#include <algorithm>
#include <cmath>

namespace temsao::label {
namespace {

constexpr int most_pieces = 200;

void add_curve(std::vector<Corner>& to, const PathStep& step, double tolerance) {
    const auto from = to.back();
    const double bend = std::max(std::hypot(from.x - 2 * step.x1 + step.x2, from.y - 2 * step.y1 + step.y2),
                                 std::hypot(step.x1 - 2 * step.x2 + step.x, step.y1 - 2 * step.y2 + step.y));
    // The bound of a cubic's distance from its chords: 6/8 of its largest second difference, by the pieces squared.
    const int pieces = std::clamp(static_cast<int>(std::ceil(std::sqrt(0.75 * bend / tolerance))), 1, most_pieces);
    for (int i = 1; i <= pieces; ++i) {
        const double t = i / static_cast<double>(pieces), s = 1 - t;
        const auto on = [&](double p0, double p1, double p2, double p3) {
            return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
        };
        to.push_back({on(from.x, step.x1, step.x2, step.x), on(from.y, step.y1, step.y2, step.y)});
    }
}

} // namespace

std::vector<Polyline> flatten(const Path& path, Mm tolerance) {
    std::vector<Polyline> all;
    Polyline part;
    const auto finish = [&](Corner next) {
        if (part.corners.size() > 1) all.push_back(std::move(part));
        part = {{next}, false};
    };
    for (const auto& step : path) {
        if (part.corners.empty()) part.corners.push_back({step.x, step.y});
        switch (step.kind) {
        case PathStep::Kind::move: finish({step.x, step.y}); break;
        case PathStep::Kind::line: part.corners.push_back({step.x, step.y}); break;
        case PathStep::Kind::curve: add_curve(part.corners, step, tolerance.value); break;
        case PathStep::Kind::close: {
            const auto start = part.corners.front();
            part.is_closed = true;
            finish(start);
            break;
        }
        }
    }
    if (part.corners.size() > 1) all.push_back(std::move(part));
    return all;
}

} // namespace temsao::label
