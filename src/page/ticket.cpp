#include "page/ticket.h"

#include "base/message.h"
#include "page/lettering.h"

namespace temsao::page {
namespace {

using label::TextStyle;
using label::Weight;

constexpr SizeMm a4{{210}, {297}};
constexpr Mm margin{20}, column{72}, right{190}, bottom{200};
constexpr TextStyle big{.weight = Weight::bold, .size_pt = 24, .line_height = 1.2};
constexpr TextStyle weighty{.weight = Weight::bold, .size_pt = 13, .line_height = 1.3};
constexpr TextStyle ticket_plain{.weight = Weight::regular, .size_pt = 10.5, .line_height = 1.35};
constexpr TextStyle ticket_small{.weight = Weight::regular, .size_pt = 8, .line_height = 1.35};
constexpr TextStyle name{.weight = Weight::medium, .size_pt = 10.5, .line_height = 1.35};
constexpr Mm ticket_hair{0.1}, bar{100};

} // namespace

label::Drawing draw_ticket(const std::vector<TicketRow>& rows, const label::FontMeasure& fonts) {
    const auto vi = [](const char* id) { return say({id, {}}, Lang::vi); };
    const auto en = [](const char* id) { return say({id, {}}, Lang::en); };
    label::Drawing drawing{.size = a4, .items = {}, .title = vi("ticket.title"), .fields = {}};
    Lettering lettering(drawing, fonts);
    Mm y{30};
    lettering.write(vi("ticket.title"), big, margin, y, right - margin);
    y = lettering.write(en("ticket.title"), ticket_plain, margin, y + Mm{6.5}, right - margin) + Mm{4};

    for (const auto& row : rows) {
        if (row.value.empty()) continue;
        lettering.rule({margin, y - Mm{4.6}}, {right, y - Mm{4.6}}, ticket_hair);
        const auto named = lettering.write(say({row.id, {}}, Lang::vi), name, margin, y, column - margin - Mm{4});
        const auto translated = lettering.write(
            say({row.id, {}}, Lang::en), ticket_small, margin, named - Mm{0.8}, column - margin - Mm{4});
        const auto valued =
            lettering.write(row.value, row.is_weighty ? weighty : ticket_plain, column, y, right - column);
        y = std::max(translated, valued) + Mm{3};
    }
    lettering.rule({margin, y - Mm{4.6}}, {right, y - Mm{4.6}}, ticket_hair);

    y = std::max(y + Mm{12}, bottom);
    lettering.write(vi("ticket.scale"), big, margin, y, right - margin);
    y = lettering.write(en("ticket.scale"), ticket_plain, margin, y + Mm{6.5}, right - margin) + Mm{10};
    lettering.measuring_bar({margin, y}, bar, false);
    lettering.measuring_bar({right - Mm{8}, y - Mm{35}}, bar * 0.5, true);
    y = lettering.write(vi("ticket.bar"), ticket_plain, margin, y + Mm{9}, bar);
    y = lettering.write(en("ticket.bar"), ticket_small, margin, y, bar) + Mm{16};
    for (const auto& [id, x] : {std::pair{"ticket.measured", margin},
                                std::pair{"ticket.printed_by", margin + Mm{60}},
                                std::pair{"ticket.date", margin + Mm{120}}}) {
        lettering.rule({x, y}, {x + Mm{50}, y}, ticket_hair);
        lettering.write(vi(id), ticket_plain, x, y + Mm{5}, {50});
        lettering.write(en(id), ticket_small, x, y + Mm{9}, {50});
    }
    return drawing;
}

} // namespace temsao::page
