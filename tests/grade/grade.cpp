// Symbols with known, made defects give the values that were made, within a stated tolerance.
#include "grade/grade.h"

#include "catch.h"
#include "print.h"
#include "scan/read.h"

#include <algorithm>
#include <cmath>

using namespace temsao;
using namespace temsao::grade;
using namespace temsao::grade::test;
using namespace temsao::photo;
using namespace temsao::scan;

namespace {

const std::string text = "https://id.ocop.vn/01/09521234543213/10/261124/21/K7M2P9XQ?17=271124";

const symbol::Symbol& code() {
    static const auto made = *symbol::encode(text);
    return made;
}

Grade grade_of(const Print& print, std::optional<double> dpi = {}) {
    const auto photo = scan_of(code(), print);
    const auto grades = grade_symbols({photo}, dpi);
    REQUIRE(grades.size() == 1);
    return grades.front();
}

const Parameter& parameter(const Grade& grade, std::string_view name) {
    const auto found = std::find_if(
        grade.parameters.begin(), grade.parameters.end(), [&](const Parameter& p) { return p.name == name; });
    REQUIRE(found != grade.parameters.end());
    return *found;
}

bool has(const Grade& grade, std::string_view code) {
    const auto found = remarks(grade);
    return std::any_of(found.begin(), found.end(), [&](const Finding& f) { return f.code == code; });
}

} // namespace

TEST_CASE("a clean print has every parameter at the best level and nothing to remark") {
    for (const double turn : {0.0, 3.0, 90.0}) {
        const auto g = grade_of({.turn_degrees = turn}, 600);
        CAPTURE(turn);
        CHECK(g.trust == Trust::normal);
        CHECK(g.level == 4);
        CHECK(g.pixels_a_module == Approx(16).epsilon(0.002));
        CHECK(*g.x_mm == Approx(16 * 25.4 / 600).epsilon(0.002));
        CHECK(parameter(g, "symbol_contrast").value == Approx(0.80).margin(0.01));
        CHECK(parameter(g, "axial_nonuniformity").value < 0.003);
        CHECK(parameter(g, "grid_nonuniformity").value < 0.03);
        CHECK(std::abs(g.growth_x) < 0.02);
        CHECK(g.quiet_zone == 4);
        CHECK(remarks(g).empty());
        CHECK(g.meant.size == code().size());
    }
}

TEST_CASE("contrast is measured as reflectance, each level on its side of the limit") {
    for (const auto& [light, level] :
         {std::pair(0.76, 4), {0.74, 3}, {0.61, 3}, {0.59, 2}, {0.46, 2}, {0.44, 1}, {0.26, 1}, {0.24, 0}}) {
        CAPTURE(light);
        const auto g = grade_of({.dark = 0.05, .light = light});
        CHECK(parameter(g, "symbol_contrast").value == Approx(light - 0.05).margin(0.006));
        CHECK(parameter(g, "symbol_contrast").level == level);
        CHECK(has(g, "GRADE_DARK_PAPER") == (level <= 2)); // the ink is black
    }
}

TEST_CASE("growth of the dark modules is measured, also when they shrink") {
    for (const double growth : {0.05, 0.12, 0.2}) {
        const auto g = grade_of({.growth = growth});
        CAPTURE(growth);
        CHECK(g.growth_x == Approx(growth).margin(0.03));
        CHECK(g.growth_y == Approx(growth).margin(0.03));
    }
    CHECK(has(grade_of({.growth = 0.2}), "GRADE_GROWTH"));
    CHECK_FALSE(has(grade_of({.growth = 0.05}), "GRADE_GROWTH"));
}

TEST_CASE("a print stretched one way is uneven along its axes") {
    for (const auto& [stretch, level] : {std::pair(1.05, 4), {1.07, 3}, {1.09, 2}, {1.115, 1}, {1.14, 0}}) {
        CAPTURE(stretch);
        const auto g = grade_of({.stretch = stretch});
        const double expected = (stretch - 1) / ((stretch + 1) / 2);
        CHECK(parameter(g, "axial_nonuniformity").value == Approx(expected).margin(0.003));
        CHECK(parameter(g, "axial_nonuniformity").level == level);
    }
}

TEST_CASE("a grid that bulges is measured at its worst crossing") {
    for (const double bulge : {0.2, 0.45}) {
        const double middle = code().size() / 2.0;
        const auto g = grade_of({.move = [&](double x, double y) {
            const double r = std::hypot(x - middle, y - middle) / middle;
            return Point{x - bulge * std::exp(-6 * r * r), y};
        }});
        CAPTURE(bulge);
        // The fitted plane takes a part of the bulge, and the window evens out its peak.
        CHECK(parameter(g, "grid_nonuniformity").value == Approx(bulge * 0.85).margin(bulge * 0.15));
    }
}

TEST_CASE("unused error correction equals ZXing's, for any damage") {
    std::uint32_t noise = 7;
    for (int damaged = 0; damaged <= 24; damaged += 4) {
        std::vector<std::pair<int, int>> spots;
        while (static_cast<int>(spots.size()) < damaged) {
            noise = noise * 1664525u + 1013904223u;
            const int c = static_cast<int>(noise >> 8) % (code().size() - 9) + 9,
                      r = static_cast<int>(noise >> 20) % (code().size() - 18) + 9;
            spots.emplace_back(c, r);
        }
        const auto photo = scan_of(code(), {.damage = [&](int c, int r) -> std::optional<double> {
                                       if (std::find(spots.begin(), spots.end(), std::pair(c, r)) == spots.end())
                                           return {};
                                       return code().dark(c, r) ? 0.85 : 0.05;
                                   }});
        const auto read = read_symbols(photo).readings;
        const auto grades = grade_symbols({photo}, {});
        CAPTURE(damaged);
        if (read.empty() || read.front().unused_error_correction == 0.0) continue;
        REQUIRE(grades.size() == 1);
        const double ours = parameter(grades.front(), "unused_error_correction").value;
        CHECK(std::floor(100 * ours + 1e-6) / 100 ==
              Approx(*read.front().unused_error_correction)); // it gives two places
        CHECK(grades.front().meant.dark.size() == static_cast<std::size_t>(code().size() * code().size()));
        for (int r = 0; r < code().size(); ++r)
            for (int c = 0; c < code().size(); ++c)
                REQUIRE(grades.front().meant.at(c, r) == code().dark(c, r));
    }
}

TEST_CASE("one pale module is seen, and lowers the modulation only as far as its codeword is needed") {
    const auto g = grade_of({.damage = [&](int c, int r) -> std::optional<double> {
        if (c != 20 || r != 20) return {};
        return code().dark(c, r) ? 0.35 : 0.55; // 2 |R - 0.45| / 0.8 = 0.25
    }});
    CHECK(*std::min_element(g.modulation.begin(), g.modulation.end()) == Approx(0.25).margin(0.03));
    CHECK(parameter(g, "modulation").value >= 0.5);
    CHECK(parameter(g, "modulation").level == 4);
    CHECK(parameter(g, "symbol_contrast").level == 4);
}

TEST_CASE("damaged finders count by modules, timing by share") {
    const auto broken = [&](int modules) {
        return grade_of({.damage = [=](int c, int r) -> std::optional<double> {
            const std::pair<int, int> spots[] = {std::pair(1, 0), std::pair(5, 0), std::pair(0, 2)};
            const auto* const end = spots + modules;
            return std::find(spots, end, std::pair(c, r)) != end ? std::optional(0.85) : std::nullopt;
        }});
    };
    CHECK(parameter(broken(0), "fixed_pattern_damage").level == 4);
    CHECK(parameter(broken(1), "fixed_pattern_damage").level == 3);
    CHECK(parameter(broken(2), "fixed_pattern_damage").level == 2);
    CHECK(parameter(broken(3), "fixed_pattern_damage").level == 1);
    CHECK(has(broken(2), "GRADE_FIXED_PATTERN"));
    const auto timing = grade_of({.damage = [](int c, int r) -> std::optional<double> {
        return r == 6 && c == 14 ? std::optional(0.85) : std::nullopt;
    }});
    CHECK(parameter(timing, "fixed_pattern_damage").level < 4);
}

TEST_CASE("wrong modules of the format information are counted in the better copy") {
    const auto wrong = [&](int modules) {
        return grade_of({.damage = [=](int c, int r) -> std::optional<double> {
            const int size = code().size();
            const bool first = c == 8 && r >= 0 && r < modules;
            const bool second = r == 8 && c >= size - modules && c < size;
            if (!first && !second) return {};
            return code().dark(c, r) ? 0.85 : 0.05;
        }});
    };
    CHECK(parameter(wrong(0), "format_information").value == 0);
    CHECK(parameter(wrong(2), "format_information").value == 2);
    CHECK(parameter(wrong(2), "format_information").level == 2);
    CHECK(has(wrong(2), "GRADE_INFORMATION"));
}

TEST_CASE("a frame in the quiet zone is measured in modules") {
    const auto g = grade_of({.quiet = 2.5});
    CHECK(g.quiet_zone == Approx(2.5).margin(0.15));
    CHECK(has(g, "GRADE_QUIET_ZONE"));
    CHECK_FALSE(has(grade_of({}), "GRADE_QUIET_ZONE"));
}

TEST_CASE("under five pixels a module nothing is graded, under ten the trust is low") {
    const auto coarse = grade_of({.pixels = 4});
    CHECK(coarse.trust == Trust::withheld);
    CHECK(coarse.parameters.empty());
    CHECK(has(coarse, "GRADE_WITHHELD"));
    CHECK(grade_of({.pixels = 7}).trust == Trust::low);
    CHECK(grade_of({.pixels = 10.5}).trust == Trust::normal);
}

TEST_CASE("nothing is graded where there is no symbol") {
    const Photo empty{200, 200, std::vector<std::uint8_t>(40'000, 200)};
    bool is_asked = false; // for colours, which cost as much as the picture
    CHECK(grade_symbols({empty,
                         [&] {
                             is_asked = true;
                             return std::nullopt;
                         }},
                        600)
              .empty());
    CHECK_FALSE(is_asked);
}
