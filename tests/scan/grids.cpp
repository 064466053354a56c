// Made photos of hard symbols: what ZXing's own finding loses, our finder patterns and grids read; the corners are true
// to a part of a module.
#include "catch.h"
#include "scan/candidate.h"
#include "scan/equalised.h"
#include "scan/fit_grid.h"
#include "scan/modules.h"
#include "scan/qr_patterns.h"
#include "scan/read.h"
#include "symbol/symbol.h"

#include <cmath>
#include <functional>

using namespace temsao;
using namespace temsao::photo;
using namespace temsao::scan;

namespace {

const std::string payload = "https://id.ocop.vn/01/09521234543213/10/261124/21/K7M2P9XQ";

struct Scene {
    int width = 480, height = 480;
    std::function<Point(Point)> unprinted; // a pixel's place in modules of the symbol
    std::function<double(Point, double)> light = [](Point, double grey) { return grey; }; // what a pixel's grey becomes
};

Photo photo_of(const symbol::Symbol& symbol, const Scene& scene) {
    Photo photo{scene.width, scene.height, {}, 1, false};
    for (int y = 0; y < scene.height; ++y)
        for (int x = 0; x < scene.width; ++x) {
            double grey = 0;
            for (const double dx : {0.25, 0.75})
                for (const double dy : {0.25, 0.75}) {
                    const Point module = scene.unprinted({x + dx, y + dy});
                    const int u = static_cast<int>(std::floor(module.x)), v = static_cast<int>(std::floor(module.y));
                    const bool within = u >= 0 && v >= 0 && u < symbol.size() && v < symbol.size();
                    grey += within && symbol.dark(u, v) ? 10 : 50;
                }
            photo.grey.push_back(
                static_cast<std::uint8_t>(std::clamp(scene.light({x + 0.5, y + 0.5}, grey), 0.0, 255.0)));
        }
    return photo;
}

// Flat, `pixels` a module, its corner at (90, 90).
Scene flat(double pixels) {
    Scene scene;
    scene.unprinted = [pixels](Point at) { return (at - Point{90, 90}) * (1 / pixels); };
    return scene;
}

// Round a jar of `radius` symbols' widths, upright or lying.
Scene jar(double size, double radius, bool upright) {
    Scene scene;
    scene.unprinted = [=](Point at) {
        const double pixels = 300, r = radius * pixels;
        Point from = (at - Point{240, 240});
        double& across = upright ? from.x : from.y;
        double& along = upright ? from.y : from.x;
        if (std::abs(across) >= r) return Point{-100, -100};
        const double angle = std::asin(across / r);
        across = angle * r;
        along += 0.25 * r * std::cos(angle) - 0.25 * r; // seen from a little above
        return from * (size / pixels) + Point{size / 2, size / 2};
    };
    return scene;
}

const symbol::Symbol symbol_of_level_q = *symbol::encode(payload, symbol::EcLevel::Q);

} // namespace

TEST_CASE("finder patterns are placed to a tenth of a module, whatever the turn") {
    for (const double degrees : {0.0, 17.0, 45.0, 80.0}) {
        const double angle = degrees * 3.14159265358979 / 180, c = std::cos(angle), s = std::sin(angle);
        Scene scene;
        const double half_size = symbol_of_level_q.size() / 2.0;
        scene.unprinted = [&](Point at) {
            const Point from = (at - Point{240, 240}) * (1 / 4.0);
            return Point{c * from.x + s * from.y + half_size, -s * from.x + c * from.y + half_size};
        };
        const auto photo = photo_of(symbol_of_level_q, scene);
        Work work(1'000'000'000);
        const auto finders = find_finders({photo.grey.data(), photo.width, photo.height}, {}, {}, work);
        const auto candidates = find_candidates(finders, 9);
        REQUIRE_FALSE(candidates.empty());
        const Point corner = candidates.front().top_left.middle;
        const Point back = scene.unprinted(corner);
        CHECK(back.x == Approx(3.5).margin(0.1));
        CHECK(back.y == Approx(3.5).margin(0.1));
        CHECK(module_size(candidates.front().top_left) == Approx(4).margin(0.15));
    }
}

TEST_CASE("no work is done beyond the bound") {
    const auto photo = photo_of(symbol_of_level_q, flat(6));
    Work work(0);
    CHECK(find_finders({photo.grey.data(), photo.width, photo.height}, {}, {}, work).empty());
}

TEST_CASE("symbols round a jar are read, upright and lying") {
    for (const bool upright : {true, false})
        for (const double radius : {0.62, 0.8, 1.5}) {
            const auto photo = photo_of(symbol_of_level_q, jar(symbol_of_level_q.size(), radius, upright));
            const auto report = read_symbols(photo);
            CAPTURE(upright, radius);
            REQUIRE(report.readings.size() == 1);
            CHECK(report.readings[0].text == payload);
        }
}

TEST_CASE("a dark photo with glare beside the symbol is read by the grid, corners true to a third of a module") {
    auto scene = flat(7);
    unsigned noise = 7;
    scene.light = [&](Point at, double grey) {
        noise = noise * 1664525u + 1013904223u;
        const double glare = 700 * std::exp(-length(at - Point{90 + 41 * 7 - 20, 240}) / 25);
        return grey / 4 + 10 + glare + static_cast<double>(noise >> 24) / 64;
    };
    const auto report = read_symbols(photo_of(symbol_of_level_q, scene));
    REQUIRE(report.readings.size() == 1);
    CHECK(report.readings[0].text == payload);
    if (report.readings[0].step != "grid") return;
    const double far = symbol_of_level_q.size();
    const Point truth[] = {{0, 0}, {far, 0}, {far, far}, {0, far}};
    for (std::size_t i = 0; i < 4; ++i)
        CHECK(length(scene.unprinted(report.readings[0].corners[i]) - truth[i]) < 0.33);
}

TEST_CASE("strong perspective is read") {
    Scene scene;
    const double size = symbol_of_level_q.size();
    scene.unprinted = [&](Point at) {
        const double x = (at.x - 180) / 110, w = 1 - 0.35 * x; // narrow, and one side farther away
        const double y = (at.y - 240) / 190;
        return Point{(x / w + 0.6) * size / 1.7, (y / w + 0.5 * 1.6) * size / 1.6};
    };
    const auto report = read_symbols(photo_of(symbol_of_level_q, scene));
    REQUIRE(report.readings.size() == 1);
    CHECK(report.readings[0].text == payload);
}

TEST_CASE("blur that runs over a module and more is taken out, whichever way the hand shook") {
    const int size = symbol_of_level_q.size();
    constexpr int pixels = 6, smear = 11;
    const auto sharp = photo_of(symbol_of_level_q, flat(pixels));
    const Grid grid(size,
                    {{0, 0, {90, 90}},
                     {double(size), 0, {90.0 + pixels * size, 90}},
                     {double(size), double(size), {90.0 + pixels * size, 90.0 + pixels * size}},
                     {0, double(size), {90, 90.0 + pixels * size}}});
    const auto wrong = [&](const Bits& bits) {
        int count = 0;
        for (int v = 0; v < size; ++v)
            for (int u = 0; u < size; ++u)
                count += (bits.at(u, v) != 0) != symbol_of_level_q.dark(u, v);
        return count;
    };
    for (const auto& [right, down] : {std::pair{1, 0}, {0, 1}, {1, 1}}) {
        auto photo = sharp;
        for (int y = smear; y < photo.height - smear; ++y)
            for (int x = smear; x < photo.width - smear; ++x) {
                int sum = 0;
                for (int i = -smear / 2; i <= smear / 2; ++i)
                    sum += sharp.grey[static_cast<std::size_t>((y + i * down) * photo.width + x + i * right)];
                photo.grey[static_cast<std::size_t>(y * photo.width + x)] = static_cast<std::uint8_t>(sum / smear);
            }
        const GreyView view{photo.grey.data(), photo.width, photo.height};
        const auto greys = sample(view, grid);
        const auto levels = levels_around(greys, 4);
        CAPTURE(right, down);
        CHECK(wrong(decided(greys, levels, false)) > 12);
        CHECK(wrong(equalised(HalfModules(view, grid), levels, false).bits) < 4);
    }
}

TEST_CASE("several symbols on one photo are all read, also when the first step reads but one") {
    const auto near = flat(5);
    Scene scene;
    scene.width = 700;
    scene.unprinted = [&](Point at) {
        return at.x < 350 ? near.unprinted(at) : near.unprinted({at.x - 300, at.y + 40});
    };
    // The right one lies in deep shadow with a bright spot in it.
    scene.light = [](Point at, double grey) {
        if (at.x < 350) return grey;
        return grey / 5 + (length(at - Point{520, 150}) < 12 ? 255.0 : 0.0);
    };
    const auto report = read_symbols(photo_of(symbol_of_level_q, scene));
    CHECK(report.readings.size() == 2);
}

TEST_CASE("what the standard fixes is drawn as the standard fixes it") {
    const auto long_symbol = *symbol::encode(std::string(150, 'x'), symbol::EcLevel::Q); // of version 7 or more
    REQUIRE(long_symbol.version() >= 7);
    Bits bits{long_symbol.size(), {}};
    for (int v = 0; v < bits.size; ++v)
        for (int u = 0; u < bits.size; ++u)
            bits.values.push_back(long_symbol.dark(u, v));
    CHECK(format_distance(bits).both == 0);
    auto drawn = bits;
    draw_fixed_patterns(drawn);
    CHECK(drawn.values == bits.values);
    CHECK(alignment_middles(21).empty());
    CHECK(alignment_middles(25) == std::vector<int>{6, 18});
    CHECK(alignment_middles(177) == std::vector<int>{6, 30, 58, 86, 114, 142, 170});
    CHECK(alignment_middles(17 + 4 * 32) == std::vector<int>{6, 34, 60, 86, 112, 138});
}
