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
    friend bool operator==(const Placed&, const Placed&) = default; // the same pointer, not equal content
};

struct Page {
    SizeMm size;
    std::vector<Placed> labels;
    std::vector<label::StrokedPath> marks = {};
    std::optional<BoxMm> trim = {}; // the label's page after cutting; by default the whole page
    Mm bleed = {};                  // around `trim`
    friend bool operator==(const Page&, const Page&) = default;
};

// The free positions of a partly used sheet, in rising order, at least one; 1 is top left, counted row by row.
using FreePositions = std::vector<int>;

// What goes into the printer: the partly used sheets first, in this order, then as many new ones as the run needs.
struct Loaded {
    Stock stock;
    std::vector<FreePositions> used_sheets;
};

// From position `start` on. Error (Cause::refused): stock.no_position {start, positions}.
Result<FreePositions> free_from(const Stock& stock, int start);

// How a run of labels becomes pages. Each page is computed from its number alone, so that a run of any length can be
// made in batches, by several threads, and is never in memory as a whole. Built whole, unchanged afterwards.
class Imposition {
public:
    // Each label is a page of its own size, with room around it for bleed and marks.
    static Imposition one_a_page(const Correction& printer = {},
                                 Resolution resolution = Resolution::from_dpi(300),
                                 const Trimming& trimming = {});

    // Each label is in the middle of its sticker after the printer's distortion, and on the dot grid, so that modules
    // stay whole dots. The stock must have room for the trimming (has_room).
    static Imposition
    on_stock(Loaded loaded, const Correction& printer, Resolution resolution, const Trimming& trimming = {});

    SizeMm page_size(SizeMm label) const;          // of every page
    std::size_t labels_on(std::size_t page) const; // pages count from 0; the last one of a run may hold fewer
    // The page of these labels, labels_on(page) of them or, on the last one, fewer. Errors (Cause::refused):
    // printer.residual {mm, most, largest label mm} when scale and turn of the printer leave a corner too far off. On a
    // stock the labels must fit (ENSURE).
    Result<Page> lay(std::size_t page, std::span<const std::shared_ptr<const label::Drawing>> labels) const;

    // The partly used sheets that remain after a run of so many labels, with their free positions.
    std::vector<FreePositions> left_after(std::size_t labels) const;

private:
    Imposition(std::optional<Loaded> loaded, const Correction& printer, Resolution resolution, const Trimming& trimming)
        : loaded_(std::move(loaded)),
          printer_(printer),
          resolution_(resolution),
          trimming_(trimming) {}

    Page page_of(const std::shared_ptr<const label::Drawing>& label) const;
    Mm room_around() const;                                  // how much larger than a label alone its page is
    int position(std::size_t page, std::size_t label) const; // from 1
    Placed place(const std::shared_ptr<const label::Drawing>& drawing, PointMm middle) const;

    std::optional<Loaded> loaded_;
    Correction printer_;
    Resolution resolution_;
    Trimming trimming_;
};

} // namespace temsao::page
