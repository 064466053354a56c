#pragma once
// Inside `press`: what a printer says, in words for people and names for programs.
#include "base/message.h"
#include "printers/ipp_replies.h"

namespace temsao::press {

// "Out of paper: load paper, and close the printer"
std::string trouble_words(printers::Trouble trouble, Lang lang);
std::string_view name(printers::Trouble trouble); // "paper_out", as in JSON

// The first eight sizes that a printer has, and how many there are when it has more: "210 × 297 mm, 148 × 210 mm …
// (31)".
std::string paper_words(const std::vector<printers::PaperRange>& papers);

} // namespace temsao::press
