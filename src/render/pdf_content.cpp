#include "render/pdf_content.h"

#include "render/pdf_text.h"

#include <charconv>
#include <cmath>

namespace temsao::render {
namespace {

using namespace label;

void put_ink(std::string& out, const Ink& ink, const char* name) {
    for (const double coverage : {ink.c, ink.m, ink.y, ink.k}) {
        put_number(out, std::round(coverage * 10) / 1000);
        out += ' ';
    }
    out += name;
    out += '\n';
}

void put_whole(std::string& out, int number) {
    char digits[12];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

// 0..999
char* put_small(char* to, int number) {
    if (number >= 100) *to++ = static_cast<char>('0' + number / 100);
    if (number >= 10) *to++ = static_cast<char>('0' + number / 10 % 10);
    *to++ = static_cast<char>('0' + number % 10);
    return to;
}

// The character of UTF-8 text if it is one alone, else 0.
char32_t only_character(std::string_view text) {
    const auto first = static_cast<unsigned char>(text[0]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (text.size() != length) return 0;
    char32_t character = length == 1 ? first : first & (0x7FU >> length);
    for (std::size_t i = 1; i < length; ++i)
        character = character << 6 | (static_cast<unsigned char>(text[i]) & 0x3FU);
    return character;
}

// TJ strings of a line in thousandths of an em: where the next glyph would come to stand is compared with where it has
// to, so that rounding never adds up.
class TextOperators {
    static constexpr double least_gap = 50; // poppler takes a tenth of an em for a blank

public:
    explicit TextOperators(const Face& face) : face_(face) {}

    std::string write(const ShapedLine& line) {
        const auto count = line.glyphs.size();
        for (std::size_t i = 0; i < count;) {
            auto end_of_word = next_cluster(line, i);
            while (end_of_word < count && text_of(line, i, i + 1) != " " &&
                   text_of(line, end_of_word, end_of_word + 1) != " ")
                end_of_word = next_cluster(line, end_of_word);
            if (is_spaced(line, i, end_of_word)) { // letters set apart: readers would see words in the gaps
                put(line, i, end_of_word, false);
                i = end_of_word;
            }
            while (i < end_of_word) {
                const auto next = next_cluster(line, i);
                const auto glyph = line.glyphs[i].glyph;
                put(line,
                    i,
                    next,
                    next == i + 1 && glyph < face_.character.size() &&
                        face_.character[glyph] == only_character(text_of(line, i, next)));
                i = next;
            }
        }
        close();
        if (rise_ != 0) out_ += "0 Ts ";
        return std::move(out_);
    }

private:
    static std::size_t next_cluster(const ShapedLine& line, std::size_t i) {
        do
            ++i;
        while (i < line.glyphs.size() && line.glyphs[i].text_length == 0);
        return i;
    }

    // The text that glyphs stand for; text_length is counted at the first glyph of each cluster.
    static std::string_view text_of(const ShapedLine& line, std::size_t first, std::size_t end) {
        std::size_t length = 0;
        for (auto i = first; i < end; ++i)
            length += line.glyphs[i].text_length;
        return std::string_view(line.text).substr(line.glyphs[first].text_start, length);
    }

    bool is_spaced(const ShapedLine& line, std::size_t first, std::size_t end) const {
        for (auto i = first; i + 1 < end; ++i)
            if (line.glyphs[i + 1].x * 1000 - line.glyphs[i].x * 1000 - advance(line.glyphs[i].glyph) > least_gap)
                return true;
        return false;
    }

    double advance(unsigned glyph) const {
        return std::round(hb_font_get_glyph_h_advance(face_.font.get(), glyph) * 1000 / face_.units_per_em);
    }

    // Glyphs that are not `plain` stand for another text than the font's own table says, and carry it with them (PDF
    // 32000 14.9.4).
    void put(const ShapedLine& line, std::size_t first, std::size_t end, bool plain) {
        if (!plain) {
            close();
            out_ += "/Span<</ActualText" + pdf_text(text_of(line, first, end)) + ">>BDC ";
        }
        for (auto i = first; i < end; ++i)
            show(line.glyphs[i]);
        if (!plain) {
            close();
            out_ += "EMC ";
        }
    }

    void show(const PlacedGlyph& placed) {
        if (std::abs(placed.y - rise_) > 1e-6) {
            close();
            rise_ = placed.y;
            put_number(out_, rise_);
            out_ += " Ts ";
        }
        const double back = std::round(pen_ - placed.x * 1000);
        if (!open_) out_ += back != 0 ? "[" : "[<";
        if (back != 0) {
            if (open_) out_ += '>';
            put_whole(out_, static_cast<int>(back));
            out_ += '<';
            pen_ -= back;
        }
        open_ = true;
        put_hex16(out_, placed.glyph);
        pen_ += advance(placed.glyph);
    }

    void close() {
        if (open_) out_ += ">]TJ ";
        open_ = false;
    }

    const Face& face_;
    std::string out_;
    double pen_ = 0, rise_ = 0;
    bool open_ = false;
};

} // namespace

PdfContent::PdfContent(const FontBook& fonts) : fonts_(fonts) {
    glyphs_.resize(fonts.library().count());
}

void PdfContent::begin(Mm height) {
    height_ = height;
    fill_ = stroke_ = {};
}

void PdfContent::put_colour(const Colour& colour, const char* four_inks, const char* space, const char* tint) {
    if (colour.spot.empty()) return put_ink(out_, colour.ink, four_inks);
    spots_[colour.spot] = colour.ink;
    out_.append(pdf_name(colour.spot)).append(space).append(tint);
}

void PdfContent::set_fill(const Ink& ink, const std::string& spot) {
    if (fill_ && fill_->ink == ink && fill_->spot == spot) return;
    fill_ = {ink, spot};
    put_colour(*fill_, "k", " cs ", "1 scn\n");
}

void PdfContent::set_stroke(const Ink& ink, const std::string& spot) {
    if (stroke_ && stroke_->ink == ink && stroke_->spot == spot) return;
    stroke_ = {ink, spot};
    put_colour(*stroke_, "K", " CS ", "1 SCN\n");
}

void PdfContent::clip(const BoxMm& box) {
    put_point(box.x.value, box.bottom().value);
    put_number(out_, points(box.width));
    out_ += ' ';
    put_number(out_, points(box.height));
    out_ += " re W n\n";
}

void PdfContent::put_point(double x_mm, double y_mm) {
    put_number(out_, points(Mm{x_mm}));
    out_ += ' ';
    put_number(out_, points(height_ - Mm{y_mm}));
    out_ += ' ';
}

void PdfContent::put_path(const Path& path) {
    for (const auto& step : path) {
        switch (step.kind) {
        case PathStep::Kind::move:
            put_point(step.x, step.y);
            out_ += "m\n";
            break;
        case PathStep::Kind::line:
            put_point(step.x, step.y);
            out_ += "l\n";
            break;
        case PathStep::Kind::curve:
            put_point(step.x1, step.y1);
            put_point(step.x2, step.y2);
            put_point(step.x, step.y);
            out_ += "c\n";
            break;
        case PathStep::Kind::close: out_ += "h\n"; break;
        }
    }
}

template <class Draw>
void PdfContent::over_what_is_below(bool overprints, Draw draw) {
    if (!overprints) return draw();
    const auto fill = fill_, stroke = stroke_;
    out_ += "q /Over gs\n";
    draw();
    out_ += "Q\n";
    fill_ = fill, stroke_ = stroke; // as before the q
}

void PdfContent::operator()(const FilledPath& filled) {
    over_what_is_below(filled.overprint, [&] {
        set_fill(filled.ink, filled.spot);
        put_path(filled.path);
        out_ += filled.even_odd ? "f*\n" : "f\n";
    });
}

void PdfContent::operator()(const StrokedPath& stroked) {
    over_what_is_below(stroked.overprint, [&] {
        set_stroke(stroked.ink, stroked.spot);
        put_number(out_, points(stroked.width));
        out_ += " w 1 j\n";
        put_path(stroked.path);
        out_ += "S\n";
    });
}

void PdfContent::operator()(const TextLine& line) {
    auto& library = fonts_.library();
    auto& shaped = library.shape(line.text, line.style);
    if (shaped.glyphs.empty()) return;
    if (shaped.operators.empty()) shaped.operators = TextOperators(library.face(shaped.face)).write(shaped);
    set_fill(line.ink);
    out_ += "BT/F";
    put_whole(out_, static_cast<int>(shaped.face));
    out_ += " 1 Tf ";
    const auto along = turned_point({1, 0}, line.turn); // y is upward here, and downward in the label
    for (const double part : {along.x, -along.y, along.y, along.x}) {
        put_number(out_, part == 0 ? 0 : part * line.style.size_pt);
        out_ += ' ';
    }
    put_point(line.x.value, line.baseline.value);
    out_ += "Tm";
    out_ += shaped.operators;
    out_ += "ET\n";
    auto& used = glyphs_[shaped.face];
    used.resize(library.face(shaped.face).character.size());
    for (const auto& placed : shaped.glyphs)
        used[placed.glyph] = true;
}

void PdfContent::operator()(const PlacedPicture& placed) {
    pictures_.emplace(placed.picture->id, placed.picture);
    out_ += "q ";
    put_number(out_, points(placed.box.width));
    out_ += " 0 0 ";
    put_number(out_, points(placed.box.height));
    out_ += ' ';
    put_point(placed.box.x.value, placed.box.bottom().value);
    out_ += "cm /P" + placed.picture->id + " Do Q\n";
}

// In modules, so that every figure is a whole number; runs of dark modules, each a rectangle of one path with a single
// fill: no seams between them in any viewer.
void PdfContent::operator()(const CodeModules& code) {
    const auto& symbol = *code.symbol;
    const int size = symbol.size();
    set_fill(Ink{});
    out_ += "q ";
    put_number(out_, points(code.module));
    out_ += " 0 0 ";
    put_number(out_, points(code.module));
    out_ += ' ';
    put_point(code.x.value, code.y.value + code.module.value * size);
    out_ += "cm\n";
    symbol.each_run([&](int column, int row, int count) {
        char run[24];
        auto* end = put_small(run, column);
        *end++ = ' ';
        end = put_small(end, size - 1 - row);
        *end++ = ' ';
        end = put_small(end, count);
        out_.append(run, end).append(" 1 re\n");
    });
    out_ += "f Q\n";
}

} // namespace temsao::render
