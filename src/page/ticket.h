#pragma once
// The job ticket: what a print shop needs to know about a run, on an A4 sheet of its own, in Vietnamese and English. It
// never is a page of the labels' file: a printer loaded with stickers must not get it by surprise.
#include "label/drawing.h"

#include <string>
#include <vector>

namespace temsao::page {

struct TicketRow {
    std::string id;    // of the sentence that names it, as "ticket.lot"
    std::string value; // wrapped; no row where it is empty
    bool is_weighty = false;
};

label::Drawing draw_ticket(const std::vector<TicketRow>& rows, const label::FontMeasure& fonts);

} // namespace temsao::page
