#include "page/page.h"

#include <cstdio>

namespace temsao::page {
namespace {

constexpr SizeMm a4{{210}, {297}};

std::string size_words(SizeMm size) {
    char text[48];
    std::snprintf(text, sizeof text, "%g x %g mm", size.width.value, size.height.value);
    return text;
}

} // namespace

const std::vector<Stock>& stock_catalogue() {
    // Sources: Avery's published geometry for L71xx and L7651; Tomy's sheets after vendors' tables, unmeasured.
    static const std::vector<Stock> catalogue = {
        // id       words                      sheet  sticker             left     top      across  down    n
        // across/down  measured
        {"L7160", "Avery L7160, 21 / A4", a4, {{63.5}, {38.1}}, {7.21}, {15.15}, {66.04}, {38.1}, 3, 7, true},
        {"L7159", "Avery L7159, 24 / A4", a4, {{63.5}, {33.9}}, {7.21}, {12.9}, {66.04}, {33.9}, 3, 8, true},
        {"L7163", "Avery L7163, 14 / A4", a4, {{99.1}, {38.1}}, {4.65}, {15.15}, {101.6}, {38.1}, 2, 7, true},
        {"L7165", "Avery L7165, 8 / A4", a4, {{99.1}, {67.7}}, {4.65}, {13.1}, {101.6}, {67.7}, 2, 4, true},
        {"L7651", "Avery L7651, 65 / A4", a4, {{38.1}, {21.2}}, {4.67}, {10.6}, {40.6}, {21.2}, 5, 13, true},
        {"tomy-117", "Tomy 117, 21 / A4", a4, {{70}, {42}}, {0}, {1.5}, {70}, {42}, 3, 7, false},
        {"tomy-109", "Tomy 109, 8 / A4", a4, {{99}, {67}}, {5}, {14}, {101}, {67}, 2, 4, false},
        {"a4-60x40", "A4, 60 x 40 mm, 18", a4, {{60}, {40}}, {12}, {18.5}, {63}, {44}, 3, 6, true},
        {"a4-35x50", "A4, 35 x 50 mm, 25", a4, {{35}, {50}}, {9.5}, {15.5}, {39}, {54}, 5, 5, true},
        {"a4-90x60", "A4, 90 x 60 mm, 8", a4, {{90}, {60}}, {13}, {22.5}, {94}, {64}, 2, 4, true},
        {"a4-50x80", "A4, 50 x 80 mm, 9", a4, {{50}, {80}}, {26}, {24.5}, {54}, {84}, 3, 3, true},
    };
    return catalogue;
}

Result<Stock> find_stock(std::string_view id) {
    std::string ids;
    for (const auto& stock : stock_catalogue()) {
        if (stock.id == id) return stock;
        ids += (ids.empty() ? "" : ", ") + std::string(stock.id);
    }
    return error(Cause::missing, "stock.unknown", {std::string(id), ids});
}

std::vector<Page> one_a_page(const std::vector<std::shared_ptr<const label::Drawing>>& drawings) {
    std::vector<Page> pages;
    pages.reserve(drawings.size());
    for (const auto& drawing : drawings)
        pages.push_back({drawing->size, {{drawing, {}, {}}}});
    return pages;
}

Result<Imposition> Imposition::on_sheets(const Stock& stock, int start, Resolution resolution) {
    const int positions = stock.columns * stock.rows;
    if (start < 1 || start > positions)
        return error(Cause::refused, "stock.no_position", {std::to_string(start), std::to_string(positions)});
    return Imposition(stock, start, resolution);
}

std::size_t Imposition::labels_on(std::size_t page) const {
    if (!stock_) return 1;
    const int taken = page == 0 ? start_ - 1 : 0;
    return static_cast<std::size_t>(stock_->columns * stock_->rows - taken);
}

Result<Page> Imposition::lay(std::size_t page, std::span<const std::shared_ptr<const label::Drawing>> labels) const {
    ENSURE(!labels.empty() && labels.size() <= labels_on(page));
    if (!stock_) return Page{labels.front()->size, {{labels.front(), {}, {}}}};
    const auto& stock = *stock_;
    const auto on_grid = [&](Mm length) { return resolution_.length(resolution_.nearest_dot(length)); };
    Page sheet{stock.sheet, {}};
    int position = page == 0 ? start_ - 1 : 0;
    for (const auto& drawing : labels) {
        const auto& size = drawing->size;
        if (size.width > stock.sticker.width + Mm{0.05} || size.height > stock.sticker.height + Mm{0.05})
            return error(Cause::refused,
                         "stock.label_too_large",
                         {size_words(size), std::string(stock.id), size_words(stock.sticker)});
        const int column = position % stock.columns, row = position / stock.columns;
        const Mm x = stock.left + stock.across_pitch * column + (stock.sticker.width - size.width) / 2;
        const Mm y = stock.top + stock.down_pitch * row + (stock.sticker.height - size.height) / 2;
        sheet.labels.push_back({drawing, on_grid(x), on_grid(y)});
        ++position;
    }
    return sheet;
}

} // namespace temsao::page
