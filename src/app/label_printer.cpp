#include "app/jobs.h"
#include "app/print_run.h"

#include <charconv>

namespace temsao::app {
namespace {

std::string plain(Mm length) {
    char text[32];
    const auto [end, failed] = std::to_chars(text, text + sizeof text, length.value);
    return {text, failed == std::errc{} ? end : text};
}

} // namespace

Result<Mm> length_option(const Request& request, const std::string& name, Mm otherwise, Mm least, Mm most) {
    if (!request.has(name)) return otherwise;
    auto text = request.text(name);
    if (const auto comma = text.find(','); comma != text.npos) text[comma] = '.';
    double value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    if (failed != std::errc{} || end != text.data() + text.size() || !(value >= least.value && value <= most.value))
        return error(Cause::usage, "option.length", {name, request.text(name), plain(least), plain(most)});
    return Mm{value};
}

Result<std::optional<LabelPrinter>> read_label_printer(const Request& request) {
    const auto format = format_of(request);
    if (format != "zpl" && format != "tspl") {
        for (const auto* name : {"gap", "darkness", "speed"})
            if (request.has(name)) return error(Cause::usage, "printer.only", {name});
        return std::optional<LabelPrinter>();
    }
    LabelPrinter printer{format == "zpl" ? render::PrinterLanguage::zpl : render::PrinterLanguage::tspl, {}};
    const auto gap = length_option(request, "gap", printer.settings.gap, {}, render::widest_gap);
    if (!gap) return gap.error();
    printer.settings.gap = *gap;
    const auto take = [&](const char* name, render::SettingRange range, std::optional<int>& setting) -> Outcome {
        if (!request.has(name)) return done;
        const auto value = number_option(request, name, 0, range.least, range.most);
        if (!value) return value.error();
        setting = *value;
        return done;
    };
    if (auto taken = take("darkness", render::darkness_range(printer.language), printer.settings.darkness); !taken)
        return taken.error();
    if (auto taken = take("speed", render::speed_range, printer.settings.speed); !taken) return taken.error();
    return std::optional(printer);
}

} // namespace temsao::app
