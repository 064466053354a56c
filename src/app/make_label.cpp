#include "app/print_run.h"
#include "base/text.h"
#include "trace/serial.h"
#include "trace/trace_code.h"

#include <charconv>

namespace temsao::app {
namespace {

// "12 tháng", "18 months", "45 ngày", "2 năm" after the day made. Nothing when the words say it otherwise.
std::optional<Date> after_shelf_life(std::string_view shelf_life, Date made) {
    int count = 0;
    const auto [end, failed] = std::from_chars(shelf_life.data(), shelf_life.data() + shelf_life.size(), count);
    const auto unit = bare_key(shelf_life.substr(static_cast<std::size_t>(end - shelf_life.data())));
    if (failed != std::errc{} || count < 1 || count > 1200) return {};
    if (unit.starts_with("thang") || unit.starts_with("month")) return made.plus_months(count);
    if (unit.starts_with("nam") || unit.starts_with("year")) return made.plus_months(12 * std::min(count, 100));
    if (unit.starts_with("ngay") || unit.starts_with("day")) return made.plus_days(count);
    return {};
}

} // namespace

// record -> trace code -> symbol -> label
Result<Made> make_label(const catalog::Product& product,
                        const Run& run,
                        const label::Template& design,
                        const render::FontBook& fonts) {
    const auto& certificate = catalog::certificate_on(product, run.date);
    trace::TraceCode code{.host = run.host,
                          .gtin = product.gtin,
                          .internal_code = product.gtin ? "" : product.key,
                          .lot = run.lot,
                          .serial = run.serial,
                          .made = {},
                          .expires = run.expires,
                          .signature = {}};
    std::string expires_words;
    const auto shelf_life = product.facts.find("shelf_life");
    if (!code.expires && shelf_life != product.facts.end()) {
        code.expires = after_shelf_life(shelf_life->second, run.made);
        if (!code.expires) expires_words = shelf_life->second;
    }
    if (code.expires && *code.expires <= run.made)
        return error(Cause::refused, "trace.dates", {run.made.vietnamese(), code.expires->vietnamese()});
    const auto uri = trace::make_uri(code);
    if (!uri) return uri.error();
    auto symbol = symbol::encode(*uri, run.level);
    if (!symbol) return symbol.error();

    label::LabelRecord record{.fields = {product.facts.begin(), product.facts.end()},
                              .stars = certificate.stars,
                              .valid_to = certificate.valid_to,
                              .group = product.group};
    record.fields["name"] = product.name;
    record.fields["producer"] = product.producer;
    record.fields["address"] = product.address;
    record.fields["lot"] = run.lot;
    record.fields["made"] = run.made.vietnamese();
    record.fields["expires"] = code.expires ? code.expires->vietnamese() : expires_words;
    record.fields["decision"] = certificate.decision;
    record.fields["hri"] = (product.gtin ? "(01)" + product.key + " (10)" : product.key + " ") + run.lot +
                           (run.serial.empty() ? "" : (product.gtin ? " (21)" : " ") + run.serial);
    // The check character stands apart: HRI shows what the code holds and nothing else (GenSpecs 4.14).
    if (trace::is_serial(run.serial)) record.fields["hri"] += std::string(" /") + trace::serial_check(run.serial);
    const int version = symbol->version();
    auto drawing =
        label::fill(design, record, std::make_shared<const symbol::Symbol>(*std::move(symbol)), fonts, run.resolution);
    if (!drawing) return drawing.error();
    Made made{std::make_shared<const label::Drawing>(*std::move(drawing)), *uri, &product, version, 0};
    for (const auto& item : made.drawing->items)
        if (const auto* modules = std::get_if<label::CodeModules>(&item)) made.module_mm = modules->module.value;
    return made;
}

} // namespace temsao::app
