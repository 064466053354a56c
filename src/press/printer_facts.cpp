#include "press/printer_facts.h"

#include "job/json.h"
#include "page/test_sheet.h"
#include "press/stocks.h"

namespace temsao::press {

Result<std::vector<PrinterFacts>> printers(const job::Surroundings& around) {
    std::vector<PrinterFacts> all;
    for (auto& [name, printer] : TRY(known_printers(around))) {
        if (name.find('@') != std::string::npos) continue; // a producer's own
        all.push_back({name, printer.dpi, printer.correction});
    }
    return all;
}

job::Json to_json(const PrinterFacts& printer) {
    const auto& correction = printer.correction;
    return {{"name", printer.name},
            {"dpi", printer.dpi},
            {"right_mm", correction.right.value},
            {"down_mm", correction.down.value},
            {"across_scale", correction.across_scale},
            {"down_scale", correction.down_scale},
            {"turn_degrees", correction.turn_degrees}};
}

Result<TestSheetFacts> test_sheet(const std::string& stock, const job::Surroundings& around) {
    const auto found = TRY(find_stock(around, stock.empty() ? "a4-60x40" : stock));
    return TestSheetFacts{found.sheet, page::TestSheet(found.sheet).nominal()};
}

job::Json to_json(const TestSheetFacts& sheet) {
    auto nominal = job::Json::array();
    for (const auto length : sheet.nominal)
        nominal.push_back(length.value);
    return {{"paper_mm", {sheet.paper.width.value, sheet.paper.height.value}}, {"nominal_mm", nominal}};
}

} // namespace temsao::press
