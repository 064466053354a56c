#pragma once
// drawings + stock -> pages. A stock is the blank that goes into the printer: a sheet of stickers, or a single label.
#include "label/drawing.h"

namespace temsao::page {

// A sheet with a grid of stickers.
struct Stock {
    std::string_view id;
    std::string_view words; // for people
    SizeMm sheet, sticker;
    Mm left, top;                // of the first sticker
    Mm across_pitch, down_pitch; // from one sticker's edge to the next one's
    int columns, rows;
    bool is_measured; // false: vendors' tables differ; measure your sheet with a ruler first
};

const std::vector<Stock>& stock_catalogue();
// Error stock.unknown {id, the ids there are} (Cause::missing).
Result<Stock> find_stock(std::string_view id);

struct Placed {
    std::shared_ptr<const label::Drawing> drawing;
    Mm x, y;
};

struct Page {
    SizeMm size;
    std::vector<Placed> labels;
};

// Each label a page of its own size.
std::vector<Page> one_a_page(const std::vector<std::shared_ptr<const label::Drawing>>& drawings);

// On sheets, row by row from position `start` (1 is top left), each label centred on its sticker and on the dot grid,
// so that modules stay whole dots. Errors (Cause::refused): stock.label_too_large {label mm, stock, sticker mm},
// stock.no_position {start, positions}.
Result<std::vector<Page>> impose(const std::vector<std::shared_ptr<const label::Drawing>>& drawings,
                                 const Stock& stock,
                                 int start,
                                 Resolution resolution);

} // namespace temsao::page
