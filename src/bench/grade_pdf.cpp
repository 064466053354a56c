// The estimate on paper: drawn as any label is, so that fonts and inks are the same.
#include "bench/grade_pdf.h"

#include "base/text.h"
#include "label/text_flow.h"
#include "render/pdf.h"

namespace temsao::bench {
namespace {

using label::Ink;

constexpr SizeMm a4{{210}, {297}};
constexpr Mm sheet_margin{20}, map_side{70}, column_at{100}, text_width{90};

constexpr Ink light_inks[] = {{0, 55, 85, 10}, {0, 38, 80, 5}, {0, 18, 62, 3}, {0, 6, 26, 2}, {0, 0, 0, 0}};
constexpr Ink dark_inks[] = {{0, 65, 90, 45}, {0, 45, 85, 45}, {0, 20, 70, 58}, {0, 5, 30, 70}, {0, 0, 0, 100}};
constexpr Ink wrong_ink{0, 95, 85, 25};

Ink ink_of(const grade::Grade& grade, int column_, int row) {
    const auto level = grade::level_of_module(grade.modulation[grade.meant.index(column_, row)]);
    if (!level) return wrong_ink;
    return (grade.meant.at(column_, row) ? dark_inks : light_inks)[*level];
}

label::Path box(double x, double y, double width, double height) {
    using Kind = label::PathStep::Kind;
    return {{Kind::move, 0, 0, 0, 0, x, y},
            {Kind::line, 0, 0, 0, 0, x + width, y},
            {Kind::line, 0, 0, 0, 0, x + width, y + height},
            {Kind::line, 0, 0, 0, 0, x, y + height},
            {Kind::close}};
}

// Runs of modules of one ink, row by row.
void draw_map(label::Drawing& drawing, const grade::Grade& grade, Mm left, Mm top) {
    const int size = grade.meant.size;
    const double module = map_side.value / size;
    for (int row = 0; row < size; ++row)
        for (int start = 0, at = 0; start < size; start = at) {
            const auto ink = ink_of(grade, start, row);
            for (at = start + 1; at < size && ink_of(grade, at, row) == ink; ++at) {
            }
            drawing.items.push_back(label::FilledPath{
                box(left.value + start * module, top.value + row * module, (at - start) * module, module), ink});
        }
}

class Writer {
public:
    Writer(label::Drawing& drawing, const render::FontBook& fonts) : drawing_(drawing), fonts_(fonts) {}

    // Wrapped at spaces, and wherever the line ends when there are none: a code may hold anything.
    void paragraph(const std::string& text, const label::TextStyle& style, Mm x, Mm width) {
        auto rest = make_showable(text);
        while (!rest.empty()) {
            if (const auto lines = label::break_lines(rest, style, width, fonts_)) {
                for (const auto& line : *lines)
                    next_line(line, style, x);
                return;
            }
            std::size_t fits = 1;
            for (auto end = fits; end <= rest.size() && fonts_.measure(rest.substr(0, end), style).advance <= width;
                 ++end)
                if (end == rest.size() || (rest[end] & 0xc0) != 0x80) fits = end;
            next_line(rest.substr(0, fits), style, x);
            rest.erase(0, fits);
        }
    }

    // Words, value, limit, level.
    void row(const std::array<std::string, 4>& cells, const label::TextStyle& style) {
        y_ += step(style);
        put(cells[0], style, column_at);
        put(cells[1], style, column_at + Mm{56} - fonts_.measure(cells[1], style).advance);
        put(cells[2], style, column_at + Mm{72} - fonts_.measure(cells[2], style).advance);
        put(cells[3], style, column_at + Mm{75});
    }

    void gap(Mm by) { y_ += by; }

private:
    void next_line(const std::string& line, const label::TextStyle& style, Mm x) {
        y_ += step(style);
        put(line, style, x);
    }

    static Mm step(const label::TextStyle& style) { return Mm{style.size_pt * style.line_height * 25.4 / 72}; }

    void put(const std::string& line, const label::TextStyle& style, Mm x) {
        if (fonts_.missing_glyphs(line, style).empty()) drawing_.items.push_back(label::TextLine{line, style, x, y_});
    }

    label::Drawing& drawing_;
    const render::FontBook& fonts_;
    Mm y_ = sheet_margin;
};

label::Drawing draw(const GradedFile& graded, const GradedSymbol& symbol, const render::FontBook& fonts, Lang lang) {
    const label::TextStyle title{label::Weight::bold, 16, 1.2}, word{label::Weight::bold, 28, 1.2}, body{.size_pt = 9};
    const auto& grade = symbol.grade;
    const auto words = [&](const char* id, std::vector<std::string> facts = {}) {
        return say({id, std::move(facts)}, lang);
    };
    label::Drawing drawing{.size = a4, .items = {}, .title = words("grade.estimate"), .fields = {}};
    Writer writer(drawing, fonts);
    const Mm full = a4.width - 2 * sheet_margin;
    writer.paragraph(words("grade.estimate"), title, sheet_margin, full);
    writer.paragraph(graded.file + " · " + graded.date.shown(lang), body, sheet_margin, full);
    writer.gap({6});
    writer.paragraph(level_words(grade, lang), word, column_at, text_width);
    writer.gap({1.5});
    writer.paragraph(grade.reading.text, body, column_at, text_width);
    writer.gap({2});
    if (grade.trust != grade::Trust::withheld) {
        draw_map(drawing, grade, sheet_margin, Mm{52});
        writer.paragraph(facts_words(grade, lang), body, column_at, text_width);
        writer.gap({3});
        writer.row({"", words("grade.value"), words("grade.limit"), ""}, body);
        for (const auto& p : grade.parameters)
            writer.row({parameter_words(p, lang),
                        value_words(p, lang),
                        limit_words(p, lang),
                        words(("grade.level_" + std::to_string(p.level)).c_str())},
                       body);
        writer.gap({4});
        writer.paragraph(words("grade.map"), body, column_at, text_width);
    }
    writer.gap({4});
    for (const auto& remark : symbol.remarks) {
        writer.paragraph(say(remark.message(), lang), body, column_at, text_width);
        writer.gap({1.5});
    }
    writer.gap({4});
    writer.paragraph(method_words(symbol.grade, lang), body, column_at, text_width);
    return drawing;
}

} // namespace

Result<std::string> grade_pdf(const GradedFile& graded, const render::FontBook& fonts, Lang lang) {
    std::vector<page::Page> pages;
    for (const auto& symbol : graded.symbols) {
        auto drawing = std::make_shared<const label::Drawing>(draw(graded, symbol, fonts, lang));
        pages.push_back({drawing->size, {{std::move(drawing), {}, {}}}});
    }
    return render::write_pdf(pages, {say({"grade.estimate", {}}, lang), graded.date}, fonts);
}

} // namespace temsao::bench
