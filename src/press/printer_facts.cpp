#include "press/printer_facts.h"

#include "job/json.h"
#include "page/test_sheet.h"
#include "press/stocks.h"

namespace temsao::press {

Result<std::string> printers(const job::Surroundings& around) {
    const auto known = known_printers(around);
    if (!known) return known.error();
    job::Json all = job::Json::array();
    for (const auto& [name, printer] : *known) {
        const auto& correction = printer.correction;
        all.push_back({{"name", name},
                       {"dpi", printer.dpi},
                       {"right_mm", correction.right.value},
                       {"down_mm", correction.down.value},
                       {"across_scale", correction.across_scale},
                       {"down_scale", correction.down_scale},
                       {"turn_degrees", correction.turn_degrees}});
    }
    return job::dump(all);
}

Result<std::string> test_sheet(const std::string& stock, const job::Surroundings& around) {
    const auto found = find_stock(around, stock.empty() ? "a4-60x40" : stock);
    if (!found) return found.error();
    job::Json nominal = job::Json::array();
    for (const auto length : page::TestSheet(found->sheet).nominal())
        nominal.push_back(length.value);
    return job::dump({{"paper_mm", {found->sheet.width.value, found->sheet.height.value}}, {"nominal_mm", nominal}});
}

} // namespace temsao::press
