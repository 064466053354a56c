#include "press/printer_facts.h"

#include "job/json.h"
#include "page/test_sheet.h"
#include "press/known_printers.h"
#include "press/stocks.h"

namespace temsao::press {

Result<job::Json> printers(const job::Surroundings& around) {
    const auto known = TRY(known_printers(around));
    job::Json all = job::Json::array();
    for (const auto& [name, printer] : known) {
        if (name.find('@') != std::string::npos) continue; // a producer's own
        const auto& correction = printer.correction;
        all.push_back({{"name", name},
                       {"dpi", printer.dpi},
                       {"right_mm", correction.right.value},
                       {"down_mm", correction.down.value},
                       {"across_scale", correction.across_scale},
                       {"down_scale", correction.down_scale},
                       {"turn_degrees", correction.turn_degrees}});
    }
    return all;
}

Result<job::Json> test_sheet(const std::string& stock, const job::Surroundings& around) {
    const auto found = TRY(find_stock(around, stock.empty() ? "a4-60x40" : stock));
    job::Json nominal = job::Json::array();
    for (const auto length : page::TestSheet(found.sheet).nominal())
        nominal.push_back(length.value);
    return job::Json{{"paper_mm", {found.sheet.width.value, found.sheet.height.value}}, {"nominal_mm", nominal}};
}

} // namespace temsao::press
