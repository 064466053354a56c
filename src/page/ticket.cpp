#include "page/ticket.h"

#include "base/message.h"
#include "label/svg_path.h"
#include "page/lettering.h"

#include <algorithm>
#include <cmath>

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

constexpr std::ptrdiff_t most_airy_rows = 12; // more stand closer, so that all stay on one sheet
constexpr SizeMm picture_room{{60}, {34}};
constexpr Mm picture_top{16};

// Never larger than it is printed.
double scale_of(const SizeMm& label) {
    return std::min({1.0, picture_room.width / label.width, picture_room.height / label.height});
}

void shift_and_scale(label::Path& path, const BoxMm& to, double scale) {
    const auto x = [&](double& value) { value = to.x.value + value * scale; };
    const auto y = [&](double& value) { value = to.y.value + value * scale; };
    for (auto& step : path) {
        x(step.x1), x(step.x2), x(step.x);
        y(step.y1), y(step.y2), y(step.y);
    }
}

// The label's own items, so that the picture is what will be printed; plates of their own show as the inks that stand
// for them, because the ticket is printed on an office printer.
void put_sample(label::Drawing& ticket, const label::Drawing& sample, const BoxMm& to, double scale) {
    struct Place {
        const BoxMm& to;
        double scale;

        void operator()(label::FilledPath& filled) const {
            shift_and_scale(filled.path, to, scale);
            filled.spot.clear();
            filled.overprint = false;
        }

        void operator()(label::StrokedPath& stroked) const {
            shift_and_scale(stroked.path, to, scale);
            stroked.width = stroked.width * scale;
            stroked.spot.clear();
            stroked.overprint = false;
        }

        void operator()(label::TextLine& words) const {
            words.style.size_pt *= scale;
            words.x = to.x + words.x * scale;
            words.baseline = to.y + words.baseline * scale;
        }

        void operator()(label::CodeModules& code) const {
            code.x = to.x + code.x * scale;
            code.y = to.y + code.y * scale;
            code.module = code.module * scale;
        }

        void operator()(label::PlacedPicture& placed) const {
            placed.box = {to.x + placed.box.x * scale,
                          to.y + placed.box.y * scale,
                          placed.box.width * scale,
                          placed.box.height * scale};
        }
    };

    for (auto item : sample.items) {
        std::visit(Place{to, scale}, item);
        ticket.items.push_back(std::move(item));
    }
    ticket.items.emplace_back(label::StrokedPath{label::rectangle_path(to), label::Ink{0, 0, 0, 40}, ticket_hair});
}

} // namespace

label::Drawing
draw_ticket(const std::vector<TicketRow>& rows, const label::Drawing& sample, const label::FontMeasure& fonts) {
    const auto vi = [](const char* id) { return say({id, {}}, Lang::vi); };
    const auto en = [](const char* id) { return say({id, {}}, Lang::en); };
    label::Drawing drawing{.size = a4, .items = {}, .title = vi("ticket.title"), .fields = {}};
    Lettering lettering(drawing, fonts);
    Mm y{30};
    lettering.write(vi("ticket.title"), big, margin, y, right - margin - picture_room.width);
    y = lettering.write(en("ticket.title"), ticket_plain, margin, y + Mm{6.5}, right - margin) + Mm{4};
    const double scale = scale_of(sample.size);
    const BoxMm picture{
        right - sample.size.width * scale, picture_top, sample.size.width * scale, sample.size.height * scale};
    put_sample(drawing, sample, picture, scale);
    const auto percent = std::to_string(std::lround(scale * 100));
    y = std::max(y, picture.bottom() + Mm{10});
    for (const auto& [language, up] : {std::pair{Lang::vi, Mm{8.6}}, std::pair{Lang::en, Mm{5.8}}})
        lettering.write(say({"ticket.sample", {percent}}, language), ticket_small, margin, y - up, right - margin);

    const auto filled =
        std::count_if(rows.begin(), rows.end(), [](const TicketRow& row) { return !row.value.empty(); });
    const Mm gap = filled > most_airy_rows ? Mm{0.6} : Mm{3};
    for (const auto& row : rows) {
        if (row.value.empty()) continue;
        lettering.rule({margin, y - Mm{4.6}}, {right, y - Mm{4.6}}, ticket_hair);
        const auto named = lettering.write(say({row.id, {}}, Lang::vi), name, margin, y, column - margin - Mm{4});
        const auto translated = lettering.write(
            say({row.id, {}}, Lang::en), ticket_small, margin, named - Mm{0.8}, column - margin - Mm{4});
        const auto valued =
            lettering.write(row.value, row.is_weighty ? weighty : ticket_plain, column, y, right - column);
        y = std::max(translated, valued) + gap;
    }
    lettering.rule({margin, y - Mm{4.6}}, {right, y - Mm{4.6}}, ticket_hair);

    y = std::max(y + Mm{8}, bottom);
    lettering.write(vi("ticket.scale"), big, margin, y, right - margin);
    y = lettering.write(en("ticket.scale"), ticket_plain, margin, y + Mm{6.5}, right - margin) + Mm{10};
    lettering.measuring_bar({margin, y}, bar, false);
    lettering.measuring_bar({right - Mm{8}, y - Mm{35}}, bar * 0.5, true);
    y = lettering.write(vi("ticket.bar"), ticket_plain, margin, y + Mm{9}, bar);
    y = lettering.write(en("ticket.bar"), ticket_small, margin, y, bar) + Mm{12};
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
