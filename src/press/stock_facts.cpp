#include "press/stock_facts.h"

#include "job/json.h"
#include "press/stocks.h"

namespace temsao::press {

Result<std::vector<StockFacts>> stock_facts(const job::Surroundings& around) {
    std::vector<StockFacts> all;
    for (auto& stock : TRY(load_stocks(around)))
        all.push_back({std::move(stock), {}});
    const auto used = TRY(load_used_sheets(around));
    for (auto& facts : all)
        if (const auto found = used.find(facts.stock.id); found != used.end()) facts.used = found->second;
    return all;
}

job::Json to_json(const StockFacts& facts) {
    const auto& stock = facts.stock;
    job::Json sheets = job::Json::array();
    for (const auto& free : facts.used)
        sheets.push_back(write_positions(free));
    return {{"id", stock.id},
            {"words", stock.words},
            {"kind", stock.kind == page::Stock::Kind::roll ? "roll" : "sheet"},
            {"labels", stock.positions()},
            {"columns", stock.columns},
            {"rows", stock.rows},
            {"sheet_mm", {stock.sheet.width.value, stock.sheet.height.value}},
            {"first_mm", {stock.left.value, stock.top.value}},
            {"pitch_mm", {stock.across_pitch.value, stock.down_pitch.value}},
            {"sticker_mm", {stock.sticker.width.value, stock.sticker.height.value}},
            {"gap_mm", stock.gap.value},
            {"measured", stock.is_measured},
            {"source", stock.source},
            {"date", stock.date},
            {"free", sheets}};
}

} // namespace temsao::press
