#include "label/bleed.h"

#include <cmath>
#include <optional>

namespace temsao::label {
namespace {

constexpr double on_edge_mm = 0.01;
constexpr double flattest = 0.2; // sine of the angle to the edge below which a line runs along it rather than over it

struct Point {
    double x, y;
    friend bool operator==(Point, Point) = default;
};

Point operator+(Point a, Point b) {
    return {a.x + b.x, a.y + b.y};
}

Point operator*(Point a, double k) {
    return {a.x * k, a.y * k};
}

PathStep line_to(Point p) {
    return {PathStep::Kind::line, 0, 0, 0, 0, p.x, p.y};
}

PathStep move_to(Point p) {
    return {PathStep::Kind::move, 0, 0, 0, 0, p.x, p.y};
}

Point end_of(const PathStep& step) {
    return {step.x, step.y};
}

class Bleeder {
public:
    Bleeder(SizeMm size, Mm bleed) : width_(size.width.value), height_(size.height.value), bleed_(bleed.value) {}

    Item operator()(const FilledPath& filled) const {
        auto grown = filled;
        grown.path.clear();
        each_part(filled.path, [&](Path part) { grow_fill(std::move(part), grown.path); });
        return grown;
    }

    Item operator()(const StrokedPath& stroked) const {
        auto grown = stroked;
        grown.path.clear();
        each_part(stroked.path, [&](const Path& part) { grow_line(part, grown.path); });
        return grown;
    }

    template <class Other>
    Item operator()(const Other& item) const {
        return item;
    }

private:
    // From one `move` to the next or to a `close`; what goes on after that without a `move` is a part of its own.
    template <class Take>
    static void each_part(const Path& path, Take take) {
        for (std::size_t start = 0; start < path.size();) {
            auto end = start + 1;
            while (end < path.size() && path[end].kind != PathStep::Kind::move &&
                   path[end - 1].kind != PathStep::Kind::close)
                ++end;
            take(Path(path.begin() + static_cast<std::ptrdiff_t>(start),
                      path.begin() + static_cast<std::ptrdiff_t>(end)));
            start = end;
        }
    }

    // Out of the label, where both points lie on the same edge of it.
    std::optional<Point> outward(Point a, Point b) const {
        const auto both = [](double one, double other, double edge) {
            return std::abs(one - edge) < on_edge_mm && std::abs(other - edge) < on_edge_mm;
        };
        if (both(a.x, b.x, 0)) return Point{-1, 0};
        if (both(a.x, b.x, width_)) return Point{1, 0};
        if (both(a.y, b.y, 0)) return Point{0, -1};
        if (both(a.y, b.y, height_)) return Point{0, 1};
        return {};
    }

    // A fill is closed whether its path says so or not.
    void grow_fill(Path part, Path& out) const {
        if (part.size() < 2 || part.front().kind != PathStep::Kind::move) {
            out.insert(out.end(), part.begin(), part.end());
            return;
        }
        const auto start = end_of(part.front());
        if (part.back().kind == PathStep::Kind::close) part.pop_back();
        if (end_of(part.back()) != start) part.push_back(line_to(start));
        std::vector<std::optional<Point>> sides(part.size()); // of the step that leads to each point
        for (std::size_t i = 1; i < part.size(); ++i)
            if (part[i].kind == PathStep::Kind::line) sides[i] = outward(end_of(part[i - 1]), end_of(part[i]));
        out.push_back(part.front());
        for (std::size_t i = 1; i < part.size(); ++i) {
            const auto from = end_of(part[i - 1]), to = end_of(part[i]);
            if (sides[i]) {
                out.push_back(line_to(from + *sides[i] * bleed_));
                out.push_back(line_to(to + *sides[i] * bleed_));
                if (const auto next = sides[i + 1 < part.size() ? i + 1 : 1]; next && *next != *sides[i]) {
                    out.push_back(line_to(to + (*sides[i] + *next) * bleed_)); // round the label's corner
                    out.push_back(line_to(to + *next * bleed_));
                }
            }
            out.push_back(part[i]);
        }
        out.push_back({PathStep::Kind::close});
    }

    // Where a line from `inside` that ends at `end` goes on to; `end` itself when that is not over the edge.
    Point gone_on(Point inside, Point end) const {
        const auto out = outward(end, end);
        const auto way = end + inside * -1;
        const double length = std::hypot(way.x, way.y);
        if (!out || length == 0) return end;
        const double over = (way.x * out->x + way.y * out->y) / length;
        return over < flattest ? end : end + way * (bleed_ / over / length);
    }

    void grow_line(const Path& part, Path& out) const {
        const auto from = out.size();
        out.insert(out.end(), part.begin(), part.end());
        if (part.size() < 2 || part.front().kind != PathStep::Kind::move || part.back().kind == PathStep::Kind::close)
            return;
        const auto last = part.size() - 1;
        if (part[1].kind == PathStep::Kind::line) out[from] = move_to(gone_on(end_of(part[1]), end_of(part[0])));
        if (part[last].kind == PathStep::Kind::line)
            out[from + last] = line_to(gone_on(end_of(part[last - 1]), end_of(part[last])));
    }

    double width_, height_, bleed_;
};

} // namespace

Drawing with_bleed(const Drawing& label, Mm bleed) {
    auto grown = label;
    grown.bleed = bleed;
    const Bleeder bleeder(label.size, bleed);
    for (auto& item : grown.items)
        item = std::visit(bleeder, item);
    return grown;
}

} // namespace temsao::label
