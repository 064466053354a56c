#pragma once
// Letters to those who received a lot that is called back. Pure; any thread.
#include "office/lot_words.h"

namespace temsao::office {

// One page of paper for each receiver, with what it received, as an HTML document to print. `reason` may be empty: a
// line to fill in stands for it.
std::string recall_letters(
    const std::vector<Whereabouts>& all, const LotBook& book, const std::string& reason, Date day, Lang lang);

} // namespace temsao::office
