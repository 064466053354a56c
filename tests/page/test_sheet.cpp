// From what a ruler says of a test sheet to what the printer does.
#include "page/test_sheet.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::page;

namespace {

constexpr SizeMm a4{{210}, {297}};

// What a ruler reads on a sheet that this printer made.
std::vector<Mm> ruler(const Correction& printer, const std::vector<Mm>& nominal) {
    const auto distance = [](PointMm a, PointMm b) { return Mm{std::hypot((a.x - b.x).value, (a.y - b.y).value)}; };
    const Mm inset = nominal[0];
    const auto corner = prints_at(printer, {inset, inset});
    const auto foot = prints_at(printer, {inset, inset + nominal[4]});
    const auto end = prints_at(printer, {inset + nominal[3], inset});
    return {corner.x, foot.x, corner.y, distance(corner, end), distance(corner, foot)};
}

} // namespace

TEST_CASE("what the printer does is found from the five lengths") {
    const TestSheet sheet(a4);
    for (const Correction printer :
         {Correction{}, Correction{{1.5}, {-2.25}, 1.003, 0.996, 0.4}, Correction{{-3}, {0.5}, 0.99, 1.01, -0.8}}) {
        const auto found = sheet.correction(ruler(printer, sheet.nominal()));
        REQUIRE(found.ok());
        CHECK(found->right.value == Approx(printer.right.value).margin(1e-6));
        CHECK(found->down.value == Approx(printer.down.value).margin(1e-6));
        CHECK(found->across_scale == Approx(printer.across_scale));
        CHECK(found->down_scale == Approx(printer.down_scale));
        CHECK(found->turn_degrees == Approx(printer.turn_degrees).margin(1e-6));
    }
}

TEST_CASE("sending is the inverse of printing") {
    const Correction printer{{1.5}, {-2.25}, 1.003, 0.996, 0.4};
    for (const PointMm wanted : {PointMm{{0}, {0}}, PointMm{{105}, {20}}, PointMm{{200}, {280}}}) {
        const auto printed = prints_at(printer, to_print_at(printer, wanted));
        CHECK(printed.x.value == Approx(wanted.x.value).margin(1e-9));
        CHECK(printed.y.value == Approx(wanted.y.value).margin(1e-9));
    }
    // a positive turn is clockwise: the foot of the page goes left, its right side down
    CHECK(prints_at({{}, {}, 1, 1, 1}, {{0}, {100}}).x.value < -1.7);
    CHECK(prints_at({{}, {}, 1, 1, 1}, {{100}, {0}}).y.value > 1.7);
}

TEST_CASE("a scaling driver, a crooked guide and a wrong paper size are told apart and refused") {
    const TestSheet sheet(a4);
    const auto refused = [&](std::vector<Mm> measured) { return sheet.correction(measured).error().what; };
    CHECK(refused({{20}, {20}, {20}, {165}, {249.3}}).id == "printer.scaled"); // "fit to page": 97 %
    CHECK(refused({{20}, {20}, {20}, {165}, {249.3}}).facts == std::vector<std::string>{"97.1", "97.0"});
    CHECK(refused({{25}, {20}, {20}, {170}, {257}}).id == "printer.turned");
    CHECK(refused({{31}, {31}, {20}, {170}, {257}}).id == "printer.shifted");
    CHECK(refused({{20}, {20}}).id == "printer.how_many");
    CHECK(refused({{20}, {20}, {20}, {170}, {0}}).id == "printer.scaled");
}

TEST_CASE("on a small label only the shift is asked for") {
    const TestSheet sheet(SizeMm{{60}, {40}});
    REQUIRE(sheet.is_small());
    const auto found = sheet.correction({{9.5}, {7}});
    REQUIRE(found.ok());
    CHECK(*found == Correction{{1.5}, {-1}, 1, 1, 0});
}
