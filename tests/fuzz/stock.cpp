// Whatever the bytes: no crash; a stock that passes holds a run, each label on its sheet.
#include "catalog/table.h"
#include "holds.h"
#include "page/page.h"
#include "sheet/table_reading.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao;
    const auto table = sheet::read_table({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (!table) return 0;
    std::vector<std::vector<std::string>> rows;
    for (const auto& cells : table->rows) {
        auto& row = rows.emplace_back();
        for (const auto& cell : cells)
            row.push_back(cell.text);
    }
    const auto stocks = page::read_stocks(rows, "fuzz");
    if (!stocks) return 0;
    for (const auto& stock : *stocks) {
        const auto drawing = std::make_shared<const label::Drawing>(
            label::Drawing{.size = stock.sticker, .items = {}, .title = {}, .fields = {}});
        const std::vector labels(static_cast<std::size_t>(stock.positions()), drawing);
        const auto page = page::Imposition::on_stock({stock, {}}, {}, Resolution::from_dpi(300)).lay(0, labels);
        HOLDS(page.ok());
        for (const auto& placed : page->labels)
            HOLDS(placed.x.value > -0.2 && placed.y.value > -0.2 &&
                  (placed.x + stock.sticker.width - stock.sheet.width).value < 0.2 &&
                  (placed.y + stock.sticker.height - stock.sheet.height).value < 0.2);
    }
    return 0;
}
