#pragma once
// Inside `app`: what the job ticket says of a run.
#include "press/paper_file.h"
#include "press/stocks.h"

namespace temsao::press {

struct TicketFacts {
    const Run& run;
    const std::vector<const catalog::Product*>& products;
    const label::Template& design;
    const Loading& loading;
    std::size_t labels = 0, pages = 0;
    std::string printer; // --printer, may be empty
    std::string serials; // "first – last", empty without
    Date printable_until, list_as_of;
    const render::DocumentFacts& about; // the labels' file
};

// Errors of render and NewFile.
Outcome write_ticket(NewFile& file,
                     const std::filesystem::path& path,
                     const TicketFacts& facts,
                     const job::Surroundings& around);

// What to lay into the printer, a line for each used sheet; empty where there is nothing to say.
std::string loading_words(const Loading& loading, std::size_t pages, Lang lang);

} // namespace temsao::press
