// What grows over the label's edge when it is to be trimmed, and what does not.
#include "label/bleed.h"

#include "catch.h"
#include "label/boxes.h"
#include "label/svg_path.h"

using namespace temsao;
using namespace temsao::label;

namespace {

Drawing label_with(Item item) {
    return {.size = {{60}, {40}}, .items = {std::move(item)}, .title = {}, .fields = {}};
}

FilledPath filled(const char* path) {
    return {*parse_svg_path(path)};
}

FilledPath grown(const char* path, double bleed = 3) {
    return std::get<FilledPath>(with_bleed(label_with(filled(path)), {bleed}).items[0]);
}

bool same(const BoxMm& a, double x, double y, double right, double bottom) {
    return a.x.value == Approx(x) && a.y.value == Approx(y) && a.right().value == Approx(right) &&
           a.bottom().value == Approx(bottom);
}

} // namespace

TEST_CASE("a band that runs along the edge grows over it, its corners at the label's corners too") {
    const auto band = grown("M0 0 L36 0 L36 18 L0 18 Z");
    CHECK(same(box_of(band.path), -3, -3, 36, 18));
    CHECK(covers(band, {-2.9}, {-2.9}));
    CHECK(covers(band, {35.9}, {-2.9}));
    CHECK_FALSE(covers(band, {36.1}, {-1}));
    CHECK_FALSE(covers(band, {-1}, {18.1}));
    CHECK(covers(grown("M60 40 L60 30 L50 30 L50 40 Z"), {62.9}, {42.9})); // begun at a corner
    CHECK(covers(grown("M60 40 L60 30 L50 30 L50 40"), {62.9}, {42.9}));   // left open: a fill is closed
    CHECK(same(box_of(grown("M0 0 L60 0 L60 40 L0 40 Z").path), -3, -3, 63, 43));
}

TEST_CASE("within the edge nothing changes, slanting sides included") {
    const auto* const path = "M0 0 L60 0 L40 25 L10 20 Z";
    const auto before = filled(path), after = grown(path);
    int differ = 0, inside = 0;
    for (double y = 0.25; y < 40; y += 0.5)
        for (double x = 0.25; x < 60; x += 0.5) {
            differ += covers(before, {x}, {y}) != covers(after, {x}, {y});
            inside += covers(before, {x}, {y});
        }
    CHECK(differ == 0);
    CHECK(inside > 1000);
    CHECK(covers(after, {30}, {-2.9}));
}

TEST_CASE("what touches the edge in a point, or not at all, stays as it is, so do curves") {
    for (const auto* path : {"M0 20 L20 10 L20 30 Z", "M5 5 L20 5 L20 20 Z", "M0 10 C0 5 10 5 10 10 L10 20 Z"})
        CHECK(same(box_of(grown(path).path),
                   box_of(filled(path).path).x.value,
                   box_of(filled(path).path).y.value,
                   box_of(filled(path).path).right().value,
                   box_of(filled(path).path).bottom().value));
}

TEST_CASE("a line that ends at the edge goes on over it, one along the edge, and text, do not") {
    const auto line = [](const char* path) {
        return box_of(
            std::get<StrokedPath>(with_bleed(label_with(StrokedPath{*parse_svg_path(path), {}, {0.2}}), {3}).items[0])
                .path);
    };
    CHECK(same(line("M0 20 L60 20"), -3, 20, 63, 20));
    CHECK(same(line("M30 10 L45 40"), 30, 10, 46.5, 43));
    CHECK(same(line("M0 0 L0 40"), 0, 0, 0, 40));
    CHECK(same(line("M0 10 L1 40"), 0, 10, 1.1, 43));
    CHECK(same(line("M10 10 L20 10 L20 20 Z"), 10, 10, 20, 20));
    const TextLine text{"NSX", {}, {0}, {0}};
    CHECK(std::get<TextLine>(with_bleed(label_with(text), {3}).items[0]) == text);
}
