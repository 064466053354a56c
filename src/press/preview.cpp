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

constexpr Ink red{0, 90, 80, 10}, amber{0, 55, 100, 15}, dark{0, 0, 0, 90}, pale{0, 0, 0, 25}, bare{0, 0, 0, 0};
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
    Overlay(const label::Drawing& label, const render::FontBook& fonts)
        : label_(label.size),
          legend_x_(margin * 2 + label.size.width),
          y_(margin),
          next_missing_(margin + tag),
          fonts_(fonts) {
        outline({margin, margin, label_.width, label_.height}, pale, Mm{0.1});
        for (const auto& item : label.items) {
            const bool is_read =
                std::holds_alternative<label::TextLine>(item) || std::holds_alternative<label::CodeModules>(item);
            const auto box = is_read ? label::printed_box(item, fonts) : std::nullopt;
            if (box) taken_.push_back({box->x + margin, box->y + margin, box->width, box->height});
        }
    }

    void paragraph(const std::string& said, const TextStyle& style, Mm indent) {
        const auto lines = label::break_lines(said, style, legend_width - indent, fonts_);
        if (!lines) return; // a word as wide as the legend: nothing that we say
        for (const auto& one : *lines) {
            put({one, style, legend_x_ + indent, y_ + fonts_.cap_height(style), dark});
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
            const auto [x, y] = free_place(box);
            if (x < margin - tag * 2) line_to(box, x, y, ink);
            taken_.push_back(around(x, y));
            numbered(number, x, y, ink);
        } else if (next_missing_ + tag < margin + label_.width) {
            // What is missing has its number under the label.
            numbered(number, next_missing_, margin + label_.height + margin / 2, ink);
            next_missing_ = next_missing_ + tag * 2 + frame;
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
    struct Spot {
        Mm x, y;
    };

    static BoxMm around(Mm x, Mm y) { return {x - tag, y - tag, 2 * tag, 2 * tag}; }

    bool is_free(Spot at) const {
        const auto box = around(at.x, at.y);
        const bool on_paper = at.x >= tag && at.y >= tag && at.x + tag <= margin * 2 + label_.width &&
                              at.y + tag <= margin * 2 + label_.height;
        return on_paper && std::none_of(taken_.begin(), taken_.end(), [&](const BoxMm& other) {
                   return label::overlap(box, other);
               });
    }

    // For a number beside the frame, off all words, codes and numbers: at its sides, above and below it, else in the
    // margin on its left.
    Spot free_place(const BoxMm& box) const {
        const Mm middle = box.y + box.height / 2;
        for (const auto& spot : {Spot{box.x - tag, middle},
                                 Spot{box.right() + tag, middle},
                                 Spot{box.x + tag, box.y - tag},
                                 Spot{box.right() - tag, box.y - tag},
                                 Spot{box.x + tag, box.bottom() + tag},
                                 Spot{box.right() - tag, box.bottom() + tag}})
            if (is_free(spot)) return spot;
        Spot spot{tag, std::max(middle, tag)};
        for (Mm down{}; !is_free(spot) && spot.y + tag < margin * 2 + label_.height; down = tag * 2)
            spot.y = spot.y + down;
        return spot;
    }

    void line_to(const BoxMm& box, Mm x, Mm y, const Ink& ink) {
        using Kind = label::PathStep::Kind;
        const Mm to = box.y + box.height / 2;
        drawing.items.emplace_back(label::StrokedPath{
            {{Kind::move, 0, 0, 0, 0, x.value, y.value}, {Kind::line, 0, 0, 0, 0, box.x.value, to.value}},
            ink,
            Mm{0.15}});
    }

    void put(label::TextLine one) { drawing.items.emplace_back(std::move(one)); }

    void outline(const BoxMm& box, const Ink& ink, Mm width) {
        drawing.items.emplace_back(label::StrokedPath{label::rectangle_path(box), ink, width});
    }

    void numbered(int number, Mm x, Mm y, const Ink& ink) {
        drawing.items.emplace_back(label::FilledPath{.path = label::circle_path(x, y, tag), .ink = ink});
        const auto figures = std::to_string(number);
        const auto half = fonts_.measure(figures, number_style).advance / 2;
        put({figures, number_style, x - half, y + fonts_.cap_height(number_style) / 2, bare});
    }

    SizeMm label_;
    Mm legend_x_, y_, next_missing_;
    const render::FontBook& fonts_;
    std::vector<BoxMm> taken_; // by words, codes and numbers
};

} // namespace

Result<std::string> draw_preview(const std::shared_ptr<const label::Drawing>& drawing,
                                 const PreflightedLabel& checked,
                                 const render::FontBook& fonts,
                                 Lang lang) {
    Overlay overlay(*drawing, fonts);
    overlay.paragraph(checked.product->name, title_style, {});
    overlay.space(gap);
    int number = 0;
    for (const auto severity : {Severity::invalid, Severity::check}) // what refuses first
        for (const auto& finding : checked.findings)
            if (finding.finding.severity == severity) overlay.remark(++number, finding, lang);
    const auto goods = std::string(label::words(checked.goods.value_or(label::Goods::other)));
    if (number == 0) overlay.paragraph(say({"preflight.nothing_found", {goods}}, lang), words_style, {});
    const SizeMm size{overlay.right() + margin, std::max(overlay.bottom(), margin + drawing->size.height) + margin};
    overlay.drawing.size = size;
    const page::Page page{
        size,
        {{drawing, margin, margin}, {std::make_shared<const label::Drawing>(std::move(overlay.drawing)), {}, {}}}};
    return render::write_png(page, Resolution::from_dpi(300), fonts);
}

} // namespace temsao::press
