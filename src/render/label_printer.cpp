#include "render/label_printer.h"

#include "render/printer_commands.h"

namespace temsao::render {
namespace {

constexpr int most_dots = 32'000; // ^LL and ^FO; TSPL's printers stop earlier, each at its own length

} // namespace

SettingRange darkness_range(PrinterLanguage language) {
    return language == PrinterLanguage::zpl ? SettingRange{0, 30} : SettingRange{0, 15};
}

Result<std::string> write_for_printer(PrinterLanguage language,
                                      const page::Page& page,
                                      int copies,
                                      Resolution resolution,
                                      const PrinterSettings& settings,
                                      const FontBook& fonts) {
    ENSURE(copies >= 1);
    ENSURE(settings.gap >= Mm{0} && settings.gap <= widest_gap);
    const auto within = [](const std::optional<int>& value, SettingRange range) {
        return !value || (*value >= range.least && *value <= range.most);
    };
    ENSURE(within(settings.darkness, darkness_range(language)) && within(settings.speed, speed_range));
    if (resolution.dpi() != 203 && resolution.dpi() != 300 && resolution.dpi() != 600)
        return error(Cause::refused, "printer.resolution", {std::to_string(resolution.dpi())});
    const auto longer = std::max(page.size.width, page.size.height);
    if (const auto most = resolution.length({most_dots}); longer > most)
        return error(Cause::refused, "printer.too_long", {millimetres(longer, 0), millimetres(most, 0)});
    const auto bitmap = TRY(draw_bitmap(page, resolution, fonts));
    return language == PrinterLanguage::zpl ? zpl_commands(bitmap, copies, settings)
                                            : tspl_commands(bitmap, page.size, copies, settings);
}

} // namespace temsao::render
