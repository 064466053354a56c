#include "page/test_sheet.h"

#include "page/lettering.h"

#include <algorithm>
#include <cstdio>
#include <numbers>

namespace temsao::page {
namespace {

using label::TextStyle;
using label::Weight;

constexpr Mm least_for_a_ruler{120}; // below, half a millimetre misread would be half a percent
constexpr TextStyle title{.weight = Weight::bold, .size_pt = 24, .line_height = 1.2};
constexpr TextStyle letter{.weight = Weight::bold, .size_pt = 13, .line_height = 1.3, .tabular = true};
constexpr TextStyle plain{.weight = Weight::regular, .size_pt = 10.5, .line_height = 1.35, .tabular = true};
constexpr TextStyle small{.weight = Weight::regular, .size_pt = 8, .line_height = 1.35};
constexpr TextStyle tiny{.weight = Weight::medium, .size_pt = 6.5, .line_height = 1.35};
constexpr Mm line{0.15}, hair{0.1};

std::string decimal(double value, const char* format = "%.1f") {
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

} // namespace

TestSheet::TestSheet(SizeMm paper)
    : paper_(paper),
      small_(std::min(paper.width, paper.height) < least_for_a_ruler),
      inset_(small_ ? Mm{8} : Mm{20}) {}

std::vector<Mm> TestSheet::nominal() const {
    if (small_) return {inset_, inset_};
    return {inset_, inset_, inset_, paper_.width - 2 * inset_, paper_.height - 2 * inset_};
}

label::Drawing TestSheet::draw(const std::string& command, const label::FontMeasure& fonts) const {
    const auto vi = [](const char* id, std::vector<std::string> facts = {}) {
        return say({id, std::move(facts)}, Lang::vi);
    };
    const auto en = [](const char* id, std::vector<std::string> facts = {}) {
        return say({id, std::move(facts)}, Lang::en);
    };
    label::Drawing drawing{.size = paper_, .items = {}, .title = vi("calibrate.title"), .fields = {}};
    Lettering lettering(drawing, fonts);
    const Mm right = paper_.width - inset_, bottom = paper_.height - inset_;
    lettering.rule({inset_, inset_}, {right, inset_}, line);
    lettering.rule({inset_, inset_}, {inset_, bottom}, line);
    const auto mark = [&](const char* name, PointMm from, PointMm to, PointMm at) {
        if (from.x != to.x || from.y != to.y) lettering.rule(from, to, hair);
        lettering.centre(name, small_ ? tiny : letter, at.x, at.y);
    };
    if (small_) {
        constexpr Mm edge{1};
        mark("a", {edge, inset_ + Mm{5}}, {inset_, inset_ + Mm{5}}, {inset_ / 2, inset_ + Mm{4}});
        mark("c", {inset_ + Mm{4}, edge}, {inset_ + Mm{4}, inset_}, {inset_ + Mm{5.5}, inset_ / 2 + Mm{1}});
        const Mm x = inset_ + Mm{1.5}, width = paper_.width - x - Mm{1.5};
        const auto y = lettering.write("a = c = " + decimal(inset_.value) + " mm", tiny, x, inset_ + Mm{4}, width);
        lettering.write(command, tiny, x, y, width);
        return drawing;
    }
    constexpr Mm cap{3};
    lettering.rule({right, inset_ - cap}, {right, inset_ + cap}, line);
    lettering.rule({inset_ - cap, bottom}, {inset_ + cap, bottom}, line);
    const Mm middle = inset_ / 2;
    constexpr Mm edge{6}; // printers leave the paper's edge white
    mark("a", {edge, inset_ + Mm{8}}, {inset_, inset_ + Mm{8}}, {middle + Mm{2}, inset_ + Mm{6.5}});
    mark("b", {edge, bottom - Mm{8}}, {inset_, bottom - Mm{8}}, {middle + Mm{2}, bottom - Mm{9.5}});
    mark("c", {inset_ + Mm{8}, edge}, {inset_ + Mm{8}, inset_}, {inset_ + Mm{11}, middle + Mm{3}});
    mark("d", {}, {}, {paper_.width / 2, inset_ - Mm{2}});
    mark("e", {}, {}, {inset_ - Mm{4}, paper_.height / 2});

    const Mm left = inset_ + Mm{14}, width = right - left;
    Mm y = inset_ + Mm{22};
    lettering.write(vi("calibrate.title"), title, left, y, width);
    y = lettering.write(en("calibrate.title"), plain, left, y + Mm{6.5}, width) + Mm{6};
    for (const auto* id : {"calibrate.print", "calibrate.measure"}) {
        y = lettering.write(vi(id), plain, left, y, width);
        y = lettering.write(en(id), small, left, y - Mm{0.5}, width) + Mm{3.5};
    }
    y += Mm{5};
    const auto lengths = nominal();
    constexpr const char* names[] = {"a", "b", "c", "d", "e"};
    constexpr const char* what[] = {"calibrate.a", "calibrate.b", "calibrate.c", "calibrate.d", "calibrate.e"};
    const Mm blank = right - Mm{34};
    for (std::size_t i = 0; i < lengths.size(); ++i) {
        lettering.rule({left, y - Mm{5.4}}, {right, y - Mm{5.4}}, hair);
        lettering.write(names[i], letter, left, y, {8});
        lettering.write(vi(what[i]), plain, left + Mm{10}, y, blank - left - Mm{36});
        const auto next = lettering.write(en(what[i]), small, left + Mm{10}, y + Mm{4}, blank - left - Mm{36});
        lettering.write("= " + decimal(lengths[i].value) + " mm", plain, blank - Mm{25}, y, {25});
        lettering.rule({blank, y + Mm{1}}, {right - Mm{8}, y + Mm{1}}, hair);
        lettering.write("mm", plain, right - Mm{7}, y, {8});
        y = next + Mm{4.5};
    }
    lettering.rule({left, y - Mm{5.4}}, {right, y - Mm{5.4}}, hair);
    y += Mm{4};
    y = lettering.write(vi("calibrate.type"), plain, left, y, width);
    y = lettering.write(en("calibrate.type"), small, left, y - Mm{0.5}, width) + Mm{2};
    y = lettering.write(command, letter, left, y + Mm{2}, width);
    y += Mm{14};
    lettering.measuring_bar({left, y}, {100}, false);
    y = lettering.write(vi("ticket.bar"), plain, left, y + Mm{8}, width);
    lettering.write(en("ticket.bar"), small, left, y - Mm{0.5}, width);
    return drawing;
}

Result<Correction> TestSheet::correction(const std::vector<Mm>& measured) const {
    const auto wanted = nominal();
    if (measured.size() != wanted.size())
        return error(Cause::refused,
                     "printer.how_many",
                     {std::to_string(measured.size()), std::to_string(wanted.size()), small_ ? "a c" : "a b c d e"});
    Correction printer;
    if (small_) {
        printer.right = measured[0] - inset_;
        printer.down = measured[1] - inset_;
    } else {
        printer.across_scale = measured[3] / wanted[3];
        printer.down_scale = measured[4] / wanted[4];
        const auto beyond = [](double scale) { return !(std::abs(scale - 1) <= largest_scale_error); };
        if (beyond(printer.across_scale) || beyond(printer.down_scale))
            return error(Cause::refused,
                         "printer.scaled",
                         {decimal(printer.across_scale * 100), decimal(printer.down_scale * 100)});
        const double sine = (measured[0] - measured[1]) / measured[4]; // the foot goes left when turned clockwise
        const double turn = std::asin(std::clamp(sine, -1.0, 1.0));
        printer.turn_degrees = turn * 180 / std::numbers::pi;
        if (std::abs(printer.turn_degrees) > largest_turn_degrees)
            return error(Cause::refused,
                         "printer.turned",
                         {decimal(printer.turn_degrees, "%.2f"), decimal(largest_turn_degrees)});
        const auto corner = prints_at(printer, {inset_, inset_});
        printer.right = measured[0] - corner.x;
        printer.down = measured[2] - corner.y;
    }
    if (std::max(std::abs(printer.right.value), std::abs(printer.down.value)) > largest_shift.value)
        return error(Cause::refused,
                     "printer.shifted",
                     {decimal(printer.right.value), decimal(printer.down.value), decimal(largest_shift.value)});
    return printer;
}

} // namespace temsao::page
