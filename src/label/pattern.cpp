#include "label/pattern.h"

#include "label/boxes.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace temsao::label {
namespace {

constexpr Mm as_filled{0.01};

double side(const Corner& from, const Corner& to, const Corner& point) {
    return (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x);
}

double twice_area(const std::vector<Corner>& corners) {
    double area = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const auto& next = corners[(i + 1) % corners.size()];
        area += corners[i].x * next.y - next.x * corners[i].y;
    }
    return area;
}

// A convex outline, its inside on the side where side() is not below 0.
class Window {
public:
    explicit Window(std::vector<Corner> corners) : corners_(std::move(corners)) {
        if (twice_area(corners_) < 0) std::reverse(corners_.begin(), corners_.end());
        left_ = right_ = corners_.front().x, top_ = bottom_ = corners_.front().y;
        for (const auto& corner : corners_) {
            left_ = std::min(left_, corner.x), right_ = std::max(right_, corner.x);
            top_ = std::min(top_, corner.y), bottom_ = std::max(bottom_, corner.y);
        }
    }

    BoxMm box() const { return {{left_}, {top_}, {right_ - left_}, {bottom_ - top_}}; }

    bool holds(const BoxMm& other) const {
        for (const double x : {other.x.value, other.right().value})
            for (const double y : {other.y.value, other.bottom().value})
                if (!all_edges([&](const Corner& a, const Corner& b) { return side(a, b, {x, y}) >= 0; })) return false;
        return true;
    }

    // Sutherland and Hodgman, 1974.
    std::vector<Corner> cut(std::vector<Corner> polygon) const {
        all_edges([&](const Corner& a, const Corner& b) {
            std::vector<Corner> kept;
            for (std::size_t i = 0; i < polygon.size(); ++i) {
                const auto& from = polygon[i];
                const auto& to = polygon[(i + 1) % polygon.size()];
                const double at_from = side(a, b, from), at_to = side(a, b, to);
                if (at_from >= 0) kept.push_back(from);
                if ((at_from < 0) != (at_to < 0)) {
                    const double part = at_from / (at_from - at_to);
                    kept.push_back({from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)});
                }
            }
            polygon = std::move(kept);
            return !polygon.empty();
        });
        return polygon;
    }

    // The part of a line inside (Cyrus and Beck, 1978).
    std::optional<std::pair<Corner, Corner>> cut(const Corner& from, const Corner& to) const {
        double first = 0, last = 1;
        const bool is_inside = all_edges([&](const Corner& a, const Corner& b) {
            const double at_from = side(a, b, from), at_to = side(a, b, to);
            if (at_from < 0 && at_to < 0) return false;
            if ((at_from < 0) == (at_to < 0)) return true;
            const double part = at_from / (at_from - at_to);
            if (at_from < 0)
                first = std::max(first, part);
            else
                last = std::min(last, part);
            return first < last;
        });
        if (!is_inside) return {};
        const auto at = [&](double part) {
            return Corner{from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)};
        };
        return std::pair(at(first), at(last));
    }

private:
    template <class Look>
    bool all_edges(Look look) const {
        for (std::size_t i = 0; i < corners_.size(); ++i)
            if (!look(corners_[i], corners_[(i + 1) % corners_.size()])) return false;
        return true;
    }

    std::vector<Corner> corners_;
    double left_, top_, right_, bottom_;
};

PathStep step_to(PathStep::Kind kind, const Corner& at) {
    return {kind, 0, 0, 0, 0, at.x, at.y};
}

void put_closed(Path& path, const std::vector<Corner>& corners) {
    for (std::size_t i = 0; i < corners.size(); ++i)
        path.push_back(step_to(i == 0 ? PathStep::Kind::move : PathStep::Kind::line, corners[i]));
    path.push_back({PathStep::Kind::close});
}

Path moved(Path path, double x, double y) {
    for (auto& step : path) {
        step.x1 += x, step.x2 += x, step.x += x;
        step.y1 += y, step.y2 += y, step.y += y;
    }
    return path;
}

void put_cut_fill(Path& to, const Path& path, const Window& window) {
    for (const auto& line : flatten(path, as_filled))
        if (const auto left = window.cut(line.corners); left.size() > 2) put_closed(to, left);
}

void put_cut_line(Path& to, const Path& path, const Window& window) {
    for (const auto& line : flatten(path, as_filled)) {
        const auto count = line.corners.size();
        std::optional<Corner> pen;
        for (std::size_t i = 0; i + (line.is_closed ? 0 : 1) < count; ++i) {
            const auto seen = window.cut(line.corners[i], line.corners[(i + 1) % count]);
            if (!seen) {
                pen.reset();
                continue;
            }
            if (!pen || std::hypot(pen->x - seen->first.x, pen->y - seen->first.y) > 1e-9)
                to.push_back(step_to(PathStep::Kind::move, seen->first));
            to.push_back(step_to(PathStep::Kind::line, seen->second));
            pen = seen->second;
        }
    }
}

} // namespace

std::optional<std::vector<Item>> fill_with(const Pattern& pattern, const std::vector<Corner>& outline, const Ink& ink) {
    ENSURE(outline.size() > 2 && pattern.tile.width.value > 0 && pattern.tile.height.value > 0);
    const Window window(outline);
    const auto room = window.box();
    const double across = pattern.tile.width.value, down = pattern.tile.height.value;
    const auto tiles_beside = [](double length, double tile) { return std::ceil((length / tile - 1) / 2) + 1; };
    const double sideways = tiles_beside(room.width.value, across), up = tiles_beside(room.height.value, down);
    if ((2 * sideways + 1) * (2 * up + 1) * static_cast<double>(pattern.marks.size()) >
        static_cast<double>(most_drawn_marks))
        return {};
    const double left = room.x.value + (room.width.value - across) / 2;
    const double top = room.y.value + (room.height.value - down) / 2;
    Path fills, even_odd_fills;
    std::map<double, Path> lines; // by their width
    for (auto row = -up; row <= up; ++row)
        for (auto column = -sideways; column <= sideways; ++column)
            for (const auto& mark : pattern.marks) {
                const auto path = moved(mark.path, left + column * across, top + row * down);
                auto& to = mark.line ? lines[mark.line->value] : mark.even_odd ? even_odd_fills : fills;
                if (window.holds(box_of(path)))
                    to.insert(to.end(), path.begin(), path.end());
                else if (mark.line)
                    put_cut_line(to, path, window);
                else
                    put_cut_fill(to, path, window);
            }
    std::vector<Item> items;
    if (!fills.empty()) items.emplace_back(FilledPath{.path = std::move(fills), .ink = ink});
    if (!even_odd_fills.empty())
        items.emplace_back(FilledPath{.path = std::move(even_odd_fills), .ink = ink, .even_odd = true});
    for (auto& [width, path] : lines)
        if (!path.empty()) items.emplace_back(StrokedPath{.path = std::move(path), .ink = ink, .width = {width}});
    return items;
}

} // namespace temsao::label
