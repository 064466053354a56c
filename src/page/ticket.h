#pragma once
// The job ticket: what a print shop needs to know about a run, on a separate A4 sheet, in Vietnamese and English. It is
// never a page of the labels' file, so that it is not printed on stickers by mistake. Pure; any thread.
#include "label/drawing.h"

#include <string>
#include <vector>

namespace temsao::page {

struct TicketRow {
    std::string id;    // of the sentence with its heading, such as "ticket.lot"
    std::string value; // wrapped; an empty value leaves out the row
    bool is_weighty = false;
};

// `sample`: one label of the run, drawn to the right of the title, in true size where it is at most 60 x 34 mm.
label::Drawing
draw_ticket(const std::vector<TicketRow>& rows, const label::Drawing& sample, const label::FontMeasure& fonts);

} // namespace temsao::page
