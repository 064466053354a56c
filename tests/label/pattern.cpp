// Patterns: what is drawn stays in its outline, and there it is what the tile says.
#include "label/pattern.h"

#include "catch.h"
#include "label/boxes.h"
#include "label/svg_path.h"
#include "label/template.h"
#include "system/file.h"

#include <cmath>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::label;
namespace fs = std::filesystem;

namespace {

constexpr double beside_an_edge = 0.03; // mm: curves are drawn as lines

double side(const Corner& from, const Corner& to, double x, double y) {
    return ((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x)) / std::hypot(to.x - from.x, to.y - from.y);
}

// How far inside the outline, below 0 outside. The corners stand clockwise on paper, y downward.
double depth(const std::vector<Corner>& outline, double x, double y) {
    double least = 1e9;
    for (std::size_t i = 0; i < outline.size(); ++i)
        least = std::min(least, side(outline[i], outline[(i + 1) % outline.size()], x, y));
    return least;
}

// A second way to the same picture: the tile is asked at the point, and no line is ever cut.
bool tile_covers(const Pattern& pattern, const BoxMm& room, double x, double y) {
    const double left = room.x.value + (room.width.value - pattern.tile.width.value) / 2;
    const double top = room.y.value + (room.height.value - pattern.tile.height.value) / 2;
    const double in_x = x - left - std::floor((x - left) / pattern.tile.width.value) * pattern.tile.width.value;
    const double in_y = y - top - std::floor((y - top) / pattern.tile.height.value) * pattern.tile.height.value;
    for (const auto& mark : pattern.marks)
        for (const int across : {-1, 0, 1}) // marks reach into the tiles beside theirs
            for (const int down : {-1, 0, 1})
                if (covers({.path = mark.path},
                           {in_x + across * pattern.tile.width.value},
                           {in_y + down * pattern.tile.height.value}))
                    return true;
    return false;
}

bool is_near_an_edge(const Pattern& pattern, const BoxMm& room, double x, double y) {
    std::set<bool> seen;
    for (const double dx : {-beside_an_edge, 0.0, beside_an_edge})
        for (const double dy : {-beside_an_edge, 0.0, beside_an_edge})
            seen.insert(tile_covers(pattern, room, x + dx, y + dy));
    return seen.size() > 1;
}

std::vector<Corner> random_outline(std::mt19937& random) {
    std::uniform_real_distribution<double> part(0, 1);
    std::vector<double> angles;
    for (int i = 0; i < 3 + static_cast<int>(part(random) * 6); ++i)
        angles.push_back(part(random) * 2 * std::acos(-1.0));
    std::sort(angles.begin(), angles.end());
    std::vector<Corner> corners; // on an ellipse: convex
    const double x = 10 + 30 * part(random), y = 10 + 30 * part(random);
    const double across = 3 + 12 * part(random), down = 3 + 12 * part(random);
    for (const double angle : angles)
        corners.push_back({x + across * std::cos(angle), y + down * std::sin(angle)});
    return corners;
}

Pattern random_tile(std::mt19937& random) {
    std::uniform_real_distribution<double> part(0, 1);
    Pattern pattern{.name = "thu", .tile = {{1 + 6 * part(random)}, {1 + 6 * part(random)}}, .marks = {}};
    const double across = pattern.tile.width.value, down = pattern.tile.height.value;
    pattern.marks.push_back({circle_path({across * part(random)}, {down * part(random)}, {across / 3}), {}, false});
    pattern.marks.push_back(
        {rectangle_path({{across * part(random)}, {down * part(random)}, {across / 4}, {down / 3}}), {}, false});
    return pattern;
}

BoxMm box_around(const std::vector<Corner>& corners) {
    Path path;
    for (const auto& corner : corners)
        path.push_back({PathStep::Kind::line, corner.x, corner.y, corner.x, corner.y, corner.x, corner.y});
    return box_of(path);
}

} // namespace

TEST_CASE("a pattern shows in any convex outline what its tile says there, and nothing outside") {
    std::mt19937 random(20261130);
    std::uniform_real_distribution<double> part(0, 1);
    int looked = 0;
    for (int round = 0; round < 60; ++round) {
        const auto outline = random_outline(random);
        const auto pattern = random_tile(random);
        const auto room = box_around(outline);
        if (room.width.value < 1 || room.height.value < 1) continue;
        const auto items = fill_with(pattern, outline, Ink{});
        REQUIRE(items.has_value());
        for (int point = 0; point < 300; ++point) {
            const double x = room.x.value - 1 + (room.width.value + 2) * part(random);
            const double y = room.y.value - 1 + (room.height.value + 2) * part(random);
            const double inside = depth(outline, x, y);
            if (std::abs(inside) < beside_an_edge || is_near_an_edge(pattern, room, x, y)) continue;
            const bool is_drawn = std::any_of(items->begin(), items->end(), [&](const Item& item) {
                const auto* filled = std::get_if<FilledPath>(&item);
                return filled && covers(*filled, {x}, {y});
            });
            INFO("round " << round << ", point " << x << " " << y << ", " << inside << " mm inside");
            REQUIRE(is_drawn == (inside > 0 && tile_covers(pattern, room, x, y)));
            ++looked;
        }
    }
    CHECK(looked > 5000);
}

TEST_CASE("no line of a shipped pattern leaves its outline by more than half its width") {
    const std::vector<Corner> outline{{4, 3}, {31, 6}, {27, 24}, {9, 27}};
    int patterns = 0;
    for (const auto& entry : fs::directory_iterator(fs::path(TEMSAO_SOURCE_DIR) / "templates" / "patterns")) {
        INFO(entry.path().filename().string());
        const auto pattern = parse_pattern(*read_file(entry.path(), 64 * 1024), entry.path().stem().string());
        REQUIRE(pattern.ok());
        const auto items = fill_with(*pattern, outline, Ink{});
        REQUIRE(items.has_value());
        CHECK_FALSE(items->empty());
        for (const auto& item : *items) {
            const auto* filled = std::get_if<FilledPath>(&item);
            const auto* stroked = std::get_if<StrokedPath>(&item);
            REQUIRE((filled || stroked));
            for (const auto& line : flatten(filled ? filled->path : stroked->path, Mm{0.01}))
                for (const auto& corner : line.corners)
                    REQUIRE(depth(outline, corner.x, corner.y) > -0.001);
            if (stroked) CHECK(stroked->width.value >= 0.15);
        }
        ++patterns;
    }
    CHECK(patterns >= 24);
}

TEST_CASE("a pattern that would take too many shapes is refused, a broken file too") {
    const Pattern fine{
        .name = "min", .tile = {{0.2}, {0.2}}, .marks = {{circle_path({0.1}, {0.1}, {0.05}), {}, false}}};
    CHECK_FALSE(fill_with(fine, {{0, 0}, {100, 0}, {100, 100}, {0, 100}}, Ink{}).has_value());
    const auto tile = [](const std::string& inside) {
        return parse_pattern(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4mm\" height=\"4mm\" viewBox=\"0 0 4 4\">" + inside +
                "</svg>",
            "thu");
    };
    CHECK(tile("<circle cx=\"2\" cy=\"2\" r=\"1\"/>").ok());
    CHECK(tile("").error().what.id == "template.pattern_marks");
    CHECK(tile("<text x=\"1\" y=\"2\">Ong</text>").error().what.id == "template.pattern_shapes");
    CHECK(tile("<rect data-kind=\"code\" x=\"0\" y=\"0\" width=\"4\" height=\"4\"/>").error().what.id ==
          "template.pattern_shapes");
    std::string many;
    for (int i = 0; i <= most_marks_of_pattern; ++i)
        many += "<circle cx=\"2\" cy=\"2\" r=\"1\"/>";
    CHECK(tile(many).error().what.id == "template.pattern_marks");
}
