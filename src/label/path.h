#pragma once
// Path: an outline in millimetres, y downward: M x y, L x y, C x1 y1 x2 y2 x y, Z. After Z the next step starts where
// the closed part began. Values. Any thread.
#include "base/units.h"

#include <vector>

namespace temsao::label {

struct PathStep {
    enum class Kind { move, line, curve, close } kind;
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0;
    friend bool operator==(const PathStep&, const PathStep&) = default;
};

using Path = std::vector<PathStep>;

struct Corner {
    double x, y; // mm
};

// A path as straight lines.
struct Polyline {
    std::vector<Corner> corners; // two or more
    bool is_closed = false;      // its last corner leads back to its first
};

// No line is farther than `tolerance` from its curve.
std::vector<Polyline> flatten(const Path& path, Mm tolerance);

} // namespace temsao::label
