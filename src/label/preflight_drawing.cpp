#include "base/text.h"
#include "label/boxes.h"
#include "label/preflight_checks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace temsao::label {
namespace {

constexpr double readable_contrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double visible_contrast = 1.5;
constexpr Mm colliding{0.05}; // how deep letters must reach into each other to collide
constexpr Mm tight{0.2};      // the same for two lines of one text

// Rounded down: what is too small must not read as if it were enough.
std::string at_most_mm(Mm length) {
    return in_mm({std::floor(length.value * 100) / 100});
}

std::string ratio(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f : 1", std::floor(value * 10) / 10);
    return text;
}

// The lowest of those letters of `letters` that the text has, as its glyph is drawn; nothing when it has none. Accents
// do not count: "ô" is as high as "o".
std::optional<Mm> lowest_letter(const TextLine& line, std::string_view letters, const FontMeasure& fonts) {
    std::optional<Mm> lowest;
    const auto text = decomposed(line.text);
    for (const char c : letters) {
        if (text.find(c) == std::string::npos) continue;
        const Mm height = -fonts.measure(std::string_view(&c, 1), line.style).ink_top;
        if (!lowest || height < *lowest) lowest = height;
    }
    return lowest;
}

// Small letters without ascender where there are any (strict), else capitals and figures (lenient).
struct LetterHeight {
    Mm height;
    std::string_view by; // the letter that stands for the measure
};

std::optional<LetterHeight> letter_height(const TextLine& line, const FontMeasure& fonts) {
    // those with a flat top first: round ones reach over it
    if (const auto flat = lowest_letter(line, "mnruvwxz", fonts)) return LetterHeight{*flat, "x"};
    if (const auto round = lowest_letter(line, "aceos", fonts)) return LetterHeight{*round, "x"};
    if (const auto capital = lowest_letter(line, "ABCDEFGHIKLMNOPQRSTUVXYZ0123456789", fonts))
        return LetterHeight{*capital, "H"};
    return {};
}

std::optional<LetterHeight> lowest_of_field(const Label& label, const PlacedField& field) {
    std::optional<LetterHeight> lowest;
    for (const auto item : field.items) {
        const auto height = letter_height(std::get<TextLine>(label.drawing.items[item]), label.fonts);
        if (height && (!lowest || height->height < lowest->height)) lowest = height;
    }
    return lowest;
}

// Fields whose letters are too low by the same measure.
struct LowFields {
    std::string names, height, by, first;
    BoxMm box;
};

// The rule is for packed food; where nobody said what the goods are, it is looked at too.
void check_letter_heights(const Label& label, double face_cm2, Findings& findings) {
    if (label.asked.goods && !is_eaten(label)) return;
    const double least = least_height(letter_heights(), face_cm2);
    std::vector<LowFields> low;
    for (const auto& field : label.drawing.fields) {
        const auto lowest = lowest_of_field(label, field);
        if (!lowest || lowest->height.value >= least) continue;
        const auto height = at_most_mm(lowest->height);
        const auto name = field.is_art ? field.field : heading_of(field.field);
        const auto same = std::find_if(
            low.begin(), low.end(), [&](const LowFields& one) { return one.height == height && one.by == lowest->by; });
        if (same == low.end())
            low.push_back({name, height, std::string(lowest->by), field.is_art ? "" : field.field, field.ink});
        else {
            same->names += "”, “" + name;
            same->box = join(same->box, field.ink);
        }
    }
    for (const auto& [names, height, by, first, box] : low)
        label.report(findings,
                     "LETTER_HEIGHT",
                     {{names, height, by, in_mm({least}), std::to_string(static_cast<int>(face_cm2))},
                      box,
                      height,
                      in_mm({least}),
                      first});
}

void check_quantity_height(const Label& label, double face_cm2, Findings& findings) {
    const auto* field = label.field("net_quantity");
    if (!field || !label.asked.is_whole_label) return;
    const auto quantity = amount_of(value_of(label, "net_quantity"));
    if (!quantity || !label.asked.goods || is(label, Goods::other)) return;
    const bool by_area = label.asked.quantity_heights == QuantityHeights::by_area;
    const double size = by_area ? face_cm2 : *quantity;
    const double least = least_height(quantity_heights(label.asked.quantity_heights), size);
    for (const auto item : field->items) {
        const auto height = lowest_letter(std::get<TextLine>(label.drawing.items[item]), "0123456789", label.fonts);
        if (!height || height->value >= least) continue;
        label.report(
            findings,
            "QUANTITY_HEIGHT",
            {{at_most_mm(*height), in_mm({least})}, field->ink, at_most_mm(*height), in_mm({least}), "net_quantity"});
        return;
    }
}

// What lies under a point before item `before` is drawn.
Ink ground_at(const Drawing& drawing, std::size_t before, Mm x, Mm y) {
    for (auto i = before; i-- > 0;) {
        const auto* filled = std::get_if<FilledPath>(&drawing.items[i]);
        if (!filled) continue;
        const auto box = box_of(filled->path);
        if (x < box.x || y < box.y || x > box.right() || y > box.bottom()) continue;
        if (covers(*filled, x, y)) return filled->ink;
    }
    return {0, 0, 0, 0};
}

double lowest_contrast(const Label& label, const PrintedLine& line) {
    constexpr int across = 9;
    double lowest = 21;
    const auto turn = line.line->turn;
    const auto ink = turned(line.ink, back(turn));
    const Mm baseline = upright(*line.line).baseline, top = baseline - label.fonts.x_height(line.line->style);
    for (int i = 0; i <= across; ++i)
        for (const Mm y : {top, (top + baseline) / 2, baseline}) {
            const Mm x = ink.x + ink.width * (i / static_cast<double>(across));
            const auto at = turned_point({x.value, y.value}, turn);
            const auto ground = ground_at(label.drawing, line.item, {at.x}, {at.y});
            lowest = std::min(lowest, contrast(line.line->ink, ground));
        }
    return lowest;
}

// The ink of each letter of a line, where two lines' boxes overlap but their letters may not.
std::vector<BoxMm> letters_of(const TextLine& line, const FontMeasure& fonts) {
    std::vector<BoxMm> boxes;
    const auto straight = upright(line);
    const std::string_view text = line.text;
    for (std::size_t start = 0; start < text.size();) {
        auto end = start + 1;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
            ++end;
        const Mm x = straight.x + fonts.measure(text.substr(0, start), line.style).advance;
        const auto glyph = fonts.measure(text.substr(start, end - start), line.style);
        if (glyph.ink_right > glyph.ink_left)
            boxes.push_back(turned({x + glyph.ink_left,
                                    straight.baseline + glyph.ink_top,
                                    glyph.ink_right - glyph.ink_left,
                                    glyph.ink_bottom - glyph.ink_top},
                                   line.turn));
        start = end;
    }
    return boxes;
}

// Where letters of two lines share paper.
std::optional<BoxMm> touching(const PrintedLine& a, const PrintedLine& b, Mm deep, const FontMeasure& fonts) {
    if (!overlap(a.ink, b.ink)) return {};
    const auto of_b = letters_of(*b.line, fonts);
    for (const auto& one : letters_of(*a.line, fonts))
        for (const auto& other : of_b)
            if (overlap(one, grown(other, -deep))) return join(one, other);
    return {};
}

void check_collisions(const Label& label, Findings& findings) {
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        const auto& line = label.lines[i];
        for (std::size_t other = 0; other < i; ++other) {
            const bool same = line.field && line.field == label.lines[other].field;
            if (const auto where = touching(line, label.lines[other], same ? tight : colliding, label.fonts))
                label.report(findings,
                             same ? "TEXT_TIGHT" : "TEXT_COLLISION",
                             {{name_of(line), name_of(label.lines[other])}, where, "", "", field_of(line)});
        }
        for (const auto& item : label.drawing.items) {
            // Whether letters can be read on a picture is nothing to be computed.
            if (const auto* picture = std::get_if<PlacedPicture>(&item); picture && overlap(line.ink, picture->box))
                label.report(findings,
                             "TEXT_COLLISION",
                             {{name_of(line), "<image>"}, join(line.ink, picture->box), "", "", field_of(line)});
            const auto* stroked = std::get_if<StrokedPath>(&item);
            if (!stroked || stroked->path.size() != 2) continue;
            const auto rule = box_of(stroked->path, stroked->width / 2);
            if (overlap(line.ink, rule))
                label.report(findings,
                             "TEXT_COLLISION",
                             {{name_of(line), "SVG line"}, join(line.ink, rule), "", "", field_of(line)});
        }
    }
}

void check_clipping(const Label& label, Findings& findings) {
    const auto& size = label.drawing.size;
    for (const auto& line : label.lines) {
        if (inside(line.ink, {{}, {}, size.width, size.height})) continue;
        const Mm over =
            std::max({-line.ink.x, -line.ink.y, line.ink.right() - size.width, line.ink.bottom() - size.height});
        label.report(
            findings, "TEXT_CLIPPED", {{name_of(line), in_mm(over)}, line.ink, in_mm(over), in_mm({}), field_of(line)});
    }
}

double luminance(const Ink& ink) {
    const auto part = [&](double coverage) {
        const double light = (1 - coverage / 100) * (1 - ink.k / 100);
        return light <= 0.04045 ? light / 12.92 : std::pow((light + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(ink.c) + 0.7152 * part(ink.m) + 0.0722 * part(ink.y);
}

} // namespace

double contrast(const Ink& a, const Ink& b) {
    const double of_a = luminance(a), of_b = luminance(b);
    return (std::max(of_a, of_b) + 0.05) / (std::min(of_a, of_b) + 0.05);
}

void check_heights(const Label& label, Findings& findings) {
    const auto& size = label.drawing.size;
    const double own = size.width.value * size.height.value / 100;
    const double face = label.asked.face_cm2 > 0 ? label.asked.face_cm2 : own;
    check_letter_heights(label, face, findings);
    check_quantity_height(label, face, findings);
}

void check_contrast(const Label& label, Findings& findings) {
    for (const auto& line : label.lines) {
        const double lowest = lowest_contrast(label, line);
        if (lowest >= readable_contrast) continue;
        const bool visible = lowest >= visible_contrast;
        const auto required = ratio(visible ? readable_contrast : visible_contrast);
        label.report(findings,
                     visible ? "CONTRAST_LOW" : "CONTRAST_NONE",
                     {{name_of(line), ratio(lowest), required}, line.ink, ratio(lowest), required, field_of(line)});
    }
}

// Where there was no room words part that belong together (label/kept_together.h).
void check_parted(const Label& label, Findings& findings) {
    for (const auto& field : label.drawing.fields)
        for (std::size_t i = 0; i + 1 < field.items.size(); ++i) {
            const auto& line = std::get<TextLine>(label.drawing.items[field.items[i]]);
            const auto& next = std::get<TextLine>(label.drawing.items[field.items[i + 1]]);
            if (upright(line).baseline == upright(next).baseline || tie_between(line.text, next.text) == Tie::none)
                continue;
            const auto last = line.text.rfind(' ');
            const auto words = line.text.substr(last == std::string::npos ? 0 : last + 1) + " | " +
                               next.text.substr(0, next.text.find(' '));
            label.report(findings,
                         "TEXT_PARTED",
                         {{heading_of(field.field), words},
                          join(ink_box(line, label.fonts), ink_box(next, label.fonts)),
                          "",
                          ""});
        }
}

void check_places(const Label& label, Findings& findings) {
    check_code_place(label, findings);
    check_clipping(label, findings);
    check_collisions(label, findings);
}

} // namespace temsao::label
