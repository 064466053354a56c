#pragma once
// pages -> a PDF for printing, written while its pages are made: K-only black, inks as inks, the code one path with one
// fill, fonts embedded once as subsets, text that selects as correct Vietnamese.
//
// Two levels of use. write_pdf: a few pages at once. compose_pdf and PdfWriter: a run of any length; several threads
// compose batches of pages, in any order, and one writer takes them in page order:
//
//     PdfWriter writer(facts, [&](std::string_view bytes) { return file.write(bytes); });
//     writer.add(compose_pdf(pages, fonts));      // once for each batch
//     writer.finish(fonts);
//
// Same pages, facts and batches: same bytes. Memory: one batch, and 20 bytes for each page written.
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
    Date created;                        // handed in; the clock is not read here
    std::string product = {}, lot = {};  // keys and lot as printed; empty when not stated
    std::optional<Date> list_as_of = {}; // the product list's day
    // The printing press it is meant for: the file is then PDF/X-4 (ISO 15930-7). Without one it claims no standard.
    std::optional<OutputProfile> press = {};
};

// Which glyphs of each face were drawn.
using GlyphsUsed = std::vector<std::vector<bool>>;

// Plates besides the four inks, by name, and the ink that replaces each.
using SpotInks = std::map<std::string, label::Ink>;

// Pictures by their id.
using PicturesUsed = std::map<std::string, std::shared_ptr<const label::Picture>>;

// Consecutive pages as compressed PDF operators. What all their labels share is drawn once, as forms.
struct PdfPages {
    struct Form {
        std::string box; // in PDF form
        std::string content;
    };

    struct One {
        std::string boxes; // the page's entries for them
        std::string content;
        bool repeats = false; // has the same content as the page before it
    };

    std::vector<Form> forms;
    std::vector<One> pages;
    GlyphsUsed glyphs;
    SpotInks spots;
    PicturesUsed pictures;
};

// Any thread, each with its own font book.
PdfPages compose_pdf(std::span<const page::Page> pages, const FontBook& fonts);

class PdfWriter {
public:
    using Sink = std::function<Outcome(std::string_view)>;

    PdfWriter(DocumentFacts facts, Sink sink);
    PdfWriter(PdfWriter&&) noexcept;
    PdfWriter& operator=(PdfWriter&&) = delete;
    ~PdfWriter();

    Outcome add(const PdfPages& pages); // the sink's errors
    // Writes fonts, facts and the cross-reference table; at least one page must have been added (ENSURE). `fonts` may
    // be any book of the same folder. Errors of the sink; render.failed {why} (Cause::io) when a font cannot be subset.
    Outcome finish(const FontBook& fonts);

private:
    struct State;
    std::unique_ptr<State> state_;
};

Result<std::string> write_pdf(std::span<const page::Page> pages, const DocumentFacts& facts, const FontBook& fonts);

} // namespace temsao::render
