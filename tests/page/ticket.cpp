// The job ticket: whatever it has to say stays on one sheet, and the sample is the label itself, smaller.
#include "page/ticket.h"

#include "catch.h"
#include "label/boxes.h"
#include "label/svg_path.h"
#include "label_ruler.h"

using namespace temsao;
using namespace temsao::page;

namespace {

label::Drawing sample(double width, double height) {
    return {.size = {{width}, {height}},
            .items = {label::FilledPath{.path = label::rectangle_path({{}, {}, {width}, {height}}),
                                        .ink = {0, 40, 100, 40},
                                        .spot = "Varnish",
                                        .overprint = true},
                      label::TextLine{"tem", {.size_pt = 8}, {2}, {5}}},
            .title = {},
            .fields = {}};
}

// The box of all that is drawn.
BoxMm reach(const label::Drawing& drawing) {
    const label::test::Ruler ruler;
    std::optional<BoxMm> all;
    for (const auto& item : drawing.items) {
        const auto box = label::drawn_box(item, ruler);
        all = all ? label::join(*all, box) : box;
    }
    return *all;
}

std::vector<TicketRow> rows(int count) {
    std::vector<TicketRow> all{{"ticket.lot", "Sản phẩm một\nhai\nba\nbốn\nvà 12 sản phẩm khác", true}};
    while (static_cast<int>(all.size()) < count)
        all.push_back({"ticket.lot", "261124", all.size() % 3 == 0});
    return all;
}

} // namespace

TEST_CASE("a ticket with every row that there is stays on its sheet, with the largest label and the smallest") {
    for (const int count : {1, 8, 12, 13, 16})
        for (const auto& [width, height] :
             {std::pair{20.0, 10.0}, {90.0, 60.0}, {50.0, 80.0}, {400.0, 30.0}, {10.0, 500.0}}) {
            CAPTURE(count, width, height);
            const label::test::Ruler ruler;
            const auto ticket = draw_ticket(rows(count), sample(width, height), ruler);
            const auto all = reach(ticket);
            CHECK(label::inside(all, {Mm{10}, Mm{10}, Mm{190}, Mm{280}}));
        }
}

TEST_CASE(
    "the sample is never larger than the label, keeps its proportion, and names no plate that an office has not") {
    const label::test::Ruler ruler;
    for (const auto& [width, height] : {std::pair{20.0, 10.0}, {90.0, 60.0}, {50.0, 80.0}}) {
        const auto ticket = draw_ticket({}, sample(width, height), ruler);
        int grounds = 0;
        for (const auto& item : ticket.items)
            if (const auto* ground = std::get_if<label::FilledPath>(&item); ground && ground->ink.y == 100) {
                ++grounds;
                const auto box = label::box_of(ground->path);
                CHECK(box.width <= Mm{width + 1e-9});
                CHECK(box.width / box.height == Approx(width / height));
                CHECK(ground->spot.empty());
                CHECK_FALSE(ground->overprint);
            }
        CHECK(grounds == 1);
    }
}
