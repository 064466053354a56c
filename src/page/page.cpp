#include "page/page.h"

#include <cstdio>
#include <numeric>

namespace temsao::page {
namespace {

// The largest label of this shape that the printer gets right enough, in whole tenths of a millimetre.
std::string largest_label(SizeMm size, Mm off) {
    const auto tenths = [&](Mm length) { return std::floor(length.value * (largest_residual / off) * 10) / 10; };
    char text[48];
    std::snprintf(text, sizeof text, "%g × %g", tenths(size.width), tenths(size.height));
    return text;
}

} // namespace

Result<FreePositions> free_from(const Stock& stock, int start) {
    if (start < 1 || start > stock.positions())
        return error(Cause::refused, "stock.no_position", {std::to_string(start), std::to_string(stock.positions())});
    FreePositions free(static_cast<std::size_t>(stock.positions() - start + 1));
    std::iota(free.begin(), free.end(), start);
    return free;
}

Imposition Imposition::one_a_page(const Correction& printer, Resolution resolution, const Trimming& trimming) {
    return Imposition({}, printer, resolution, trimming);
}

Imposition
Imposition::on_stock(Loaded loaded, const Correction& printer, Resolution resolution, const Trimming& trimming) {
    for (const auto& sheet : loaded.used_sheets)
        ENSURE(!sheet.empty() && sheet.front() >= 1 && sheet.back() <= loaded.stock.positions());
    return Imposition(std::move(loaded), printer, resolution, trimming);
}

std::size_t Imposition::labels_on(std::size_t page) const {
    if (!loaded_) return 1;
    return page < loaded_->used_sheets.size() ? loaded_->used_sheets[page].size()
                                              : static_cast<std::size_t>(loaded_->stock.positions());
}

int Imposition::position(std::size_t page, std::size_t label) const {
    return page < loaded_->used_sheets.size() ? loaded_->used_sheets[page][label] : static_cast<int>(label) + 1;
}

// Sent so that it prints with its middle there, to half a dot.
Placed Imposition::place(const std::shared_ptr<const label::Drawing>& drawing, PointMm middle) const {
    const auto sent = to_print_at(printer_, middle);
    const auto on_grid = [&](Mm length) { return resolution_.length(resolution_.nearest_dot(length)); };
    return {drawing, on_grid(sent.x - drawing->size.width / 2), on_grid(sent.y - drawing->size.height / 2)};
}

Mm Imposition::room_around() const {
    if (trimming_ == Trimming{}) return {};
    return resolution_.length(resolution_.whole_dots_above(margin_of(trimming_)));
}

SizeMm Imposition::page_size(SizeMm label) const {
    if (loaded_) return loaded_->stock.sheet;
    return {label.width + 2 * room_around(), label.height + 2 * room_around()};
}

// One that is cut by its marks lands right wherever the printer puts it, so it needs no correction.
Page Imposition::page_of(const std::shared_ptr<const label::Drawing>& label) const {
    const auto& size = label->size;
    if (trimming_ == Trimming{}) return {size, {place(label, {size.width / 2, size.height / 2})}};
    const Mm around = room_around();
    Page page{page_size(size), {{label, around, around}}};
    page.trim = BoxMm{around, around, size.width, size.height};
    page.bleed = trimming_.bleed;
    if (trimming_.marks) page.marks = crop_marks(*page.trim, trimming_.bleed);
    return page;
}

Result<Page> Imposition::lay(std::size_t page, std::span<const std::shared_ptr<const label::Drawing>> labels) const {
    ENSURE(!labels.empty() && labels.size() <= labels_on(page));
    Page sheet;
    if (loaded_) {
        sheet.size = loaded_->stock.sheet;
        if (trimming_.marks) sheet.marks = crop_marks(loaded_->stock, trimming_.bleed, printer_);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto& size = labels[i]->size;
        if (const auto off = residual(printer_, size); off > largest_residual)
            return error(Cause::refused,
                         "printer.residual",
                         {millimetres(off, 2), millimetres(largest_residual, 2), largest_label(size, off)});
        if (!loaded_) return page_of(labels[i]);
        const auto& stock = loaded_->stock;
        ENSURE(fits(stock, size));
        const int at = position(page, i) - 1, column = at % stock.columns, row = at / stock.columns;
        sheet.labels.push_back(place(labels[i],
                                     {stock.left + stock.across_pitch * column + stock.sticker.width / 2,
                                      stock.top + stock.down_pitch * row + stock.sticker.height / 2}));
    }
    return sheet;
}

std::vector<FreePositions> Imposition::left_after(std::size_t labels) const {
    std::vector<FreePositions> left;
    if (!loaded_) return left;
    std::size_t page = 0;
    for (; labels > 0 || page < loaded_->used_sheets.size(); ++page) {
        FreePositions free;
        for (auto i = std::min(labels, labels_on(page)); i < labels_on(page); ++i)
            free.push_back(position(page, i));
        labels -= std::min(labels, labels_on(page));
        if (!free.empty()) left.push_back(std::move(free));
    }
    return left;
}

} // namespace temsao::page
