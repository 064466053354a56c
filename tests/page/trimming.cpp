// Bleed and crop marks: where they are, and what has no room for them.
#include "catch.h"
#include "label/boxes.h"
#include "page/page.h"

using namespace temsao;
using namespace temsao::page;

namespace {

std::shared_ptr<const label::Drawing> label_of(double width, double height) {
    return std::make_shared<const label::Drawing>(
        label::Drawing{.size = {{width}, {height}}, .items = {}, .title = {}, .fields = {}});
}

Stock grid(double gap) {
    Stock stock;
    stock.id = "own";
    stock.sheet = {{210}, {297}};
    stock.sticker = {{60}, {40}};
    stock.left = {12};
    stock.top = {18.5};
    stock.across_pitch = {60 + gap};
    stock.down_pitch = {40 + gap};
    stock.columns = 3;
    stock.rows = 6;
    return stock;
}

bool lies_on(double value, std::initializer_list<double> places) {
    return std::any_of(places.begin(), places.end(), [&](double place) { return std::abs(value - place) < 1e-6; });
}

} // namespace

TEST_CASE("a label with bleed and marks: paper, bleed and trim one within the other, the label on whole dots") {
    for (const int dpi : {203, 300, 600}) {
        const auto resolution = Resolution::from_dpi(dpi);
        const auto label = label_of(60, 40);
        const auto page = Imposition::one_a_page({}, resolution, {{3}, true}).lay(0, {&label, 1});
        REQUIRE(page.ok());
        REQUIRE(page->trim);
        CHECK(page->size.width.value == Approx(60 + 2 * page->trim->x.value));
        CHECK(page->bleed == Mm{3});
        CHECK(page->trim->width == Mm{60});
        CHECK(page->trim->x >= Mm{9});
        CHECK(page->trim->x <= Mm{9} + resolution.length({1}));
        const double dots = page->trim->x.value * resolution.dots_per_mm();
        CHECK(dots == Approx(std::round(dots)));
        CHECK(page->labels[0].x == page->trim->x);
        REQUIRE(page->marks.size() == 8);
        const auto& trim = *page->trim;
        const BoxMm bleed{trim.x - Mm{3}, trim.y - Mm{3}, Mm{66}, Mm{46}};
        for (const auto& mark : page->marks) {
            const auto box = label::box_of(mark.path);
            CHECK_FALSE(label::overlap(box, bleed));
            CHECK(label::inside(box, {{}, {}, page->size.width, page->size.height}));
            CHECK(mark.spot == label::every_plate);
            CHECK((lies_on(box.x.value, {trim.x.value, trim.right().value}) ||
                   lies_on(box.y.value, {trim.y.value, trim.bottom().value})));
        }
    }
}

TEST_CASE("without bleed and marks a page is the label, and nothing else is said of it") {
    const auto label = label_of(60, 40);
    const auto page = Imposition::one_a_page().lay(0, {&label, 1});
    CHECK(page->size == SizeMm{{60}, {40}});
    CHECK_FALSE(page->trim);
    CHECK(page->marks.empty());
}

TEST_CASE("a sheet's marks stand in its margins at every edge of a sticker, once, as the printer prints") {
    const Correction printer{{0.4}, {-0.3}, 1.002, 1, 0.1};
    for (const auto& [gap, across, down] : {std::tuple{3.0, 6u, 12u}, std::tuple{0.0, 4u, 7u}}) {
        const auto stock = grid(gap);
        const auto label = label_of(60, 40);
        const auto page =
            Imposition::on_stock({stock, {}}, printer, Resolution::from_dpi(300), {{}, true}).lay(0, {&label, 1});
        REQUIRE(page.ok());
        CHECK(page->marks.size() == 2 * (across + down));
        const double right = 12 + 2 * (60 + gap) + 60, bottom = 18.5 + 5 * (40 + gap) + 40;
        for (const auto& mark : page->marks) {
            const auto from = prints_at(printer, {{mark.path[0].x}, {mark.path[0].y}});
            CHECK((from.x.value < 12 || from.y.value < 18.5 || from.x.value > right || from.y.value > bottom));
            const double column = std::fmod(from.x.value - 12, 60 + gap),
                         row = std::fmod(from.y.value - 18.5, 40 + gap);
            CHECK((lies_on(column, {0, 60, 60 + gap}) || lies_on(row, {0, 40, 40 + gap})));
        }
    }
}

TEST_CASE("bleed that would reach the next sticker, and margins too narrow for marks, are refused with what there is") {
    CHECK(has_room(grid(3), {{1.5}, true}).ok());
    const auto bleed = has_room(grid(3), {{2}, false});
    REQUIRE_FALSE(bleed.ok());
    CHECK(bleed.error().what.id == "stock.no_room_for_bleed");
    CHECK(bleed.error().what.facts == std::vector<std::string>{"own", "2", "1.5"});
    auto narrow = grid(3);
    narrow.left = {2.5};
    const auto marks = has_room(narrow, {{}, true});
    REQUIRE_FALSE(marks.ok());
    CHECK(marks.error().what.id == "stock.no_room_for_marks");
    CHECK(marks.error().what.facts == std::vector<std::string>{"own", "2.5", "3"});
    CHECK(has_room(narrow, {}).ok());
}
