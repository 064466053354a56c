#include "press/preview.h"

#include "label/boxes.h"
#include "label/svg_path.h"
#include "label/text_flow.h"
#include "render/write.h"

#include <algorithm>

namespace temsao::press {
namespace {

using label::Ink;
using label::TextStyle;
using label::Weight;

constexpr Ink red{0, 90, 80, 10}, amber{0, 55, 100, 15}, text{0, 0, 0, 90}, line{0, 0, 0, 25}, paper{0, 0, 0, 0};
constexpr Mm margin{6}, legend_width{84}, tag{1.7}, frame{0.3}, frame_gap{0.5}, gap{2.2};
const TextStyle words_style{.size_pt = 7, .line_height = 1.35};
const TextStyle number_style{.weight = Weight::bold, .size_pt = 6.5};
const TextStyle title_style{.weight = Weight::bold, .size_pt = 10, .line_height = 1.25};

Mm leading(const TextStyle& style) {
    return {style.size_pt * style.line_height * 25.4 / 72};
}

// What is drawn over the label and beside it.
class Overlay {
public:
    Overlay(SizeMm label, const render::FontBook& fonts)
        : legend_x_(margin * 2 + label.width),
          y_(margin),
          fonts_(fonts) {
        outline({margin, margin, label.width, label.height}, line, Mm{0.1});
    }

    void paragraph(const std::string& said, const TextStyle& style, Mm indent) {
        const auto lines = label::break_lines(said, style, legend_width - indent, fonts_);
        if (!lines) return; // a word as wide as the legend: nothing that we say
        for (const auto& one : *lines) {
            put({one, style, legend_x_ + indent, y_ + fonts_.cap_height(style), text});
            y_ += leading(style);
        }
    }

    void remark(int number, const label::LabelFinding& finding, Lang lang) {
        const auto ink = finding.finding.severity == Severity::invalid ? red : amber;
        if (finding.box) {
            const BoxMm box{finding.box->x + margin - frame_gap,
                            finding.box->y + margin - frame_gap,
                            finding.box->width + 2 * frame_gap,
                            finding.box->height + 2 * frame_gap};
            outline(box, ink, frame);
            Mm x = box.x;
            while (std::any_of(tags_.begin(), tags_.end(), [&](const BoxMm& other) {
                return label::overlap({x - tag, box.y - tag, 2 * tag, 2 * tag}, other);
            }))
                x += 2 * tag;
            tags_.push_back({x - tag, box.y - tag, 2 * tag, 2 * tag});
            numbered(number, x, box.y, ink);
        }
        numbered(number, legend_x_ + tag, y_ + fonts_.cap_height(words_style) / 2, ink);
        const auto& what = finding.finding;
        paragraph(say(what.message(), lang) + " (" + rule_words(what.rule, lang) + ")", words_style, tag * 2 + Mm{1.6});
        y_ += gap;
    }

    void space(Mm more) { y_ += more; }

    Mm bottom() const { return y_; }

    Mm right() const { return legend_x_ + legend_width; }

    label::Drawing drawing;

private:
    void put(label::TextLine one) { drawing.items.emplace_back(std::move(one)); }

    void outline(const BoxMm& box, const Ink& ink, Mm width) {
        drawing.items.emplace_back(label::StrokedPath{label::rectangle_path(box), ink, width});
    }

    void numbered(int number, Mm x, Mm y, const Ink& ink) {
        drawing.items.emplace_back(label::FilledPath{.path = label::circle_path(x, y, tag), .ink = ink});
        const auto figures = std::to_string(number);
        const auto half = fonts_.measure(figures, number_style).advance / 2;
        put({figures, number_style, x - half, y + fonts_.cap_height(number_style) / 2, paper});
    }

    Mm legend_x_, y_;
    const render::FontBook& fonts_;
    std::vector<BoxMm> tags_;
};

} // namespace

Result<std::string> draw_preview(const std::shared_ptr<const label::Drawing>& drawing,
                                 const PreflightedLabel& checked,
                                 const render::FontBook& fonts,
                                 Lang lang) {
    Overlay overlay(drawing->size, fonts);
    overlay.paragraph(checked.product->name, title_style, {});
    overlay.space(gap);
    int number = 0;
    for (const auto severity : {Severity::invalid, Severity::check}) // what refuses first
        for (const auto& finding : checked.findings)
            if (finding.finding.severity == severity) overlay.remark(++number, finding, lang);
    if (number == 0) overlay.paragraph(say({"preflight.nothing_found", {}}, lang), words_style, {});
    const SizeMm size{overlay.right() + margin, std::max(overlay.bottom(), margin + drawing->size.height) + margin};
    overlay.drawing.size = size;
    const page::Page page{
        size,
        {{drawing, margin, margin}, {std::make_shared<const label::Drawing>(std::move(overlay.drawing)), {}, {}}}};
    return render::write_png(page, Resolution::from_dpi(300), fonts);
}

} // namespace temsao::press
