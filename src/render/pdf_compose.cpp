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

class Composer {
public:
    explicit Composer(const FontBook& fonts) : content_(fonts) {}

    PdfPages compose(std::span<const page::Page> pages) {
        if (const auto labels = drawings_of(pages); !labels.empty()) make_forms(labels);
        for (std::size_t i = 0; i < pages.size(); ++i) {
            const bool is_like_last = i > 0 && pages[i] == pages[i - 1];
            made_.pages.push_back(
                {page_boxes(pages[i]), is_like_last ? std::string() : content_of(pages[i]), is_like_last});
        }
        made_.glyphs = std::move(content_.glyphs());
        made_.spots = std::move(content_.spots());
        made_.pictures = std::move(content_.pictures());
        return std::move(made_);
    }

private:
    // What all labels share becomes forms, which each label then names.
    void make_forms(const std::vector<const label::Drawing*>& labels) {
        const auto& first = *labels.front();
        const auto shared = shared_items(labels);
        for (std::size_t i = 0; i < shared.size();) {
            auto end = i + 1;
            while (end < shared.size() && shared[end] == shared[i])
                ++end;
            parts_.push_back({i, end, shared[i] ? form_of(first, i, end) : std::nullopt});
            i = end;
        }
        if (made_.forms.empty()) parts_.clear();
    }

    // Nothing when the items are drawn in fewer bytes than a form costs.
    std::optional<std::size_t> form_of(const label::Drawing& drawing, std::size_t first, std::size_t end) {
        operators_.clear();
        content_.begin(drawing.size.height);
        draw_items(drawing, first, end);
        if (operators_.size() < least_form_bytes) return {};
        made_.forms.push_back({form_box(drawing), deflater_.pack(operators_)});
        return made_.forms.size() - 1;
    }

    std::string content_of(const page::Page& page) {
        operators_.clear();
        if (!page.marks.empty()) {
            content_.begin(page.size.height);
            operators_ += "q\n";
            for (const auto& mark : page.marks)
                content_.draw(mark);
            operators_ += "Q\n";
        }
        if (page.trim) { // art that its template draws further out must not reach the marks
            content_.begin(page.size.height);
            content_.clip(with_bleed(*page.trim, page.bleed));
        }
        for (const auto& placed : page.labels) {
            const auto& drawing = *placed.drawing;
            const Mm up = page.size.height - placed.y - drawing.size.height;
            operators_ += "q 1 0 0 1 ";
            put_number(operators_, points(placed.x));
            operators_ += ' ';
            put_number(operators_, points(up));
            operators_ += " cm\n";
            draw_label(drawing);
            operators_ += "Q\n";
        }
        return deflater_.pack(operators_);
    }

    void draw_label(const label::Drawing& drawing) {
        content_.begin(drawing.size.height);
        if (parts_.empty()) draw_items(drawing, 0, drawing.items.size());
        for (const auto& part : parts_) {
            if (part.form)
                operators_ += "/G" + std::to_string(*part.form) + " Do\n";
            else
                draw_items(drawing, part.first, part.end);
        }
    }

    void draw_items(const label::Drawing& drawing, std::size_t first, std::size_t end) {
        for (auto item = first; item < end; ++item)
            content_.draw(drawing.items[item]);
    }

    Deflater deflater_{packing};
    PdfContent content_;
    std::string& operators_ = content_.operators();
    PdfPages made_;
    std::vector<Part> parts_; // empty: every label is drawn item by item
};

} // namespace

PdfPages compose_pdf(std::span<const page::Page> pages, const FontBook& fonts) {
    return Composer(fonts).compose(pages);
}

} // namespace temsao::render
