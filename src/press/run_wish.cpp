#include "job/read_options.h"
#include "press/label_wish.h"
#include "trace/serial.h"

namespace temsao::press {
namespace {

// "20", or "5%" of the count, rounded up.
Result<int> read_spares_wish(const job::Request& request, int count) {
    constexpr int most_percent = 100;
    auto text = request.text("spares");
    if (!text.ends_with('%')) return job::number_option(request, "spares", 0, 0, most_labels);
    text.pop_back();
    const auto percent =
        TRY(job::number_option({.job = "", .options = {{"spares", {text}}}}, "spares", 0, 0, most_percent));
    return static_cast<int>((std::int64_t{count} * percent + 99) / 100);
}

Result<symbol::EcLevel> level_named(const std::string& name) {
    const auto at = std::string_view("LMQH").find(name);
    if (name.size() != 1 || at == std::string_view::npos) return error(Cause::usage, "option.level", {name});
    return static_cast<symbol::EcLevel>(at);
}

// --gap, --darkness, --speed; nothing for other formats, which refuse these options.
Result<std::optional<LabelPrinter>> read_label_printer_wish(const job::Request& request, const std::string& format) {
    if (format != "zpl" && format != "tspl") {
        for (const auto* name : {"gap", "darkness", "speed"})
            if (request.has(name)) return error(Cause::usage, "printer.only", {name});
        return std::optional<LabelPrinter>();
    }
    LabelPrinter printer{format == "zpl" ? render::PrinterLanguage::zpl : render::PrinterLanguage::tspl, {}};
    auto& settings = printer.settings;
    settings.gap = TRY(job::length_option(request, "gap", settings.gap, {}, render::widest_gap));
    const auto darkness = render::darkness_range(printer.language);
    if (request.has("darkness"))
        settings.darkness = TRY(job::number_option(request, "darkness", 0, darkness.least, darkness.most));
    if (request.has("speed"))
        settings.speed =
            TRY(job::number_option(request, "speed", 0, render::speed_range.least, render::speed_range.most));
    return std::optional(printer);
}

// --bleed and --marks: pictures and label printers are not cut.
Result<page::Trimming> read_trimming_wish(const job::Request& request, const std::string& format) {
    for (const auto* option : {"bleed", "marks"})
        if (request.has(option) && format != "pdf") return error(Cause::usage, "press.pdf_only", {option});
    return page::Trimming{TRY(job::length_option(request, "bleed", {}, {}, page::widest_bleed)), request.has("marks")};
}

Result<label::QuantityHeights> quantity_heights_by(const std::string& by) {
    if (by == "area") return label::QuantityHeights::by_area;
    if (by == "quantity") return label::QuantityHeights::by_quantity;
    return error(Cause::usage, "option.quantity_height", {by});
}

} // namespace

Result<Run> read_run_wish(const job::Request& request, const std::string& format, bool with_signature, Date today) {
    Run run{.date = TRY(job::date_option(request, "date", today)),
            .made = today,
            .expires = {},
            .lot = request.text("lot"),
            .serial = {},
            .host = job::text_option(request, "host").value_or(job::default_host)};
    run.made = TRY(job::date_option(request, "made", run.date));
    if (request.has("expires")) run.expires = TRY(Date::parse_typed(request.text("expires")));
    run.resolution = Resolution::from_dpi(TRY(job::number_option(request, "dpi", 300, 72, 2400)));
    const auto count = TRY(job::number_option(request, "count", 1, 1, most_labels));
    run.face_cm2 = TRY(job::number_option(request, "face", 0, 1, 100'000));
    if (request.has("level")) run.level = TRY(level_named(request.text("level")));
    run.printer = TRY(read_label_printer_wish(request, format));
    run.trimming = TRY(read_trimming_wish(request, format));
    run.spares = TRY(read_spares_wish(request, count));
    run.count = count + run.spares;
    if (request.has("goods")) {
        run.goods = label::goods_named(request.text("goods"));
        if (!run.goods) return error(Cause::usage, "option.goods", {request.text("goods")});
    }
    if (request.has("quantity-height"))
        run.quantity_heights = TRY(quantity_heights_by(request.text("quantity-height")));
    // A seal over labels that are all alike says nothing about one of them: a signed label has a serial of its own.
    run.serials = request.has("serials") || (with_signature && !request.has("serial"));
    if (request.has("serial")) run.serial = TRY(trace::read_serial(request.text("serial")));
    run.lot_given = request.has("lot");
    if (run.lot.empty()) run.lot = run.made.yymmdd(); // the day made is the lot, as small producers keep it
    return run;
}

} // namespace temsao::press
