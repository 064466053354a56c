// sheets.json and printers.json of the data directory: no crash; what is read is written and read again the same.
#include "holds.h"
#include "in_folder.h"
#include "press/known_printers.h"
#include "press/stocks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::job;
    using namespace temsao::press;
    static const Folder folder;
    static const Surroundings around{.home = folder.path(), .share = {}, .today = *temsao::Date::from(2026, 11, 24)};
    const std::string text(data, data + size);
    folder.put("sheets.json", text);
    if (const auto sheets = load_used_sheets(around)) {
        const auto held = hold_used_sheets(around);
        HOLDS(held.ok() && held->replace(used_sheets_bytes(*sheets)).ok());
        const auto again = load_used_sheets(around);
        for (const auto& [stock, list] : *sheets)
            HOLDS(list.empty() || again->at(stock) == list);
    }
    folder.put("printers.json", text);
    if (const auto printer = find_printer(around, "HP-kho")) {
        HOLDS(change_printer(around, "HP-kho", [](KnownPrinter&) -> temsao::Outcome { return temsao::done; }).ok());
        const auto again = find_printer(around, "HP-kho");
        HOLDS(again->dpi == printer->dpi && again->connection.has_value() == printer->connection.has_value());
    }
    return 0;
}
