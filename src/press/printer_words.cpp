#include "press/printer_words.h"

#include "press/loading.h"

#include <algorithm>
#include <array>
#include <span>

namespace temsao::press {

std::string_view name(printers::Trouble trouble) {
    constexpr std::array<std::string_view, 11> names{"none",
                                                     "paper_out",
                                                     "ribbon_out",
                                                     "ink_out",
                                                     "head_open",
                                                     "cover_open",
                                                     "jam",
                                                     "paused",
                                                     "canceled",
                                                     "refused",
                                                     "other"};
    return names[static_cast<std::size_t>(trouble)];
}

std::string trouble_words(printers::Trouble trouble, Lang lang) {
    constexpr std::array ids{"printer.is_ready",
                             "printer.paper_out",
                             "printer.ribbon_out",
                             "printer.ink_out",
                             "printer.head_open",
                             "printer.cover_open",
                             "printer.is_jammed",
                             "printer.is_paused",
                             "printer.has_canceled",
                             "printer.has_refused",
                             "printer.in_trouble"};
    return say({ids[static_cast<std::size_t>(trouble)], {}}, lang);
}

std::string paper_words(const std::vector<printers::PaperRange>& papers) {
    constexpr std::size_t most = 8;
    std::string words;
    for (const auto& paper : std::span(papers).first(std::min(papers.size(), most)))
        words += (words.empty() ? "" : ", ") + size_words({{paper.most_width / 100.0}, {paper.most_height / 100.0}});
    if (papers.size() > most) words += " … (" + std::to_string(papers.size()) + ")";
    return words.empty() ? "–" : words;
}

} // namespace temsao::press
