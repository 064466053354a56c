// Where labels come to lie on their sheets.
#include "catch.h"
#include "page/page.h"

using namespace temsao;
using namespace temsao::page;

namespace {

std::vector<std::shared_ptr<const label::Drawing>> labels(std::size_t count, double width, double height) {
    return {count,
            std::make_shared<const label::Drawing>(
                label::Drawing{.size = {{width}, {height}}, .items = {}, .title = {}, .fields = {}})};
}

Stock grid(SizeMm sticker, Mm left, Mm top, Mm across, Mm down, int columns, int rows) {
    Stock stock;
    stock.id = "own";
    stock.sheet = {{210}, {297}};
    stock.sticker = sticker;
    stock.left = left;
    stock.top = top;
    stock.across_pitch = across;
    stock.down_pitch = down;
    stock.columns = columns;
    stock.rows = rows;
    return stock;
}

const Stock avery_21 = grid({{63.5}, {38.1}}, {7.21}, {15.15}, {66.04}, {38.1}, 3, 7); // L7160

bool is_whole(double dots) {
    return std::abs(dots - std::round(dots)) < 1e-6;
}

PointMm middle_of(const Placed& placed) {
    return {placed.x + placed.drawing->size.width / 2, placed.y + placed.drawing->size.height / 2};
}

PointMm middle_of(const Stock& stock, int position) {
    const int column = (position - 1) % stock.columns, row = (position - 1) / stock.columns;
    return {stock.left + stock.across_pitch * column + stock.sticker.width / 2,
            stock.top + stock.down_pitch * row + stock.sticker.height / 2};
}

} // namespace

TEST_CASE("labels print in the middle of their stickers to half a dot and are sent on whole dots, whatever the printer "
          "does") {
    const Correction printers[] = {{}, {{1.3}, {-0.7}, 1, 1, 0}, {{-0.4}, {2.1}, 1.004, 0.997, 0.25}};
    for (const int dpi : {203, 300, 600})
        for (const auto& printer : printers) {
            CAPTURE(dpi, printer.right.value);
            const auto resolution = Resolution::from_dpi(dpi);
            const auto half_dot = resolution.length({1}).value / 2 * 1.01;
            const auto imposition = Imposition::on_stock({avery_21, {}}, printer, resolution);
            REQUIRE(imposition.labels_on(0) == 21);
            const auto page = imposition.lay(0, labels(21, 60, 38));
            REQUIRE(page.ok());
            REQUIRE(page->labels.size() == 21);
            for (int position = 1; position <= 21; ++position) {
                const auto& placed = page->labels[static_cast<std::size_t>(position - 1)];
                CHECK(is_whole(placed.x.value * resolution.dots_per_mm()));
                CHECK(is_whole(placed.y.value * resolution.dots_per_mm()));
                const auto printed = prints_at(printer, middle_of(placed));
                const auto wanted = middle_of(avery_21, position);
                CHECK(std::abs((printed.x - wanted.x).value) <= half_dot);
                CHECK(std::abs((printed.y - wanted.y).value) <= half_dot);
            }
        }
}

TEST_CASE("a run fills the used sheets first, then new ones, and says what is left") {
    const auto imposition = Imposition::on_stock({avery_21, {{20, 21}, {3, 7}}}, {}, Resolution::from_dpi(300));
    CHECK(imposition.labels_on(0) == 2);
    CHECK(imposition.labels_on(1) == 2);
    CHECK(imposition.labels_on(2) == 21);
    const auto second = imposition.lay(1, labels(2, 60, 38));
    REQUIRE(second.ok());
    CHECK(std::abs((middle_of(second->labels[1]).x - middle_of(avery_21, 7).x).value) < 0.05);
    CHECK(std::abs((middle_of(second->labels[1]).y - middle_of(avery_21, 7).y).value) < 0.05);

    using Left = std::vector<FreePositions>;
    CHECK(imposition.left_after(1) == Left{{21}, {3, 7}});
    CHECK(imposition.left_after(3) == Left{{7}});
    CHECK(imposition.left_after(4) == Left{});
    CHECK(imposition.left_after(23) == Left{{20, 21}});
    CHECK(imposition.left_after(25) == Left{});
    CHECK(Imposition::one_a_page().left_after(7).empty());
}

TEST_CASE("a start is a place on the sheet, from 1") {
    CHECK(*free_from(avery_21, 20) == FreePositions{20, 21});
    CHECK(free_from(avery_21, 1)->size() == 21);
    for (const int start : {0, 22})
        CHECK(free_from(avery_21, start).error().what.facts == std::vector<std::string>{std::to_string(start), "21"});
}

TEST_CASE("what a place cannot make good is refused, and the size named that it can") {
    const auto resolution = Resolution::from_dpi(300);
    CHECK(fits(avery_21, {{63.5}, {38.1}}));
    CHECK_FALSE(fits(avery_21, {{60}, {38.2}}));
    CHECK_FALSE(fits(avery_21, {{63.6}, {38}}));
    const Correction stretching{{}, {}, 1.018, 1, 0}; // 30 mm from the middle: 0.54 mm
    CHECK(residual(stretching, {{60}, {38}}).value == Approx(0.54).margin(1e-9));
    const auto off = Imposition::on_stock({avery_21, {}}, stretching, resolution).lay(0, labels(1, 60, 38));
    REQUIRE_FALSE(off.ok());
    CHECK(off.error().what.id == "printer.residual");
    CHECK(off.error().what.facts == std::vector<std::string>{"0.54", "0.50", "55.5 × 35.1"});
    CHECK(Imposition::on_stock({avery_21, {}}, stretching, resolution).lay(0, labels(1, 55.5, 35.1)).ok());
}

TEST_CASE("without a stock each label is a page of its own size, moved by what the printer moves") {
    const auto page = Imposition::one_a_page({{1}, {-2}, 1, 1, 0}, Resolution::from_dpi(203)).lay(0, labels(1, 35, 50));
    REQUIRE(page.ok());
    CHECK(page->size == SizeMm{{35}, {50}});
    CHECK(page->labels[0].x.value == Approx(-1));
    CHECK(page->labels[0].y.value == Approx(2));
}
