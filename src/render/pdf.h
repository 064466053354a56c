#pragma once
// pages -> a PDF for a press, written as its pages are made: K-only black, inks as inks, the code one path with one
// fill, fonts embedded once as subsets, text that selects as correct Vietnamese.
//
// Two levels of use. write_pdf: a few pages at once. compose_pdf and PdfWriter: a run of any length; several threads
// compose stretches of pages, in any order, and the one writer takes them in their order:
//
//     PdfWriter writer(facts, [&](std::string_view bytes) { return file.write(bytes); });
//     writer.add(compose_pdf(pages, fonts));      // as often as there are stretches
//     writer.finish(fonts);
//
// Same pages, same facts, same stretches: same bytes. Memory: one stretch, and 20 bytes for each page written.
#include "base/date.h"
#include "page/page.h"
#include "render/font_book.h"
#include "render/icc.h"

#include <functional>
#include <map>
#include <span>

namespace temsao::render {

struct DocumentFacts {
    std::string title;
    Date created;                        // handed in: no clock here
    std::string product = {}, lot = {};  // keys and lot as printed; empty: not stated
    std::optional<Date> list_as_of = {}; // the product list's day
    // The press it is meant for: the file then says to be PDF/X-4 (ISO 15930-7). Without one it claims nothing.
    std::optional<OutputProfile> press = {};
};

// Which glyphs of each face were drawn.
using GlyphsUsed = std::vector<std::vector<bool>>;

// Plates besides the four inks, by name, and what stands for each.
using SpotInks = std::map<std::string, label::Ink>;

// Pictures by their id.
using PicturesUsed = std::map<std::string, std::shared_ptr<const label::Picture>>;

// Consecutive pages as operators, packed. What all their labels share is drawn once, as forms.
struct PdfPages {
    struct Form {
        std::string box; // as the PDF spells it
        std::string content;
    };

    struct One {
        std::string boxes; // the page's entries for them
        std::string content;
        bool repeats = false; // the content of the page before it
    };

    std::vector<Form> forms;
    std::vector<One> pages;
    GlyphsUsed glyphs;
    SpotInks spots;
    PicturesUsed pictures;
};

// Any thread with a font book of its own.
PdfPages compose_pdf(std::span<const page::Page> pages, const FontBook& fonts);

class PdfWriter {
public:
    using Sink = std::function<Outcome(std::string_view)>;

    PdfWriter(DocumentFacts facts, Sink sink);
    PdfWriter(PdfWriter&&) noexcept;
    PdfWriter& operator=(PdfWriter&&) = delete;
    ~PdfWriter();

    Outcome add(const PdfPages& pages); // the sink's errors
    // Fonts, facts and the table of contents; at least one page was added (ENSURE). Any book of the same folder. Errors
    // of the sink; render.failed {why} (Cause::io) when a font cannot be made smaller.
    Outcome finish(const FontBook& fonts);

private:
    struct State;
    std::unique_ptr<State> state_;
};

Result<std::string> write_pdf(std::span<const page::Page> pages, const DocumentFacts& facts, const FontBook& fonts);

} // namespace temsao::render
