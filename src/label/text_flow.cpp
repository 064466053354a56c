#include "label/text_flow.h"

#include "base/text.h"
#include "label/boxes.h"
#include "label/nutrition_table.h"
#include "label/svg_path.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace temsao::label {
namespace {

constexpr std::size_t longest_widow = 9; // bytes
constexpr Mm grace{0.02};                // less than a dot of the finest printer

Mm leading(const TextStyle& style) {
    return {style.size_pt * style.line_height * 25.4 / 72};
}

bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

struct Breaker {
    const TextStyle& style;
    Mm width;
    const FontMeasure& fonts;
    Mm room;
    bool may_part_codes; // 12/QĐ-UBND at its hyphen
    std::vector<std::string> lines = std::vector<std::string>(1);

    struct Pieces {
        int count = 0;
        std::size_t last_at = 0; // where the line's last piece starts
        bool may_grow = false;   // the line began because the one before was full
    };

    std::vector<Pieces> pieces = std::vector<Pieces>(1);

    Mm length(std::string_view line) const { return fonts.measure(line, style).advance; }

    void new_line(bool because_full) {
        lines.emplace_back();
        pieces.push_back({0, 0, because_full});
        room = width;
    }

    // A last line of one short word gets company: "tỉnh Hà | Tĩnh" becomes "tỉnh | Hà Tĩnh".
    void comfort_widow() {
        if (lines.size() < 2) return;
        const auto& last = pieces.back();
        const auto& before = pieces[pieces.size() - 2];
        auto& line = lines[lines.size() - 2];
        const auto left_behind = std::string_view(line).substr(0, before.last_at);
        const bool has_company = std::count(left_behind.begin(), left_behind.end(), ' ') >= 2; // two words stay
        if (!last.may_grow || last.count != 1 || !has_company || lines.back().size() > longest_widow) return;
        auto longer = line.substr(before.last_at) + ' ' + lines.back();
        if (length(longer) > width + grace) return;
        lines.back() = std::move(longer);
        line.resize(before.last_at - 1);
    }

    bool put(std::string_view piece) {
        auto longer = lines.back();
        if (!longer.empty()) longer += ' ';
        const auto at = longer.size();
        longer += piece;
        if (length(longer) <= room + grace) {
            lines.back() = std::move(longer);
            pieces.back().last_at = at;
            ++pieces.back().count;
            return true;
        }
        if (!lines.back().empty() || room < width) new_line(true);
        if (length(piece) <= room + grace) {
            lines.back() = piece;
            pieces.back().count = 1;
            return true;
        }
        return put_hyphenated(piece);
    }

    // As much as fits up to a hyphen, the rest on the next line.
    bool put_hyphenated(std::string_view piece) {
        const bool is_code = piece.find('/') != piece.npos && std::any_of(piece.begin(), piece.end(), is_figure);
        if (is_code && !may_part_codes) return false;
        while (length(piece) > room + grace) {
            auto cut = piece.npos;
            for (auto at = piece.find('-'); at != piece.npos && at + 1 < piece.size(); at = piece.find('-', at + 1)) {
                const bool is_range = at > 0 && is_figure(piece[at - 1]) && is_figure(piece[at + 1]); // 2-8 °C
                if (!is_range && length(piece.substr(0, at + 1)) <= room + grace) cut = at + 1;
            }
            if (cut == piece.npos) return false;
            lines.back() = piece.substr(0, cut);
            piece.remove_prefix(cut);
            new_line(false);
        }
        lines.back() = piece;
        return true;
    }
};

TextStyle shrunk(TextStyle style, double least, double by) {
    style.size_pt = std::max(std::min(least, style.size_pt), style.size_pt - by);
    return style;
}

// The narrowest setting that needs no more lines, so that no line hangs alone.
std::vector<std::string> balance(std::vector<std::string> lines,
                                 std::string_view text,
                                 const TextStyle& style,
                                 Mm width,
                                 const FontMeasure& fonts,
                                 Tie least) {
    if (lines.size() < 2) return lines;
    Mm narrow = width / static_cast<double>(lines.size()), wide = width;
    for (int step = 0; step < 8; ++step) {
        const Mm middle = (narrow + wide) / 2;
        auto tried = break_lines(text, style, middle, fonts, {}, least);
        if (tried && tried->size() <= lines.size()) {
            lines = std::move(*tried);
            wide = middle;
        } else {
            narrow = middle;
        }
    }
    return lines;
}

// From one baseline to the next: the style's distance, or more where the ink of the two lines would come too close.
Mm line_distance(const TextLine& line, const TextLine& next, Mm usual, const FontMeasure& fonts) {
    constexpr double least_gap_em = 0.06;
    const auto above = fonts.measure(line.text, line.style), below = fonts.measure(next.text, next.style);
    const Mm gap{least_gap_em * std::max(line.style.size_pt, next.style.size_pt) * 25.4 / 72};
    const bool is_beside =
        line.x + above.ink_right < next.x + below.ink_left || next.x + below.ink_right < line.x + above.ink_left;
    return is_beside ? usual : std::max(usual, above.ink_bottom - below.ink_top + gap);
}

// Moves the row that begins at `from`, and what follows, down by what the row before it needs. A row is what stands on
// one baseline.
void keep_distance(std::vector<SetLine>& lines, std::size_t from, const FontMeasure& fonts) {
    if (from == 0 || from >= lines.size()) return;
    const Mm above = lines[from - 1].line.baseline, below = lines[from].line.baseline;
    const Mm usual = below - above;
    Mm distance = usual;
    for (auto i = from; i > 0 && lines[i - 1].line.baseline == above; --i)
        for (auto j = from; j < lines.size() && lines[j].line.baseline == below; ++j)
            distance = line_distance(lines[i - 1].line, lines[j].line, distance, fonts);
    for (auto i = from; i < lines.size(); ++i)
        lines[i].line.baseline += distance - usual;
}

void move_down(SetPart& part, Mm by) {
    for (auto& line : part.lines)
        line.line.baseline += by;
    for (auto& frame : part.frames)
        for (auto& step : frame.path)
            step.y1 += by.value, step.y2 += by.value, step.y += by.value;
}

SetLine
set_line(const std::string& text, const TextStyle& style, Mm x, Mm baseline, const Ink& ink, const std::string& field) {
    SetLine set;
    set.line.text = text;
    set.line.style = style;
    set.line.x = x;
    set.line.baseline = baseline;
    set.line.ink = ink;
    set.field = field;
    return set;
}

std::optional<SetPart> set_part(const FilledText& part, double by, const FontMeasure& fonts, Tie least) {
    const auto& place = part.place;
    const auto text = place.upper_case ? to_upper(part.text) : part.text;
    // A part that wraps into too many lines shrinks on its own until it does not.
    for (auto style = shrunk(place.style, place.least_size_pt, by);; style.size_pt -= size_step_pt) {
        if (style.size_pt < std::min(place.least_size_pt, place.style.size_pt) - 1e-9) return {};
        auto broken = break_lines(text, style, place.box.width, fonts, {}, least);
        if (!broken || broken->size() > static_cast<std::size_t>(place.most_lines)) continue;
        if (place.balanced) broken = balance(std::move(*broken), text, style, place.box.width, fonts, least);
        SetPart set;
        Mm baseline = fonts.cap_height(style);
        for (const auto& line : *broken) {
            const Mm free = place.box.width - fonts.measure(line, style).advance;
            const Mm shift = place.align == Align::left ? Mm{} : place.align == Align::right ? free : free / 2;
            set.lines.push_back(set_line(line, style, place.box.x + shift, baseline, place.paint.ink, place.field));
            keep_distance(set.lines, set.lines.size() - 1, fonts);
            set.bottom = set.lines.back().line.baseline;
            baseline = set.bottom + leading(style);
        }
        return set;
    }
}

// `place`: the part's, at the size that is tried, within its frame.
std::optional<SetPart>
set_facts(const FactsPlace& place, const std::vector<WordedFact>& facts, const FontMeasure& fonts, Tie least) {
    const auto& style = place.style;
    auto words_style = style;
    words_style.weight = place.framed ? style.weight : Weight::medium;
    auto value_style = style;
    value_style.tabular = place.in_columns;
    const Mm space = fonts.measure("x x", style).advance - fonts.measure("xx", style).advance;
    const Mm gutter = space * 2.5;
    Mm column{};
    for (const auto& fact : facts)
        column = std::max(column, fonts.measure(fact.words, words_style).advance);

    SetPart set;
    Mm baseline = fonts.cap_height(style);
    for (const auto& fact : facts) {
        const Mm words_width = fact.words.empty() ? Mm{} : fonts.measure(fact.words, words_style).advance + space;
        const Mm left = place.in_columns ? column + gutter : Mm{};
        Mm indent = place.in_columns ? Mm{} : words_width;
        const auto broken = break_lines(fact.value, value_style, place.box.width - left, fonts, indent, least);
        if (!broken) return {};
        auto row = set.lines.size();
        if (!fact.words.empty())
            set.lines.push_back(set_line(fact.words, words_style, place.box.x, baseline, place.paint.ink, fact.field));
        for (const auto& line : *broken) {
            if (!line.empty())
                set.lines.push_back(
                    set_line(line, value_style, place.box.x + left + indent, baseline, place.paint.ink, fact.field));
            indent = Mm{};
            keep_distance(set.lines, row, fonts);
            if (row < set.lines.size()) baseline = set.lines.back().line.baseline;
            row = set.lines.size();
            set.bottom = baseline;
            baseline += leading(style);
        }
    }
    return set;
}

// A frame round the part, as far from the words at its sides as above and below them; accents stay clear of it too.
void put_frame(SetPart& set, const FactsPlace& place, Mm aside, const FontMeasure& fonts) {
    Mm above{}, below{};
    for (const auto& one : set.lines) {
        const auto ink = ink_box(one.line, fonts);
        above = std::max(above, -ink.y);
        below = std::max(below, ink.bottom() - set.bottom);
    }
    const Mm over = std::max(aside, above + frame_width + off_the_frame);
    const Mm under = std::max(aside, below + frame_width + off_the_frame);
    move_down(set, over);
    set.bottom = over + set.bottom + under;
    set.frames.push_back(frame_of(place.box.x, place.box.width, set.bottom, place.paint.ink));
}

std::optional<SetPart> set_part(const FilledFacts& part, double by, const FontMeasure& fonts, Tie least) {
    constexpr double aside_em = 0.5;
    auto inner = part.place;
    inner.style = shrunk(inner.style, inner.least_size_pt, by);
    if (!inner.framed) return set_facts(inner, part.facts, fonts, least);
    const Mm aside = frame_width + Mm{aside_em * inner.style.size_pt * 25.4 / 72};
    inner.box.x += aside;
    inner.box.width = inner.box.width - 2 * aside;
    auto set = set_facts(inner, part.facts, fonts, least);
    if (set) put_frame(*set, part.place, aside, fonts);
    return set;
}

std::optional<SetPart> set_part(const FilledTable& part, double by, const FontMeasure& fonts, Tie) {
    return set_nutrition(part, shrunk(part.place.style, part.place.least_size_pt, by).size_pt, fonts);
}

// By how much a part must grow in width until its widest word has room.
Mm missing_width(FilledPart part, double by, const FontMeasure& fonts) {
    const auto has_room = [&](Mm more) {
        auto wider = part;
        std::visit([&](auto& p) { p.place.box.width += more; }, wider);
        return std::visit([&](const auto& p) { return set_part(p, by, fonts, Tie::none); }, wider).has_value();
    };
    Mm narrow{}, wide{1000};
    if (has_room(narrow)) return {};
    while (wide - narrow > Mm{0.05}) {
        const Mm middle = (narrow + wide) / 2;
        (has_room(middle) ? wide : narrow) = middle;
    }
    return wide;
}

struct Parts {
    std::vector<SetPart> parts; // below each other
    Mm height;
};

// What the ink of the two parts needs beyond the gap between them. Frames keep their own distance.
Mm needed_between(const SetPart& above, const SetPart& below, const FontMeasure& fonts) {
    if (!above.frames.empty() || !below.frames.empty()) return {};
    auto lines = above.lines;
    lines.insert(lines.end(), below.lines.begin(), below.lines.end());
    keep_distance(lines, above.lines.size(), fonts);
    return lines.back().line.baseline - below.lines.back().line.baseline;
}

std::optional<Parts>
set_all(const std::vector<FilledPart>& parts, Mm gap, double by, const FontMeasure& fonts, Tie least) {
    Parts stack;
    for (const auto& part : parts) {
        auto set = std::visit([&](const auto& p) { return set_part(p, by, fonts, least); }, part);
        if (!set) return {};
        const auto own_gap = std::visit([](const auto& p) { return p.place.gap_before; }, part);
        const Mm top = stack.parts.empty() ? Mm{} : stack.height + own_gap.value_or(gap);
        move_down(*set, top);
        set->bottom += top;
        if (set->lines.empty()) { // values of blanks only
            stack.height = set->bottom;
            continue;
        }
        if (!stack.parts.empty()) {
            const Mm more = needed_between(stack.parts.back(), *set, fonts);
            move_down(*set, more);
            set->bottom += more;
        }
        stack.height = set->bottom;
        stack.parts.push_back(*std::move(set));
    }
    return stack;
}

// By how much the part that may shrink most may do so.
double most_shrink(const std::vector<FilledPart>& parts) {
    double most = 0;
    for (const auto& part : parts)
        std::visit([&](const auto& p) { most = std::max(most, p.place.style.size_pt - p.place.least_size_pt); }, part);
    return most;
}

} // namespace

StrokedPath frame_of(Mm x, Mm width, Mm height, const Ink& ink) {
    return {rectangle_path(grown({x, {}, width, height}, -frame_width / 2), {}), ink, frame_width};
}

BoxMm ink_box(const TextLine& line, const FontMeasure& fonts) {
    const auto measure = fonts.measure(line.text, line.style);
    const auto box = turned(
        {measure.ink_left, measure.ink_top, measure.ink_right - measure.ink_left, measure.ink_bottom - measure.ink_top},
        line.turn);
    return {line.x + box.x, line.baseline + box.y, box.width, box.height};
}

TextLine upright(TextLine line) {
    const auto start = turned_point({line.x.value, line.baseline.value}, back(line.turn));
    line.x = {start.x};
    line.baseline = {start.y};
    line.turn = Turn::none;
    return line;
}

void turn_by(TextLine& line, Turn turn) {
    const auto start = turned_point({line.x.value, line.baseline.value}, turn);
    line.x = {start.x};
    line.baseline = {start.y};
    line.turn = turn;
}

std::optional<std::vector<std::string>>
break_lines(std::string_view text, const TextStyle& style, Mm width, const FontMeasure& fonts, Mm indent, Tie least) {
    Breaker breaker{
        .style = style, .width = width, .fonts = fonts, .room = width - indent, .may_part_codes = least == Tie::none};
    for (bool is_first = true; is_first || !text.empty(); is_first = false) {
        if (!is_first) {
            text.remove_prefix(1); // the line feed
            breaker.new_line(false);
        }
        const auto paragraph = text.substr(0, text.find('\n'));
        for (const auto piece : kept_pieces(paragraph, least))
            if (!breaker.put(piece)) return {};
        text.remove_prefix(paragraph.size());
    }
    breaker.comfort_widow();
    return std::move(breaker.lines);
}

namespace {

SetStack placed(Parts stack, const BoxMm& box, Valign valign) {
    const Mm spare = std::max(Mm{}, box.height - stack.height);
    SetStack all;
    for (auto& part : stack.parts) {
        const bool is_last = &part == &stack.parts.back() && stack.parts.size() > 1;
        move_down(part, box.y + spare * (valign == Valign::spread ? is_last ? 1 : 0 : part_before(valign)));
        std::move(part.lines.begin(), part.lines.end(), std::back_inserter(all.lines));
        std::move(part.frames.begin(), part.frames.end(), std::back_inserter(all.frames));
    }
    return all;
}

} // namespace

// Words stay together as long as a smaller size helps; only then do they part, the weakest ties first.
std::optional<SetStack>
set_stack(const std::vector<FilledPart>& parts, const BoxMm& box, Mm gap, Valign valign, const FontMeasure& fonts) {
    const double most = most_shrink(parts);
    for (const auto least : {Tie::name, Tie::place, Tie::number, Tie::none})
        for (double by = 0; by < most + size_step_pt; by += size_step_pt) {
            auto stack = set_all(parts, gap, by, fonts, least);
            if (stack && stack->height <= box.height + grace) return placed(*std::move(stack), box, valign);
        }
    return {};
}

Excess excess(std::vector<FilledPart> parts, const BoxMm& box, Mm gap, const FontMeasure& fonts) {
    const double by = most_shrink(parts) + size_step_pt;
    Mm lines_too_many{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto* text = std::get_if<FilledText>(&parts[i]);
        const auto lines = text ? std::exchange(text->place.most_lines, std::numeric_limits<int>::max()) : 0;
        if (const Mm width = missing_width(parts[i], by, fonts); width > Mm{}) return {{}, width, i};
        if (!text) continue;
        const auto set = set_part(*text, by, fonts, Tie::none);
        if (const auto beyond = static_cast<int>(set->lines.size()) - lines; beyond > 0)
            lines_too_many += leading(set->lines.front().line.style) * beyond;
    }
    const auto smallest = set_all(parts, gap, by, fonts, Tie::none);
    return {std::max(lines_too_many, smallest->height - box.height), {}};
}

} // namespace temsao::label
