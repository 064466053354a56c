#pragma once
// drawings + stock -> pages. A stock is the blank that goes into the printer: a sheet of stickers, or a single label.
#include "label/drawing.h"

#include <span>

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
    friend bool operator==(const Placed&, const Placed&) = default; // of one drawing, not of equal ones
};

struct Page {
    SizeMm size;
    std::vector<Placed> labels;
};

// Each label a page of its own size.
std::vector<Page> one_a_page(const std::vector<std::shared_ptr<const label::Drawing>>& drawings);

// How a run of labels becomes pages: page by page, each known from its number alone, so that a run of any length may be
// made in stretches, by several threads, and never lies in memory as a whole. Built whole, unchanged afterwards.
class Imposition {
public:
    // Each label a page of its own size.
    static Imposition one_a_page() { return Imposition({}, 1, Resolution::from_dpi(300)); }

    // On sheets, row by row from position `start` (1 is top left), each label centred on its sticker and on the dot
    // grid, so that modules stay whole dots. Error (Cause::refused): stock.no_position {start, positions}.
    static Result<Imposition> on_sheets(const Stock& stock, int start, Resolution resolution);

    std::size_t labels_on(std::size_t page) const; // pages count from 0; the last one of a run may hold fewer
    // The page of these labels, labels_on(page) of them or, on the last one, fewer. Error (Cause::refused):
    // stock.label_too_large {label mm, stock, sticker mm}.
    Result<Page> lay(std::size_t page, std::span<const std::shared_ptr<const label::Drawing>> labels) const;

private:
    Imposition(std::optional<Stock> stock, int start, Resolution resolution)
        : stock_(stock),
          start_(start),
          resolution_(resolution) {}

    std::optional<Stock> stock_;
    int start_;
    Resolution resolution_;
};

} // namespace temsao::page
