#include "page/trimming.h"

#include <algorithm>

namespace temsao::page {
namespace {

constexpr Mm mark_length{5}, shortest_mark{2}, mark_width{0.1};
constexpr Mm least_distance{2};          // from the edge of a single label, however little bleed it has
constexpr Mm least_distance_on_sheet{1}; // margins of sheets are narrow
constexpr Mm beyond_marks{1};

label::StrokedPath mark(PointMm from, PointMm to) {
    using Kind = label::PathStep::Kind;
    return {{{Kind::move, 0, 0, 0, 0, from.x.value, from.y.value}, {Kind::line, 0, 0, 0, 0, to.x.value, to.y.value}},
            {100, 100, 100, 100},
            mark_width,
            label::every_plate};
}

// Where the stickers of a row, or of a column, begin and end; each place once.
std::vector<Mm> edges(Mm first, Mm pitch, Mm length, int count) {
    std::vector<Mm> all;
    for (int i = 0; i < count; ++i)
        for (const Mm edge : {first + pitch * i, first + pitch * i + length})
            if (all.empty() || edge - all.back() > Mm{0.01}) all.push_back(edge);
    return all;
}

// The box around all stickers.
BoxMm grid_of(const Stock& stock) {
    return {stock.left,
            stock.top,
            stock.across_pitch * (stock.columns - 1) + stock.sticker.width,
            stock.down_pitch * (stock.rows - 1) + stock.sticker.height};
}

Mm narrowest_margin(const Stock& stock) {
    const auto grid = grid_of(stock);
    return std::min({grid.x, grid.y, stock.sheet.width - grid.right(), stock.sheet.height - grid.bottom()});
}

} // namespace

Mm margin_of(const Trimming& trimming) {
    if (!trimming.marks) return trimming.bleed;
    return std::max(trimming.bleed, least_distance) + mark_length + beyond_marks;
}

std::vector<label::StrokedPath> crop_marks(const BoxMm& trim, Mm bleed) {
    const Mm near = std::max(bleed, least_distance), far = near + mark_length;
    std::vector<label::StrokedPath> marks;
    for (const Mm x : {trim.x, trim.right()}) {
        marks.push_back(mark({x, trim.y - near}, {x, trim.y - far}));
        marks.push_back(mark({x, trim.bottom() + near}, {x, trim.bottom() + far}));
    }
    for (const Mm y : {trim.y, trim.bottom()}) {
        marks.push_back(mark({trim.x - near, y}, {trim.x - far, y}));
        marks.push_back(mark({trim.right() + near, y}, {trim.right() + far, y}));
    }
    return marks;
}

std::vector<label::StrokedPath> crop_marks(const Stock& stock, Mm bleed, const Correction& printer) {
    const auto grid = grid_of(stock);
    const Mm near = std::max(bleed, least_distance_on_sheet), far = near + mark_length;
    std::vector<label::StrokedPath> marks;
    const auto add = [&](PointMm from, PointMm to) {
        marks.push_back(mark(to_print_at(printer, from), to_print_at(printer, to)));
    };
    for (const Mm x : edges(stock.left, stock.across_pitch, stock.sticker.width, stock.columns)) {
        add({x, grid.y - near}, {x, std::max(Mm{}, grid.y - far)});
        add({x, grid.bottom() + near}, {x, std::min(stock.sheet.height, grid.bottom() + far)});
    }
    for (const Mm y : edges(stock.top, stock.down_pitch, stock.sticker.height, stock.rows)) {
        add({grid.x - near, y}, {std::max(Mm{}, grid.x - far), y});
        add({grid.right() + near, y}, {std::min(stock.sheet.width, grid.right() + far), y});
    }
    return marks;
}

Outcome has_room(const Stock& stock, const Trimming& trimming) {
    Mm most = narrowest_margin(stock);
    if (stock.columns > 1) most = std::min(most, (stock.across_pitch - stock.sticker.width) / 2);
    if (stock.rows > 1) most = std::min(most, (stock.down_pitch - stock.sticker.height) / 2);
    if (trimming.bleed > most + Mm{1e-6})
        return error(Cause::refused,
                     "stock.no_room_for_bleed",
                     {stock.id, short_millimetres(trimming.bleed), short_millimetres(std::max(Mm{}, most))});
    const Mm needed = std::max(trimming.bleed, least_distance_on_sheet) + shortest_mark;
    if (trimming.marks && narrowest_margin(stock) < needed)
        return error(Cause::refused,
                     "stock.no_room_for_marks",
                     {stock.id, short_millimetres(std::max(Mm{}, narrowest_margin(stock))), short_millimetres(needed)});
    return done;
}

} // namespace temsao::page
