#include "press/make_label.h"

#include "label/label_date.h"
#include "trace/serial.h"
#include "trace/trace_code.h"

namespace temsao::press {

label::Filler filler_for(const Run& run, const label::Template& design, const render::FontBook& fonts) {
    return {design, fonts, run.resolution, run.profile.modules};
}

Expiry expiry_of(const catalog::Product& product, const Run& run) {
    const auto shelf_life = product.facts.find("shelf_life");
    if (run.expires || shelf_life == product.facts.end()) return {run.expires, {}};
    auto words = label::without_date_words(shelf_life->second); // the template has the words before it
    const auto day = label::after_shelf_life(words, run.made);
    return {day, day ? "" : std::move(words)};
}

namespace {

// As a DataMatrix has them, numbers of fixed length first: then fewer separators are needed (GS1 General Specifications
// 7.8.3).
std::string elements_of(const trace::TraceCode& code) {
    std::string elements = "[01]" + code.gtin->digits();
    if (code.expires) elements += "[17]" + code.expires->yymmdd();
    if (!code.lot.empty()) elements += "[10]" + code.lot;
    if (!code.serial.empty()) elements += "[21]" + code.serial;
    return elements;
}

} // namespace

// record -> trace code -> symbol -> label
Result<Made> make_label(const catalog::Product& product, const Run& run, label::Filler& filler) {
    const auto& certificate = catalog::certificate_on(product, run.date);
    trace::TraceCode code{.host = run.host,
                          .gtin = product.gtin,
                          .internal_code = product.gtin ? "" : product.key,
                          .lot = run.lot,
                          .serial = run.serial,
                          .made = {},
                          .expires = {},
                          .signature = {}};
    const auto [expires, expires_words] = expiry_of(product, run);
    code.expires = expires;
    if (code.expires && *code.expires <= run.made)
        return error(Cause::refused, "trace.dates", {run.made.vietnamese(), code.expires->vietnamese()});
    if (run.profile.key && !run.lot_given && !code.serial.empty()) code.lot.clear();
    const auto uri = TRY(code_text(run.profile, {code, product.producer, certificate.stars, run.made}));
    auto symbol = TRY(symbol::encode(uri, run.level));

    label::LabelRecord record{.fields = {product.facts.begin(), product.facts.end()},
                              .stars = certificate.stars,
                              .valid_to = certificate.valid_to,
                              .group = product.group};
    record.fields["name"] = product.name;
    record.fields["producer"] = product.producer;
    record.fields["address"] = product.address;
    // The programme certifies what a commune of Vietnam makes; a list that knows better has a column for it.
    record.fields.try_emplace("origin", "Việt Nam");
    record.fields["lot"] = run.lot;
    record.fields["made"] = run.made.vietnamese();
    record.fields["expires"] = code.expires ? code.expires->vietnamese() : expires_words;
    record.fields["decision"] = certificate.decision;
    // The check character stands apart: HRI shows what the code holds and nothing else (GenSpecs 4.14).
    const auto lot = code.lot.empty() ? "" : (product.gtin ? " (10)" : " ") + code.lot;
    record.fields["hri"] = (product.gtin ? "(01)" : "") + product.key + lot +
                           (run.serial.empty() ? "" : (product.gtin ? " (21)" : " ") + trace::show_serial(run.serial));
    if (product.gtin) {
        if (product.gtin->digits().front() == '0') record.fields["till_number"] = product.gtin->shortest();
        record.elements = elements_of(code);
    }
    ENSURE(run.brands);
    record.brand = run.brands->of(product.producer);
    if (record.brand) {
        record.fields["brand"] = record.brand->name;
        record.fields["motto"] = record.brand->motto;
        record.fields["brand_place"] = record.brand->place;
    }
    const int version = symbol.version();
    auto drawing = TRY(filler.fill(record, std::make_shared<const symbol::Symbol>(std::move(symbol))));
    Made made{std::make_shared<const label::Drawing>(std::move(drawing)),
              uri,
              &product,
              std::move(record),
              code.expires,
              version,
              0};
    for (const auto& item : made.drawing->items)
        if (const auto* modules = std::get_if<label::CodeModules>(&item)) made.module_mm = modules->module.value;
    return made;
}

} // namespace temsao::press
