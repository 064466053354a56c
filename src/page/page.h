#pragma once
// drawings + stock -> pages.
#include "label/drawing.h"
#include "page/correction.h"
#include "page/stock.h"
#include "page/trimming.h"

#include <optional>
#include <span>

namespace temsao::page {

struct Placed {
    std::shared_ptr<const label::Drawing> drawing;
    Mm x, y;
    friend bool operator==(const Placed&, const Placed&) = default; // of one drawing, not of equal ones
};

struct Page {
    SizeMm size;
    std::vector<Placed> labels;
    std::vector<label::StrokedPath> marks = {};
    std::optional<BoxMm> trim = {}; // what is left of a label's page when it is cut; the whole page unless stated
    Mm bleed = {};                  // around `trim`
    friend bool operator==(const Page&, const Page&) = default;
};

// The free positions of a partly used sheet, 1 is top left, row by row; rising, at least one.
using FreePositions = std::vector<int>;

// What goes into the printer: the partly used sheets first, in this order, then as many new ones as the run needs.
struct Loaded {
    Stock stock;
    std::vector<FreePositions> used_sheets;
};

// From position `start` on. Error (Cause::refused): stock.no_position {start, positions}.
Result<FreePositions> free_from(const Stock& stock, int start);

// How a run of labels becomes pages: page by page, each known from its number alone, so that a run of any length may be
// made in stretches, by several threads, and never lies in memory as a whole. Built whole, unchanged afterwards.
class Imposition {
public:
    // Each label a page of its own size, with room around it for bleed and marks.
    static Imposition one_a_page(const Correction& printer = {},
                                 Resolution resolution = Resolution::from_dpi(300),
                                 const Trimming& trimming = {});

    // Each label in the middle of its sticker as the printer prints, and on the dot grid, so that modules stay whole
    // dots. The stock has room for the trimming (has_room).
    static Imposition
    on_stock(Loaded loaded, const Correction& printer, Resolution resolution, const Trimming& trimming = {});

    std::size_t labels_on(std::size_t page) const; // pages count from 0; the last one of a run may hold fewer
    // The page of these labels, labels_on(page) of them or, on the last one, fewer. Errors (Cause::refused):
    // printer.residual {mm, most, largest label mm} where the printer's scale and turn leave a corner too far off. On a
    // stock the labels fit (ENSURE).
    Result<Page> lay(std::size_t page, std::span<const std::shared_ptr<const label::Drawing>> labels) const;

    // What is free after a run of so many labels on the sheets it touched or left untouched: the used sheets that
    // remain.
    std::vector<FreePositions> left_after(std::size_t labels) const;

private:
    Imposition(std::optional<Loaded> loaded, const Correction& printer, Resolution resolution, const Trimming& trimming)
        : loaded_(std::move(loaded)),
          printer_(printer),
          resolution_(resolution),
          trimming_(trimming) {}

    Page page_of(const std::shared_ptr<const label::Drawing>& label) const;
    int position(std::size_t page, std::size_t label) const; // from 1
    Placed place(const std::shared_ptr<const label::Drawing>& drawing, PointMm middle) const;

    std::optional<Loaded> loaded_;
    Correction printer_;
    Resolution resolution_;
    Trimming trimming_;
};

} // namespace temsao::page
