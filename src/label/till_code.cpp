#include "label/till_code.h"

#include "label/svg_path.h"

#include <algorithm>

namespace temsao::label {
namespace {

using symbol::TillCode;
using Kind = TillCode::Kind;

// Bars, in modules (GS1 General Specifications 5.2.6): the guards reach below the others, beside the number.
constexpr double longer_guards = 5, above_number = 1, a_digit = 7, before_first_digit = 5, size_of_digits = 9.2;
constexpr Mm least_bar_height{5}; // of bars: a till's scanner has to cross all of them

struct Grid {
    TillCode code;
    symbol::QuietModules quiet;
    Resolution resolution;
    Dots dots; // of a module
    Mm module, x, y;

    Mm on_grid(Mm length) const { return resolution.length(resolution.nearest_dot(length)); }

    int columns() const { return code.columns + quiet.left + quiet.right; }

    int rows() const { return code.rows + 2 * quiet.above_and_below; }
};

void add_box(Path& path, const BoxMm& box) {
    const auto corners = rectangle_path(box, {});
    path.insert(path.end(), corners.begin(), corners.end());
}

// Calls act(column, modules) for each run of dark modules of the row.
template <class Act>
void each_run(const TillCode& code, int row, Act act) {
    for (int column = 0; column < code.columns;) {
        int end = column;
        while (end < code.columns && code.dark(end, row))
            ++end;
        if (end > column) act(column, end - column);
        column = end + 1;
    }
}

// The first and the last three modules, and those in the middle.
bool is_guard(const TillCode& code, int column) {
    const int middle = code.columns / 2;
    return column < 3 || column >= code.columns - 3 || (column >= middle - 2 && column <= middle + 2);
}

SetLine number_line(const std::string& digits, const TextStyle& style, Mm x, Mm baseline) {
    return {TextLine{digits, style, x, baseline}, till_number};
}

void draw_bars(DrawnTillCode& drawn, const Grid& grid, Mm top, Mm bottom, const FontMeasure& fonts) {
    const auto& number = drawn.of;
    TextStyle style{.size_pt = points(grid.module * size_of_digits), .tabular = true};
    const Mm digit = fonts.measure("0", style).advance, place = grid.module * a_digit;
    style.letter_spacing_em = (place - digit) / (grid.module * size_of_digits);
    const Mm bars_end = grid.on_grid(bottom - fonts.cap_height(style) - grid.module * above_number);
    const Mm guards_end = grid.on_grid(bars_end + grid.module * longer_guards);
    each_run(grid.code, 0, [&](int column, int modules) {
        const Mm end = is_guard(grid.code, column) ? guards_end : bars_end;
        add_box(drawn.modules.path, {grid.x + grid.module * column, top, grid.module * modules, end - top});
    });
    drawn.placed.box = {grid.x, top, grid.module * grid.code.columns, bars_end - top};

    const std::size_t aside = number.size() == 13 ? 1 : 0, each = (number.size() - aside) / 2;
    const Mm inside = (place - digit) / 2;
    const int second_half = grid.code.columns / 2 + 3; // its first module
    if (aside > 0)
        drawn.number.push_back(
            number_line(number.substr(0, 1), style, grid.x - grid.module * before_first_digit - digit, bottom));
    drawn.number.push_back(number_line(number.substr(aside, each), style, grid.x + grid.module * 3 + inside, bottom));
    drawn.number.push_back(
        number_line(number.substr(aside + each), style, grid.x + grid.module * second_half + inside, bottom));
}

void draw_matrix(DrawnTillCode& drawn, const Grid& grid) {
    for (int row = 0; row < grid.code.rows; ++row)
        each_run(grid.code, row, [&](int column, int modules) {
            add_box(drawn.modules.path,
                    {grid.x + grid.module * column, grid.y + grid.module * row, grid.module * modules, grid.module});
        });
    drawn.placed.box = {grid.x, grid.y, grid.module * grid.code.columns, grid.module * grid.code.rows};
}

// The whole dots inside the box.
BoxMm on_dots(const BoxMm& box, Resolution resolution) {
    const auto first = [&](Mm from) { return resolution.length(resolution.whole_dots_above(from)); };
    const auto last = [&](Mm to) { return resolution.length(resolution.whole_dots_below(to)); };
    const Mm x = first(box.x), y = first(box.y);
    return {x, y, last(box.right()) - x, last(box.bottom()) - y};
}

void turn_code(DrawnTillCode& drawn, Turn turn) {
    turn_path(drawn.modules.path, turn);
    for (auto& one : drawn.number)
        turn_by(one.line, turn);
    drawn.placed.box = turned(drawn.placed.box, turn);
    drawn.placed.quiet = turned(drawn.placed.quiet, turn);
}

// With the least place that would do wherever it begins: a dot may be lost to the grid.
Error too_small(const TillCodePlace& place, const Grid& grid, const std::string& template_name) {
    const bool lies = place.turn == Turn::quarter || place.turn == Turn::three_quarters;
    const auto size = [&](Mm along, Mm across) {
        return millimetres(lies ? across : along, 1) + " x " + millimetres(lies ? along : across, 1);
    };
    const auto least = grid.resolution.whole_dots_above(least_bar);
    const Mm width = grid.resolution.length({least.value * grid.columns() + 1});
    const Mm height =
        place.kind == Kind::data_matrix
            ? width
            : least_bar_height + std::max(grid.module, least_bar) * size_of_digits + grid.resolution.length({1});
    return error(Cause::refused,
                 "label.till_code_too_small",
                 {template_name,
                  std::to_string(grid.resolution.dpi()),
                  size(width, height),
                  size(place.box.width, place.box.height)});
}

} // namespace

const std::string& till_text(const TillCodePlace& place, const LabelRecord& record) {
    static const std::string none;
    if (place.kind == Kind::data_matrix) return record.elements;
    const auto found = record.fields.find(till_number);
    return found == record.fields.end() ? none : found->second;
}

Result<DrawnTillCode> draw_till_code(const TillCodePlace& place,
                                     const std::string& text,
                                     const std::string& template_name,
                                     const FontMeasure& fonts,
                                     Resolution resolution) {
    const bool is_bars = place.kind == Kind::bars;
    const auto box = on_dots(place.box, resolution);
    const auto code = TRY(is_bars ? symbol::encode_ean(text) : symbol::encode_data_matrix(text));
    Grid grid{code, quiet_of(code), resolution, {}, {}, {}, {}};
    const Mm side = is_bars ? box.width : std::min(box.width, box.height);
    grid.dots = {resolution.whole_dots_below(side).value / grid.columns()};
    if (is_bars) grid.dots = std::min(grid.dots, resolution.whole_dots_below(widest_bar));
    grid.module = resolution.length(grid.dots);
    const bool is_low = is_bars && box.height < least_bar_height + grid.module * size_of_digits;
    if (is_low || grid.module < least_bar - Mm{1e-6}) return too_small(place, grid, template_name);
    const Mm whole = grid.module * grid.columns();
    grid.x = grid.on_grid(box.x + (box.width - whole) * part_before(place.align) + grid.module * grid.quiet.left);
    DrawnTillCode drawn;
    drawn.of = drawn.placed.text = text;
    drawn.placed.kind = place.kind;
    drawn.placed.module = grid.module;
    drawn.placed.module_dots = grid.dots;
    if (is_bars) {
        draw_bars(drawn, grid, box.y, box.bottom(), fonts);
    } else {
        const Mm high = grid.module * grid.rows();
        grid.y = grid.on_grid(box.y + (box.height - high) * part_before(place.valign) + grid.module);
        draw_matrix(drawn, grid);
        std::replace(drawn.placed.text.begin(), drawn.placed.text.end(), '[', '(');
        std::replace(drawn.placed.text.begin(), drawn.placed.text.end(), ']', ')');
    }
    const auto& inner = drawn.placed.box;
    const Mm left = grid.module * grid.quiet.left, right = grid.module * grid.quiet.right,
             aside = grid.module * grid.quiet.above_and_below;
    drawn.placed.quiet = {inner.x - left, inner.y - aside, inner.width + left + right, inner.height + 2 * aside};
    turn_code(drawn, place.turn);
    return drawn;
}

} // namespace temsao::label
