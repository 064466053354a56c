#include "page/lettering.h"

#include "label/text_flow.h"

namespace temsao::page {
namespace {

Mm leading(const label::TextStyle& style) {
    return {style.size_pt * style.line_height * 25.4 / 72};
}

} // namespace

Mm Lettering::write(std::string_view text, const label::TextStyle& style, Mm x, Mm baseline, Mm width) {
    const auto add = [&](std::string line) {
        drawing_.items.emplace_back(label::TextLine{std::move(line), style, x, baseline});
        baseline += leading(style);
    };
    if (const auto lines = label::break_lines(text, style, width, fonts_)) {
        for (const auto& line : *lines)
            add(line);
        return baseline;
    }
    std::string fitting(text);
    while (!fitting.empty() && fonts_.measure(fitting + "…", style).advance > width) {
        while (fitting.size() > 1 && (fitting.back() & 0xC0) == 0x80)
            fitting.pop_back();
        fitting.pop_back();
    }
    add(fitting + "…");
    return baseline;
}

void Lettering::centre(std::string_view text, const label::TextStyle& style, Mm x, Mm baseline) {
    drawing_.items.emplace_back(
        label::TextLine{std::string(text), style, x - fonts_.measure(text, style).advance / 2, baseline});
}

void Lettering::rule(PointMm from, PointMm to, Mm width) {
    using Kind = label::PathStep::Kind;
    drawing_.items.emplace_back(label::StrokedPath{{{.kind = Kind::move, .x = from.x.value, .y = from.y.value},
                                                    {.kind = Kind::line, .x = to.x.value, .y = to.y.value}},
                                                   {},
                                                   width});
}

void Lettering::measuring_bar(PointMm from, Mm length, bool down) {
    constexpr Mm line{0.2}, long_tick{3}, short_tick{1.5}, step{10};
    const auto at = [&](Mm along, Mm aside) {
        return down ? PointMm{from.x + aside, from.y + along} : PointMm{from.x + along, from.y + aside};
    };
    rule(at({}, {}), at(length, {}), line);
    for (Mm along; along <= length + Mm{0.01}; along += step) {
        const bool is_end = along < step / 2 || along > length - step / 2;
        rule(at(along, -(is_end ? long_tick : short_tick)), at(along, is_end ? long_tick : Mm{}), line);
    }
}

} // namespace temsao::page
