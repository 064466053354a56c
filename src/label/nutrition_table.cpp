#include "label/nutrition_table.h"

#include <algorithm>

namespace temsao::label {
namespace {

constexpr Mm line_width{0.15};
constexpr double aside_em = 0.35; // between the frame and the words, and between columns

struct Column {
    Mm before, after; // of the decimal sign
    Mm units;
};

class Table {
public:
    Table(const FilledTable& table, double size_pt, const FontMeasure& fonts)
        : place_(table.place),
          facts_(table.facts),
          fonts_(fonts),
          style_(place_.style),
          em_{size_pt * 25.4 / 72} {
        style_.size_pt = size_pt;
        style_.tabular = true;
        bold_ = style_;
        bold_.weight = Weight::bold;
        measure_column();
        lay_out();
    }

    bool is_too_wide() const { return width_ > place_.box.width + Mm{1e-6}; }

    SetPart set() const {
        SetPart set{lines_, {}, height_};
        const auto& box = place_.box;
        const auto& ink = place_.paint.ink;
        for (auto& line : set.lines) {
            line.line.x += box.x;
            line.line.ink = ink;
        }
        using Step = PathStep::Kind;
        const auto at = [](Step kind, Mm x, Mm y) { return PathStep{kind, 0, 0, 0, 0, x.value, y.value}; };
        for (const auto down : rules_)
            set.frames.push_back(
                {{at(Step::move, box.x + frame_width, down), at(Step::line, box.right() - frame_width, down)},
                 ink,
                 line_width});
        set.frames.push_back(frame_of(box.x, box.width, height_, ink));
        return set;
    }

private:
    Mm advance(std::string_view text, const TextStyle& style) const { return fonts_.measure(text, style).advance; }

    Mm before_sign(const NutritionRow& row) const {
        return advance(std::string_view(row.amount).substr(0, decimals_at(row.amount)), style_);
    }

    void measure_column() {
        for (const auto& row : facts_.rows) {
            if (row.amount.empty()) continue;
            const auto sign = decimals_at(row.amount);
            column_.before = std::max(column_.before, before_sign(row));
            column_.after = std::max(column_.after, advance(std::string_view(row.amount).substr(sign), style_));
            column_.units = std::max(column_.units, advance(row.unit, style_));
        }
    }

    void lay_out() {
        const Mm side = frame_width + em_ * aside_em, inner = place_.box.width - 2 * side;
        height_ = frame_width;
        title(side, inner);
        const Mm amounts = column_.before + column_.after + em_ * aside_em + column_.units;
        const Mm sign_at = side + inner - column_.units - em_ * aside_em - column_.after;
        for (const auto& row : facts_.rows) {
            rules_.push_back(height_ + line_width / 2);
            height_ += line_width;
            std::vector<SetLine> words{line(row.name, style_, side)};
            const Mm name = advance(row.name, style_);
            if (row.amount.empty()) {
                widen(name + 2 * side);
            } else {
                words.push_back(line(row.amount, style_, sign_at - before_sign(row)));
                words.push_back(line(row.unit, style_, side + inner - column_.units));
                widen(name + em_ * aside_em + amounts + 2 * side);
            }
            add_row(std::move(words));
        }
        height_ += frame_width;
    }

    // The heading and of how much, in one row where they fit.
    void title(Mm side, Mm inner) {
        const auto& words = place_.title;
        const auto of_how_much = basis_words();
        const Mm heading = advance(words, bold_), basis = advance(of_how_much, style_);
        std::vector<SetLine> first;
        if (!words.empty()) first.push_back(line(words, bold_, side, true));
        const bool in_one = !words.empty() && heading + em_ + basis <= inner;
        if (in_one && basis > Mm{}) first.push_back(line(of_how_much, style_, side + inner - basis));
        widen(heading + 2 * side);
        widen(basis + 2 * side);
        if (!first.empty()) add_row(std::move(first));
        if (!in_one && basis > Mm{}) add_row({line(of_how_much, style_, side)});
    }

    // "trong 100 g"; what the list words itself stays as it is.
    std::string basis_words() const {
        const auto& basis = facts_.basis;
        const bool is_bare = !basis.empty() && basis.front() >= '0' && basis.front() <= '9';
        return is_bare && !place_.basis.empty() ? place_.basis + " " + basis : basis;
    }

    SetLine line(const std::string& text, const TextStyle& style, Mm x, bool is_art = false) const {
        return {TextLine{text, style, x, {}, {}}, is_art ? text : "nutrition", is_art};
    }

    // As high as the style says, and higher where accents would come too close to a line.
    void add_row(std::vector<SetLine> words) {
        Mm above{}, below{};
        for (const auto& one : words) {
            const auto ink = fonts_.measure(one.line.text, one.line.style);
            above = std::max(above, -ink.ink_top);
            below = std::max(below, ink.ink_bottom);
        }
        const Mm capitals = fonts_.cap_height(style_), wished = em_ * style_.line_height;
        const Mm over = std::max((wished - capitals) / 2, above - capitals + off_the_frame);
        const Mm under = std::max((wished - capitals) / 2, below + off_the_frame);
        for (auto& one : words) {
            one.line.baseline = height_ + over + capitals;
            lines_.push_back(std::move(one));
        }
        height_ += over + capitals + under;
    }

    void widen(Mm needed) { width_ = std::max(width_, needed); }

    const NutritionPlace& place_;
    const Nutrition& facts_;
    const FontMeasure& fonts_;
    TextStyle style_, bold_;
    Mm em_;
    Column column_{};
    Mm height_{}, width_{};
    std::vector<SetLine> lines_; // from the table's corner
    std::vector<Mm> rules_;      // how far down
};

} // namespace

std::optional<SetPart> set_nutrition(const FilledTable& table, double size_pt, const FontMeasure& fonts) {
    const Table drawn(table, size_pt, fonts);
    return drawn.is_too_wide() ? std::nullopt : std::optional(drawn.set());
}

} // namespace temsao::label
