#include "press/print_run.h"

#include "job/read_options.h"
#include "label/badge.h"
#include "press/press_options.h"
#include "press/template_pictures.h"
#include "system/file.h"
#include "trace/serial.h"

namespace temsao::press {
std::vector<std::filesystem::path> template_folders(const job::Surroundings& around) {
    return {around.home / "templates", around.share / "templates"};
}

Result<std::filesystem::path> find_template(const job::Surroundings& around, const std::string& name) {
    std::filesystem::path file;
    std::error_code ignored;
    if (name.ends_with(".svg"))
        file = name;
    else if (name.find('/') == name.npos)
        for (const auto& folder : template_folders(around))
            if (file.empty() && std::filesystem::exists(folder / (name + ".svg"), ignored))
                file = folder / (name + ".svg");
    if (file.empty()) return error(Cause::missing, "template.missing", {name});
    return file;
}

Result<label::Template> load_template(const job::Surroundings& around, const std::string& name) {
    const auto file = TRY(find_template(around, name));
    const auto svg = TRY(read_file(file, most_template_bytes));
    return label::parse_template(svg, file.stem().string(), pictures_beside(file));
}

// May this product carry the badge on `day`? The certificate decides, never the designer.
Outcome may_be_printed(const catalog::Product& product, Date day) {
    const auto& certificate = catalog::certificate_on(product, day);
    const auto refuse = [&](const char* id, std::vector<std::string> facts) {
        facts.insert(facts.begin(), product.name);
        return error(Cause::refused, id, std::move(facts));
    };
    if (certificate.status == catalog::Status::revoked || certificate.status == catalog::Status::delisted)
        return refuse("print.revoked", {certificate.decision, certificate.ended_by});
    if (day < certificate.issued) return refuse("print.not_yet", {certificate.issued.vietnamese()});
    if (certificate.valid_to < day)
        return refuse("print.expired", {certificate.decision, certificate.valid_to.vietnamese()});
    if (certificate.stars < least_stars) return refuse("print.stars", {std::to_string(certificate.stars)});
    return done;
}

namespace {

// "20", or "5%" of the count, rounded up.
Result<int> read_spares(const job::Request& request, int count) {
    constexpr int most_percent = 100;
    auto text = request.text("spares");
    if (!text.ends_with('%')) return job::number_option(request, "spares", 0, 0, most_labels);
    text.pop_back();
    const auto percent =
        TRY(job::number_option({.job = "", .options = {{"spares", {text}}}}, "spares", 0, 0, most_percent));
    return static_cast<int>((std::int64_t{count} * percent + 99) / 100);
}

} // namespace

Result<Run> read_run(const job::Request& request, const job::Surroundings& around) {
    Run run{.date = around.today,
            .made = around.today,
            .expires = {},
            .lot = request.text("lot"),
            .serial = {},
            .host = request.has("host") ? request.text("host") : job::default_host};
    const auto date = TRY(job::date_option(request, "date", around.today));
    const auto made = job::date_option(request, "made", date);
    if (!made) return made.error();
    if (request.has("expires")) {
        const auto expires = TRY(Date::parse_iso(request.text("expires")));
        run.expires = expires;
    }
    const auto dpi = job::number_option(request, "dpi", 300, 72, 2400);
    const auto count = job::number_option(request, "count", 1, 1, most_labels);
    const auto face = job::number_option(request, "face", 0, 1, 100'000);
    for (const auto* number : {&dpi, &count, &face})
        if (!*number) return number->error();
    if (request.has("level")) {
        const auto at = std::string_view("LMQH").find(request.text("level"));
        if (request.text("level").size() != 1 || at == std::string_view::npos)
            return error(Cause::usage, "option.level", {request.text("level")});
        run.level = static_cast<symbol::EcLevel>(at);
    }
    const auto printer = TRY(read_label_printer(request));
    run.printer = printer;
    const auto trimming = TRY(read_trimming(request));
    run.trimming = trimming;
    auto profile = TRY(read_profile(request, around));
    run.profile = std::move(profile);
    run.lot_given = request.has("lot");
    run.date = date;
    run.made = *made;
    run.resolution = Resolution::from_dpi(*dpi);
    const auto spares = TRY(read_spares(request, *count));
    run.spares = spares;
    run.count = *count + spares;
    if (request.has("goods")) {
        run.goods = label::goods_named(request.text("goods"));
        if (!run.goods) return error(Cause::usage, "option.goods", {request.text("goods")});
    }
    if (request.has("quantity-height")) {
        const auto& by = request.text("quantity-height");
        if (by != "area" && by != "quantity") return error(Cause::usage, "option.quantity_height", {by});
        if (by == "quantity") run.quantity_heights = label::QuantityHeights::by_quantity;
    }
    run.face_cm2 = *face;
    // A seal over labels that are all alike says nothing about one of them: a signed label has a serial of its own.
    run.serials = request.has("serials") || (run.profile.key && !request.has("serial"));
    if (request.has("serial")) {
        const auto serial = TRY(trace::read_serial(request.text("serial")));
        run.serial = serial;
    }
    if (run.lot.empty()) run.lot = run.made.yymmdd(); // the day made is the lot, as small producers keep it
    return run;
}

} // namespace temsao::press
