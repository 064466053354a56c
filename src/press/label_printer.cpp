#include "job/read_options.h"
#include "press/print_run.h"

namespace temsao::press {

Result<std::optional<LabelPrinter>> read_label_printer(const job::Request& request) {
    const auto format = format_of(request);
    if (format != "zpl" && format != "tspl") {
        for (const auto* name : {"gap", "darkness", "speed"})
            if (request.has(name)) return error(Cause::usage, "printer.only", {name});
        return std::optional<LabelPrinter>();
    }
    LabelPrinter printer{format == "zpl" ? render::PrinterLanguage::zpl : render::PrinterLanguage::tspl, {}};
    const auto gap = TRY(job::length_option(request, "gap", printer.settings.gap, {}, render::widest_gap));
    printer.settings.gap = gap;
    const auto take = [&](const char* name, render::SettingRange range, std::optional<int>& setting) -> Outcome {
        if (!request.has(name)) return done;
        const auto value = TRY(job::number_option(request, name, 0, range.least, range.most));
        setting = value;
        return done;
    };
    TRY(take("darkness", render::darkness_range(printer.language), printer.settings.darkness));
    TRY(take("speed", render::speed_range, printer.settings.speed));
    return std::optional(printer);
}

} // namespace temsao::press
