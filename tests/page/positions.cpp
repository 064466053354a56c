// Where labels come to lie on their sheets.
#include "catch.h"
#include "page/page.h"

#include <set>

using namespace temsao;
using namespace temsao::page;

namespace {

std::vector<std::shared_ptr<const label::Drawing>> labels(int count, double width, double height) {
    return {static_cast<std::size_t>(count),
            std::make_shared<const label::Drawing>(
                label::Drawing{.size = {{width}, {height}}, .items = {}, .title = {}, .fields = {}})};
}

bool is_whole(double dots) {
    return std::abs(dots - std::round(dots)) < 1e-6;
}

} // namespace

TEST_CASE("every stock's stickers lie on its sheet and apart from each other, under a name of its own") {
    std::set<std::string_view> ids;
    for (const auto& stock : stock_catalogue()) {
        CAPTURE(std::string(stock.id));
        CHECK(ids.insert(stock.id).second);
        CHECK(stock.left.value >= 0);
        CHECK(stock.top.value >= 0);
        CHECK(stock.across_pitch >= stock.sticker.width);
        CHECK(stock.down_pitch >= stock.sticker.height);
        const Mm right = stock.left + stock.across_pitch * (stock.columns - 1) + stock.sticker.width;
        const Mm bottom = stock.top + stock.down_pitch * (stock.rows - 1) + stock.sticker.height;
        CHECK(right <= stock.sheet.width + Mm{0.5});
        CHECK(bottom <= stock.sheet.height + Mm{0.5});
    }
    CHECK(find_stock("a4-60x40")->columns == 3);
    CHECK(find_stock("letter").error().what.id == "stock.unknown");
}

TEST_CASE("labels are centred on their stickers to within half a dot, and lie on whole dots") {
    for (const int dpi : {203, 300, 600}) {
        const auto resolution = Resolution::from_dpi(dpi);
        const auto half_dot = resolution.length({1}).value / 2 + 1e-9;
        for (const auto* id : {"L7160", "tomy-117", "a4-60x40"}) {
            CAPTURE(dpi, std::string(id));
            const auto stock = *find_stock(id);
            const auto pages = impose(labels(stock.columns * stock.rows, 60, 38), stock, 1, resolution);
            REQUIRE(pages.ok());
            REQUIRE(pages->size() == 1);
            for (std::size_t i = 0; i < pages->front().labels.size(); ++i) {
                const auto& placed = pages->front().labels[i];
                CHECK(is_whole(placed.x.value * resolution.dots_per_mm()));
                CHECK(is_whole(placed.y.value * resolution.dots_per_mm()));
                const int column = static_cast<int>(i) % stock.columns, row = static_cast<int>(i) / stock.columns;
                const Mm middle_x = stock.left + stock.across_pitch * column + stock.sticker.width / 2;
                const Mm middle_y = stock.top + stock.down_pitch * row + stock.sticker.height / 2;
                CHECK(std::abs((placed.x + Mm{30} - middle_x).value) <= half_dot);
                CHECK(std::abs((placed.y + Mm{19} - middle_y).value) <= half_dot);
            }
        }
    }
}

TEST_CASE("a run starts where it is told and goes on over the sheets") {
    const auto stock = *find_stock("a4-60x40"); // 18
    const auto resolution = Resolution::from_dpi(300);
    const auto pages = impose(labels(20, 60, 40), stock, 17, resolution);
    REQUIRE(pages.ok());
    REQUIRE(pages->size() == 2);
    CHECK((*pages)[0].labels.size() == 2);
    CHECK((*pages)[1].labels.size() == 18);
    // the second one on the first sheet is the last sticker; the second sheet begins at its first one
    const auto full = impose(labels(18, 60, 40), stock, 1, resolution);
    CHECK((*pages)[0].labels[1].x == full->front().labels[17].x);
    CHECK((*pages)[0].labels[1].y == full->front().labels[17].y);
    CHECK((*pages)[1].labels[0].x == full->front().labels[0].x);
}

TEST_CASE("what does not fit is refused with its size, and a position that is not there") {
    const auto stock = *find_stock("L7651"); // 38.1 x 21.2
    const auto too_large = impose(labels(1, 60, 40), stock, 1, Resolution::from_dpi(300));
    CHECK(too_large.error().what.id == "stock.label_too_large");
    CHECK(too_large.error().what.facts.at(0) == "60 x 40 mm");
    for (const int start : {0, 66})
        CHECK(impose(labels(1, 35, 20), stock, start, Resolution::from_dpi(300)).error().what.id ==
              "stock.no_position");
}

TEST_CASE("without a stock each label is a page of its own size") {
    const auto pages = one_a_page(labels(3, 35, 50));
    REQUIRE(pages.size() == 3);
    CHECK(pages[1].size == SizeMm{{35}, {50}});
}
