#include "label/text_flow.h"

#include "base/text.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr double size_step_pt = 0.25;
constexpr Mm grace{0.02}; // less than a dot of the finest printer

Mm leading(const TextStyle& style) {
    return {style.size_pt * style.line_height * 25.4 / 72};
}

// The first baseline below `top` with capitals and their accents under it.
Mm first_baseline(std::string_view line, const TextStyle& style, Mm top, const FontMeasure& fonts) {
    return top + std::max(fonts.cap_height(style), -fonts.measure(line, style).ink_top);
}

bool all_above(const std::vector<TextLine>& lines, Mm bottom, const FontMeasure& fonts) {
    return std::all_of(lines.begin(), lines.end(), [&](const TextLine& line) {
        return ink_box(line, fonts).bottom() <= bottom + grace;
    });
}

std::optional<std::vector<TextLine>> set_facts_at(const FactsPlace& place,
                                                  const std::vector<WordedFact>& facts,
                                                  const TextStyle& style,
                                                  const FontMeasure& fonts) {
    auto words_style = style;
    words_style.weight = Weight::medium;
    const Mm gap{style.size_pt * 0.16};
    Mm column{};
    for (const auto& fact : facts)
        column = std::max(column, fonts.measure(fact.words, words_style).advance + gap);

    std::vector<TextLine> lines;
    Mm baseline{};
    for (const auto& fact : facts) {
        const Mm words_width =
            fact.words.empty() ? Mm{}
                               : fonts.measure(fact.words, words_style).advance + gap * (place.in_columns ? 1.0 : 0.55);
        const Mm left = place.in_columns ? column : Mm{};
        const Mm indent = place.in_columns ? Mm{} : words_width;
        const auto broken = break_lines(fact.value, style, place.box.width - left, fonts, indent);
        if (!broken) return {};
        baseline =
            lines.empty()
                ? first_baseline(fact.words.empty() ? broken->front() : fact.words, words_style, place.box.y, fonts)
                : baseline + leading(style);
        if (!fact.words.empty()) lines.push_back({fact.words, words_style, place.box.x, baseline, place.ink});
        for (std::size_t i = 0; i < broken->size(); ++i) {
            if (i > 0) baseline += leading(style);
            lines.push_back({(*broken)[i], style, place.box.x + left + (i == 0 ? indent : Mm{}), baseline, place.ink});
        }
    }
    std::erase_if(lines, [](const TextLine& line) { return line.text.empty(); });
    if (!all_above(lines, place.box.bottom(), fonts)) return {};
    return lines;
}

} // namespace

BoxMm ink_box(const TextLine& line, const FontMeasure& fonts) {
    const auto measure = fonts.measure(line.text, line.style);
    return {line.x + measure.ink_left,
            line.baseline + measure.ink_top,
            measure.ink_right - measure.ink_left,
            measure.ink_bottom - measure.ink_top};
}

std::optional<std::vector<std::string>>
break_lines(std::string_view text, const TextStyle& style, Mm width, const FontMeasure& fonts, Mm indent) {
    std::vector<std::string> lines(1);
    Mm room = width - indent;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(word.size() + 1, text.size()));
        auto longer = lines.back();
        if (!longer.empty()) longer += ' ';
        longer += word;
        if (fonts.measure(longer, style).advance <= room + grace) {
            lines.back() = std::move(longer);
            continue;
        }
        room = width;
        if (fonts.measure(word, style).advance > room + grace) return {};
        lines.emplace_back(word);
    }
    return lines;
}

std::optional<std::vector<TextLine>> set_text(const TextPlace& place, std::string text, const FontMeasure& fonts) {
    if (place.upper_case) text = to_upper(text);
    auto style = place.style;
    for (; style.size_pt >= place.least_size_pt - 1e-9; style.size_pt -= size_step_pt) {
        const auto broken = break_lines(text, style, place.box.width, fonts);
        if (!broken || broken->size() > static_cast<std::size_t>(place.most_lines)) continue;
        std::vector<TextLine> lines;
        Mm baseline = first_baseline(broken->front(), style, place.box.y, fonts);
        for (const auto& line : *broken) {
            const Mm free = place.box.width - fonts.measure(line, style).advance;
            const Mm shift = place.align == Align::left ? Mm{} : place.align == Align::right ? free : free / 2;
            lines.push_back({line, style, place.box.x + shift, baseline, place.ink});
            baseline += leading(style);
        }
        if (!all_above(lines, place.box.bottom(), fonts)) continue;
        Mm lowest = lines.back().baseline; // the last baseline counts as the bottom, descenders hang
        for (const auto& line : lines)
            lowest = std::max(lowest, place.valign == Valign::bottom ? ink_box(line, fonts).bottom() : line.baseline);
        const Mm spare = std::max(Mm{}, place.box.bottom() - lowest);
        for (auto& line : lines)
            line.baseline += place.valign == Valign::top ? Mm{} : place.valign == Valign::bottom ? spare : spare / 2;
        return lines;
    }
    return {};
}

std::optional<std::vector<TextLine>>
set_facts(const FactsPlace& place, const std::vector<WordedFact>& facts, const FontMeasure& fonts) {
    if (facts.empty()) return std::vector<TextLine>();
    auto style = place.style;
    for (; style.size_pt >= place.least_size_pt - 1e-9; style.size_pt -= size_step_pt)
        if (auto lines = set_facts_at(place, facts, style, fonts)) return lines;
    return {};
}

} // namespace temsao::label
