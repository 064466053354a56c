#pragma once
// Stock: the blank that labels are printed on, an A4 sticker sheet or a roll. A table (stock.cpp) with its source;
// `firm` tells whether the geometry is the maker's own or was only reported and wants a ruler first (domain.md 7.2).
#include "base/result.h"
#include "base/units.h"

namespace temsao::page {

struct Stock {
    std::string id;    // "avery-l7160"
    std::string title; // "Avery L7160, 63,5 × 38,1 mm, 21 tem"
    SizeMm sheet;      // of a roll: one row of labels with the carrier around it
    SizeMm label;
    int columns = 1, rows = 1;
    Mm left, top;        // of the first label
    Mm pitch_x, pitch_y; // from one label's left (top) to the next one's
    bool firm = false;
    bool roll = false;

    int labels() const { return columns * rows; }
};

const std::vector<Stock>& stocks();            // by id
Result<Stock> find_stock(std::string_view id); // error page.no_stock {id, the known ids} (Cause::missing)

} // namespace temsao::page
