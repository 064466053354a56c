#pragma once
// A ruler instead of fonts: each character is half as wide as the size is high, so that sums can be done in the head.
#include "base/text.h"
#include "label/font_measure.h"

namespace temsao::label::test {

class Ruler : public FontMeasure {
public:
    LineMeasure measure(std::string_view line, const TextStyle& style) const override {
        const Mm width{static_cast<double>(count_characters(line)) * style.size_pt * 25.4 / 72 / 2};
        return {width, {}, -cap_height(style), width, {}};
    }

    Path outline(std::string_view line, const TextStyle& style) const override {
        const auto box = measure(line, style);
        const double right = box.ink_right.value, top = box.ink_top.value;
        using Kind = PathStep::Kind;
        return {{Kind::move, 0, 0, 0, 0, 0, 0},
                {Kind::line, 0, 0, 0, 0, right, 0},
                {Kind::line, 0, 0, 0, 0, right, top},
                {Kind::line, 0, 0, 0, 0, 0, top},
                {Kind::close}};
    }

    Mm x_height(const TextStyle& style) const override { return {style.size_pt * 25.4 / 72 * 0.5}; }

    Mm cap_height(const TextStyle& style) const override { return {style.size_pt * 25.4 / 72 * 0.7}; }

    std::vector<std::string> missing_glyphs(std::string_view text, const TextStyle&) const override {
        return text.find('@') == text.npos ? std::vector<std::string>{} : std::vector<std::string>{"@ U+0040"};
    }
};

} // namespace temsao::label::test
