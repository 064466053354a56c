#pragma once
// What shows in a window of a label: for each 0.05 mm of paper the item whose ink lies on top, by real outlines. A
// white panel clears what lies below it; a ring leaves its middle clear; a plate that prints over what is below it (a
// varnish, a line for cutting) clears nothing. Pure.
#include "label/drawing.h"

#include <span>

namespace temsao::label {

// An item that shows in a window.
struct Shown {
    std::size_t item; // which of those that were looked at
    BoxMm box;        // of what shows of it
    Mm distance;      // of what shows, from the box that was asked about; 0 inside it

    friend bool operator==(const Shown&, const Shown&) = default;
};

enum class White {
    clears, // white is paper
    shows,  // white hides what is below it, as ink does
};

// What shows of `items`, drawn in this order, inside `window`; distances are from `from`. Ink counts where it covers
// more than 0.01 mm of a spot, white where it covers its middle: edges are exact to 0.03 mm. Lines are at least 0.04 mm
// wide, as a press draws them. Milliseconds for a code's window: ask `InkMemory` for labels that differ little.
std::vector<Shown>
shown_in(const BoxMm& window, std::span<const Item> items, White white, const BoxMm& from, const FontMeasure& fonts);

// Of the labels of a run most have the same art around the code: the last answer is kept. One thread.
class InkMemory {
public:
    const std::vector<Shown>&
    shown_in(const BoxMm& window, std::vector<Item> items, White white, const BoxMm& from, const FontMeasure& fonts);

private:
    struct Kept {
        BoxMm window, from;
        std::vector<Item> items;
        std::vector<Shown> shown;
    };

    std::vector<Kept> kept_; // the newest last
};

} // namespace temsao::label
