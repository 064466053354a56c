// Prints with every fault that a printer makes, each in random strengths: what can be read is graded, what fails has a
// cause, the cause is the one that was made, and no two remedies contradict each other.
#include "catch.h"
#include "grade/grade.h"
#include "grade/remedies.h"
#include "print.h"
#include "scan/read.h"

#include <cstdlib>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::grade;
using namespace temsao::grade::test;
using namespace temsao::photo;

namespace {

const symbol::Symbol& code() {
    static const auto made = *symbol::encode("https://id.ocop.vn/01/09521234543213");
    return made;
}

std::set<std::string> codes(const std::vector<Finding>& found) {
    std::set<std::string> all;
    for (const auto& one : found)
        all.insert(one.code);
    return all;
}

// What contradicts in these findings: "GRADE_GROWTH GRADE_LOSS"; empty: nothing.
std::string contradiction(const std::vector<Finding>& found) {
    for (const auto& one : found)
        for (const auto& other : found)
            for (const auto a : changes_of(one.code))
                for (const auto b : changes_of(other.code))
                    if (contradict(a, b)) return one.code + " " + other.code;
    return "";
}

struct Fault {
    const char* name;
    std::function<void(Print&, double strength)> make; // strength 0..1
    std::set<std::string> causes;                      // one of them is told when the print fails
};

const std::vector<Fault>& faults() {
    static const std::vector<Fault> all = {
        {"spread", [](Print& p, double s) { p.growth = 0.1 + 0.6 * s; }, {"GRADE_GROWTH"}},
        {"thin", [](Print& p, double s) { p.growth = -0.1 - 0.6 * s; }, {"GRADE_LOSS"}},
        {"streaked",
         [](Print& p, double s) {
             std::mt19937 draw(static_cast<unsigned>(s * 1e6));
             const int count = 2 + static_cast<int>(3 * s);
             for (int i = 0; i < count; ++i)
                 p.lines.push_back({2.0 + i * (code().size() - 4.0) / count + draw() % 100 / 60.0, 0.25 + s, s > 0.5});
         },
         {"GRADE_STREAK", "GRADE_DARK_STREAK"}},
        {"blurred", [](Print& p, double s) { p.blur_x = p.blur_y = 0.2 + 0.4 * s; }, {"GRADE_BLUR"}},
        {"smeared", [](Print& p, double s) { p.blur_y = 0.3 + 0.5 * s; }, {"GRADE_SMEAR"}},
        {"pale",
         [](Print& p, double s) { p.dark = 0.3 + 0.5 * s; },
         {"GRADE_PALE", "GRADE_CONTRAST", "GRADE_PALE_INK"}},
        {"on dark paper", [](Print& p, double s) { p.light = 0.5 - 0.4 * s; }, {"GRADE_DARK_PAPER"}},
    };
    return all;
}

} // namespace

TEST_CASE("what reads is graded: each fault in random strengths, a failed print with its own cause") {
    const char* asked = std::getenv("TEMSAO_STRENGTHS"); // of each fault; docs/measured.md has 200
    const int strengths = asked ? std::atoi(asked) : 8;
    std::mt19937 draw(20261130);
    const auto chance = [&] { return static_cast<double>(draw() % 10'000) / 10'000; };
    for (const auto& fault : faults()) {
        int read = 0, failed = 0;
        for (int i = 0; i < strengths; ++i) {
            const double strength = chance();
            Print print{.pixels = 10.5 + 5 * chance(),
                        .turn_degrees = 4 * chance() - 2,
                        .quiet = 9,
                        .blur_x = 0.08,
                        .blur_y = 0.08,
                        .grain = 0.03,
                        .seed = static_cast<std::uint32_t>(draw())};
            fault.make(print, strength);
            CAPTURE(fault.name, strength, print.pixels, print.turn_degrees, print.seed);
            const auto photo = scan_of(code(), print);
            const auto grades = grade_symbols({photo}, 600);
            if (grades.empty()) { // only what nobody reads
                CHECK(scan::read_symbols(photo, scan::Effort::max).readings.empty());
                continue;
            }
            ++read;
            const auto found = remarks(grades.front());
            const auto told = codes(found);
            CAPTURE(told, grades.front().level);
            CHECK(contradiction(found).empty());
            for (const auto& p : grades.front().parameters)
                CHECK(p.limits.level(p.value) == p.level); // each value stands on its side of the limit beside it
            if (grades.front().level > 0) continue;
            ++failed;
            CHECK(std::any_of(
                fault.causes.begin(), fault.causes.end(), [&](const auto& c) { return told.count(c) > 0; }));
        }
        if (asked) WARN(fault.name << ": " << read << " read, " << failed << " of them fail");
        CHECK(3 * read > strengths);
        CHECK(failed > 0);
    }
}

TEST_CASE("two dead dots of the print head are dead dots, also where the print is still good") {
    for (const double dots : {3, 4, 6}) // of a module
        for (const bool upright : {true, false}) {
            const double size = code().size();
            const auto photo = scan_of(code(),
                                       {.pixels = 14,
                                        .quiet = 9,
                                        .blur_x = 0.08,
                                        .blur_y = 0.08,
                                        .lines = {{.at = 0.3 * size, .width = 1 / dots, .upright = upright},
                                                  {.at = 0.6 * size + 0.2, .width = 1 / dots, .upright = upright}}});
            const auto grades = grade_symbols({photo}, {});
            CAPTURE(dots, upright);
            REQUIRE(grades.size() == 1);
            CHECK((upright ? grades[0].upright : grades[0].level_lines).light == 2);
            CHECK((upright ? grades[0].level_lines : grades[0].upright).light == 0);
            CHECK(codes(remarks(grades[0])) == std::set<std::string>{"GRADE_STREAK"});
        }
}

TEST_CASE("colours are graded by what red light sees of them") {
    struct Row {
        const char* name;
        std::array<int, 3> ink, paper;
        const char* told; // "" nothing
    };

    const Row rows[] = {
        {"black on white", {20, 20, 20}, {250, 250, 250}, ""},
        {"blue on white", {20, 60, 160}, {255, 255, 255}, ""},
        {"green on white", {0, 110, 60}, {255, 255, 255}, ""},
        {"blue on yellow", {20, 40, 120}, {255, 225, 60}, ""},
        {"red on white", {225, 20, 30}, {255, 255, 255}, "GRADE_COLOUR"},
        {"orange on white", {235, 120, 20}, {255, 255, 255}, "GRADE_COLOUR"},
        {"pink on white", {235, 40, 140}, {255, 255, 255}, "GRADE_COLOUR"},
        {"light brown on white", {215, 120, 50}, {255, 255, 255}, "GRADE_COLOUR"},
        {"black on red", {15, 15, 15}, {230, 35, 35}, "GRADE_COLOUR_BY_EYE"},
    };
    for (const auto& row : rows) {
        const auto scan =
            coloured(code(), {.pixels = 12, .quiet = 9, .blur_x = 0.08, .blur_y = 0.08}, row.ink, row.paper);
        const auto grades = grade_symbols({scan.grey, [&] { return std::optional(scan.red); }}, {});
        CAPTURE(row.name);
        REQUIRE(grades.size() == 1);
        const auto told = codes(remarks(grades[0]));
        CAPTURE(told);
        CHECK(told == (*row.told ? std::set<std::string>{row.told} : std::set<std::string>{}));
        CHECK((grades[0].level <= 1) == (std::string(row.told) == "GRADE_COLOUR"));
    }
}

TEST_CASE("a scaled print is told from a whole one by the module's size") {
    for (const int dpi : {203, 300, 600})
        for (int dots = 2; dots <= 16; ++dots) {
            const double whole = dots * 25.4 / dpi;
            CAPTURE(dpi, dots);
            for (const double scanner : {0.995, 1.0, 1.005}) {
                CHECK_FALSE(off_whole_dots(whole * scanner, dpi));
                CHECK_FALSE(off_whole_dots(whole * scanner, std::nullopt));
            }
            for (const double scale : {0.94, 0.96, 0.97, 1.03}) {
                const auto off = off_whole_dots(whole * scale, dpi);
                const double there = dots * scale;
                if (std::abs(there - std::round(there)) < 0.006 * there) continue; // another whole size
                CAPTURE(scale);
                REQUIRE(off);
                CHECK(off->below_mm < whole * scale);
                CHECK(off->above_mm > whole * scale);
                CHECK(off->above_mm - off->below_mm == Approx(25.4 / dpi));
            }
        }
    CHECK(off_whole_dots(0.94 * 6 * 25.4 / 300, std::nullopt)); // the trial's
    CHECK_FALSE(off_whole_dots(3.1, std::nullopt));             // a poster: any size is near a whole one
}

TEST_CASE("no answer has two remedies that contradict, whatever was measured, and what fails has a reason") {
    std::mt19937 draw(7);
    const auto chance = [&] { return static_cast<double>(draw() % 10'000) / 10'000; };
    const auto photo = scan_of(code(), {.pixels = 12, .quiet = 9});
    const auto measured = grade_symbols({photo}, {});
    REQUIRE(measured.size() == 1);
    std::set<std::string> met;
    for (int i = 0; i < 20'000; ++i) {
        auto g = measured.front();
        g.trust = chance() < 0.1 ? Trust::low : Trust::normal;
        g.level = 4;
        for (auto& p : g.parameters) {
            if (chance() < 0.7) continue;
            p.level = static_cast<int>(draw() % 5);
            p.value = p.limits.at[static_cast<std::size_t>(std::min(3, 4 - p.level))];
            g.level = std::min(g.level, p.level);
        }
        const auto maybe = [&](double& value, double most) {
            value = chance() < 0.5 ? value : most * (2 * chance() - 1);
        };
        maybe(g.growth_x, 0.6);
        maybe(g.growth_y, 0.6);
        g.blur_x = chance() < 0.7 ? 0.1 : chance();
        g.blur_y = chance() < 0.7 ? 0.1 : chance();
        g.upright = {chance() < 0.8 ? 0 : 2, chance() < 0.9 ? 0 : 1};
        g.dark = 0.5 * chance();
        g.light = 0.3 + 0.7 * chance();
        g.light_by_eye = chance();
        g.quiet_zone = 4 * chance();
        g.x_mm = 0.2 + 0.6 * chance();
        const auto found = remarks(g);
        CAPTURE(i, codes(found));
        REQUIRE(contradiction(found).empty());
        if (g.level == 0) REQUIRE_FALSE(found.empty());
        for (const auto& one : found) {
            REQUIRE_FALSE(changes_of(one.code).empty());
            REQUIRE(one.severity != Severity::invalid);
            met.insert(one.code);
        }
    }
    CHECK(met.size() >= 18); // most remarks were met, so that this says something
}
