#include "render/deflate.h"
#include "render/pdf.h"
#include "render/pdf_content.h"
#include "render/pdf_text.h"

namespace temsao::render {
namespace {

constexpr int packing = 1; // measured: level 6 makes files 12 % smaller and takes twice the time of all else
constexpr std::size_t least_form_bytes = 80;

// A span of a label's items that is one of the forms, or has to be drawn.
struct Part {
    std::size_t first, end;
    std::optional<std::size_t> form;
};

std::vector<const label::Drawing*> drawings_of(std::span<const page::Page> pages) {
    std::vector<const label::Drawing*> all;
    for (const auto& page : pages)
        for (const auto& placed : page.labels)
            all.push_back(placed.drawing.get());
    return all;
}

// Which items are the same, at the same place in the list, on every label. None when the labels are of different make.
std::vector<bool> shared_items(const std::vector<const label::Drawing*>& labels) {
    const auto& first = *labels.front();
    std::vector<bool> shared(first.items.size(), labels.size() > 1);
    for (const auto* other : labels) {
        if (other == &first) continue;
        if (other->items.size() != first.items.size() || other->size != first.size)
            return std::vector<bool>(first.items.size(), false);
        for (std::size_t i = 0; i < shared.size(); ++i)
            shared[i] = shared[i] && other->items[i] == first.items[i];
    }
    return shared;
}

// Of what a drawing may blacken.
std::string form_box(const label::Drawing& drawing) {
    const auto& [width, height] = drawing.size;
    const Mm over = drawing.bleed;
    return pdf_box({-over, -over, width + 2 * over, height + 2 * over}, height);
}

BoxMm with_bleed(const BoxMm& trim, Mm bleed) {
    return {trim.x - bleed, trim.y - bleed, trim.width + 2 * bleed, trim.height + 2 * bleed};
}

// Without a trim of its own the page is what remains, and so is its bleed box unless it says otherwise.
std::string page_boxes(const page::Page& page) {
    const Mm height = page.size.height;
    const auto media = pdf_box({{}, {}, page.size.width, height}, height);
    if (!page.trim) return "/MediaBox" + media + "/TrimBox" + media;
    return "/MediaBox" + media + "/BleedBox" + pdf_box(with_bleed(*page.trim, page.bleed), height) + "/TrimBox" +
           pdf_box(*page.trim, height);
}

} // namespace

PdfPages compose_pdf(std::span<const page::Page> pages, const FontBook& fonts) {
    const Deflater deflater(packing);
    PdfPages made;
    PdfContent content(fonts);
    auto& operators = content.operators();
    std::vector<Part> parts; // empty: every label is drawn item by item
    if (const auto labels = drawings_of(pages); !labels.empty()) {
        const auto& first = *labels.front();
        const auto shared = shared_items(labels);
        for (std::size_t i = 0; i < shared.size();) {
            auto end = i + 1;
            while (end < shared.size() && shared[end] == shared[i])
                ++end;
            parts.push_back({i, end, {}});
            if (shared[i]) {
                operators.clear();
                content.begin(first.size.height);
                for (auto item = i; item < end; ++item)
                    content.draw(first.items[item]);
                if (operators.size() >= least_form_bytes) {
                    parts.back().form = made.forms.size();
                    made.forms.push_back({form_box(first), deflater.pack(operators)});
                }
            }
            i = end;
        }
        if (made.forms.empty()) parts.clear();
    }
    const auto draw = [&](const label::Drawing& drawing) {
        content.begin(drawing.size.height);
        if (parts.empty())
            for (const auto& item : drawing.items)
                content.draw(item);
        for (const auto& part : parts) {
            if (part.form)
                operators += "/G" + std::to_string(*part.form) + " Do\n";
            else
                for (auto item = part.first; item < part.end; ++item)
                    content.draw(drawing.items[item]);
        }
    };
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto& page = pages[i];
        if (i > 0 && page == pages[i - 1]) {
            made.pages.push_back({page_boxes(page), {}, true});
            continue;
        }
        operators.clear();
        if (!page.marks.empty()) {
            content.begin(page.size.height);
            operators += "q\n";
            for (const auto& mark : page.marks)
                content.draw(mark);
            operators += "Q\n";
        }
        if (page.trim) { // art that its template draws further out must not reach the marks
            content.begin(page.size.height);
            content.clip(with_bleed(*page.trim, page.bleed));
        }
        for (const auto& placed : page.labels) {
            const auto& drawing = *placed.drawing;
            const Mm up = page.size.height - placed.y - drawing.size.height;
            operators += "q 1 0 0 1 ";
            put_number(operators, points(placed.x));
            operators += ' ';
            put_number(operators, points(up));
            operators += " cm\n";
            draw(drawing);
            operators += "Q\n";
        }
        made.pages.push_back({page_boxes(page), deflater.pack(operators), false});
    }
    made.glyphs = std::move(content.glyphs());
    made.spots = std::move(content.spots());
    made.pictures = std::move(content.pictures());
    return made;
}

} // namespace temsao::render
