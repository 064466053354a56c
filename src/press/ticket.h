#pragma once
// Inside `press`: the content of a run's job ticket.
#include "catalog/product.h"
#include "press/loading.h"
#include "press/paper_file.h"
#include "render/pdf.h"
#include "system/file.h"

namespace temsao::press {

struct TicketFacts {
    const Run& run;
    const std::vector<const catalog::Product*>& products;
    const label::Template& design;
    const label::Drawing& sample; // one label of the run
    const Loading& loading;
    std::size_t labels = 0, pages = 0;
    std::string printer; // --printer, may be empty
    std::string serials; // see serial_words
    Date printable_until, list_as_of;
    const render::DocumentFacts& about; // the labels' file
};

// Does not give the file its name. Errors of render and NewFile.
Outcome write_ticket(NewFile& file,
                     const std::filesystem::path& path,
                     const TicketFacts& facts,
                     const job::Surroundings& around);

// "first … last (count)": serials are random, so these are the first and the last as printed. Empty without serials.
std::string serial_words(const std::vector<std::vector<std::string>>& serials);

// What to load into the printer, one line for each partly used sheet; empty when there is nothing to say.
std::string loading_words(const Loading& loading, std::size_t pages, Lang lang);

} // namespace temsao::press
