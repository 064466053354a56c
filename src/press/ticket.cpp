#include "press/ticket.h"

#include "page/ticket.h"
#include "press/loading.h"

#include <cstdio>
#include <map>

namespace temsao::press {
namespace {

constexpr std::size_t most_names = 4;

std::string both(const char* id, const std::vector<std::string>& facts) {
    return say({id, facts}, Lang::vi) + " / " + say({id, facts}, Lang::en);
}

std::string product_words(const std::vector<const catalog::Product*>& products) {
    std::string text;
    for (std::size_t i = 0; i < products.size() && i < most_names; ++i)
        text += (text.empty() ? "" : "\n") + products[i]->name + " (" + products[i]->key + ")";
    if (products.size() > most_names)
        text += "\n" + both("ticket.others", {std::to_string(products.size() - most_names)});
    return text;
}

std::string sheet_words(const TicketFacts& facts) {
    if (!facts.loading.stock) return both("ticket.pages", {std::to_string(facts.pages)});
    const auto& used = facts.loading.used;
    if (used.empty() || facts.loading.stock->kind == page::Stock::Kind::roll)
        return both("ticket.sheets_new", {std::to_string(facts.pages)});
    std::string text;
    for (std::size_t i = 0; i < used.size() && i < facts.pages; ++i)
        text +=
            (i == 0 ? "" : "\n") + std::to_string(i + 1) + ". " + both("ticket.sheet_used", {write_positions(used[i])});
    if (facts.pages > used.size())
        text += "\n" + both("ticket.sheets_new", {std::to_string(facts.pages - used.size())});
    return text;
}

std::string bleed_words(const page::Trimming& trimming) {
    if (trimming.bleed == Mm{} && !trimming.marks) return both("ticket.no_bleed", {});
    return both(trimming.marks ? "ticket.bleed_and_marks" : "ticket.bleed_only", {short_millimetres(trimming.bleed)});
}

// The process inks that the label needs, "K" or "C M Y K", and what the file was separated for.
std::string ink_words(const TicketFacts& facts) {
    bool used[4] = {};
    bool has_picture = false;
    for (const auto& item : facts.sample.items)
        std::visit(
            [&](const auto& one) {
                if constexpr (requires { one.picture; }) {
                    has_picture = has_picture || one.picture->samples == 3;
                    used[3] = true;
                } else if constexpr (requires { one.symbol; }) {
                    used[3] = true; // the code is black
                } else {
                    if constexpr (requires { one.spot; })
                        if (!one.spot.empty()) return;
                    const double parts[] = {one.ink.c, one.ink.m, one.ink.y, one.ink.k};
                    for (int i = 0; i < 4; ++i)
                        used[i] = used[i] || parts[i] > 0;
                }
            },
            item);
    std::string words;
    for (int i = 0; i < 4; ++i)
        if (used[i] || has_picture) words += std::string(words.empty() ? "" : " ") + "CMYK"[i];
    return facts.about.press ? words + " (" + facts.about.press->condition + ")" : words;
}

// Plates besides the four inks, each with what it does to the art below it.
std::string plate_words(const label::Drawing& sample) {
    std::map<std::string, bool> plates;
    for (const auto& item : sample.items)
        std::visit(
            [&](const auto& one) {
                if constexpr (requires { one.spot; })
                    if (!one.spot.empty()) plates[one.spot] = one.overprint;
            },
            item);
    std::string words;
    for (const auto& [name, overprints] : plates)
        words += (words.empty() ? "" : "\n") + name + ": " +
                 both(overprints ? "ticket.overprints" : "ticket.knocks_out", {});
    return words;
}

label::Drawing draw(const TicketFacts& facts, const label::FontMeasure& fonts) {
    const auto& run = facts.run;
    const auto& stock = facts.loading.stock;
    return page::draw_ticket(
        {{"ticket.product", product_words(facts.products), true},
         {"ticket.lot", run.lot, true},
         {"ticket.made", run.made.vietnamese() + (run.expires ? " – " + run.expires->vietnamese() : "")},
         {"ticket.count", std::to_string(facts.labels), true},
         {"ticket.spares",
          run.spares > 0 ? std::to_string(facts.products.size() * static_cast<std::size_t>(run.spares)) : ""},
         {"ticket.serials", facts.serials, true},
         {"ticket.until", facts.printable_until.vietnamese(), true},
         {"ticket.list", facts.list_as_of.vietnamese()},
         {"ticket.template", facts.design.name + ", " + size_words(facts.design.size)},
         {"ticket.bleed", bleed_words(run.trimming)},
         {"ticket.inks", ink_words(facts)},
         {"ticket.plates", plate_words(facts.sample)},
         {"ticket.stock", stock ? stock->id + ", " + stock->words : ""},
         {"ticket.load", sheet_words(facts)},
         {"ticket.printer",
          (facts.printer.empty() ? "" : facts.printer + ", ") + std::to_string(run.resolution.dpi()) + " dpi"}},
        facts.sample,
        fonts);
}

} // namespace

Outcome write_ticket(NewFile& file,
                     const std::filesystem::path& path,
                     const TicketFacts& facts,
                     const job::Surroundings& around) {
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    const auto drawing = std::make_shared<const label::Drawing>(draw(facts, *fonts));
    auto about = facts.about;
    about.title = drawing->title + ": " + about.title;
    about.press.reset(); // it goes with the labels, not to the press
    const auto bytes = TRY(paper_bytes(drawing, path, facts.run.resolution, about, *fonts));
    return file.write(bytes);
}

std::string serial_words(const std::vector<std::vector<std::string>>& serials) {
    std::size_t count = 0;
    for (const auto& of_product : serials)
        count += of_product.front().empty() ? 0 : of_product.size();
    if (count == 0) return {};
    return serials.front().front() + " … " + serials.back().back() + " (" + std::to_string(count) + ")";
}

std::string loading_words(const Loading& loading, std::size_t pages, Lang lang) {
    std::string text;
    if (!loading.stock || loading.stock->kind == page::Stock::Kind::roll) return text;
    for (std::size_t i = 0; i < loading.used.size() && i < pages; ++i)
        text +=
            std::to_string(i + 1) + ". " + say({"ticket.sheet_used", {write_positions(loading.used[i])}}, lang) + "\n";
    if (!text.empty() && pages > loading.used.size())
        text += say({"ticket.sheets_new", {std::to_string(pages - loading.used.size())}}, lang) + "\n";
    return text;
}

} // namespace temsao::press
