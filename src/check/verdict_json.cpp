#include "check/verdict_json.h"

namespace temsao::check {

job::Json to_json(const std::array<photo::Point, 4>& corners) {
    job::Json json = job::Json::array();
    for (const auto& corner : corners)
        json.push_back({corner.x, corner.y});
    return json;
}

job::Json to_json(const photo::Ean13& ean13) {
    return {{"text", ean13.text}, {"corners", to_json(ean13.corners)}};
}

namespace {

void write(job::JsonText& out, const std::array<photo::Point, 4>& corners) {
    out.open('[');
    for (const auto& corner : corners)
        out.open('[').number(corner.x).number(corner.y).close(']');
    out.close(']');
}

void write_symbol(job::JsonText& out, const photo::Reading& reading) {
    out.key("text").text(reading.text).key("kind").text(reading.kind).key("corners");
    write(out, reading.corners);
    out.key("version").number(reading.version).key("ec_level").text(reading.ec_level).key("mask");
    reading.mask ? out.number(*reading.mask) : out.null();
    out.key("uec");
    reading.unused_error_correction ? out.number(*reading.unused_error_correction) : out.null();
    out.key("step").text(reading.step);
}

void write_day(job::JsonText& out, const std::optional<Date>& day) {
    day ? out.text(day->iso()) : out.null();
}

void write_trace(job::JsonText& out, const verify::Claim& claim, const verify::Verdict& verdict) {
    const auto& code = *claim.code;
    out.open('{').key("gtin").text_or_null(code.gtin ? std::string_view(code.gtin->digits()) : std::string_view());
    out.key("code").text_or_null(code.internal_code).key("lot").text_or_null(code.lot);
    out.key("serial").text_or_null(code.serial).key("made");
    write_day(out, claim.made());
    out.key("expires");
    write_day(out, claim.expires());
    out.key("host").text(code.host).key("signature");
    out.text(trace::name(verdict.signature.value_or(trace::SignatureState::key_unknown)));
    if (verdict.lot_state) out.key("lot_state").text(verify::name(*verdict.lot_state));
    out.close('}');
}

void write_product(job::JsonText& out, const catalog::Product& product, const catalog::Certificate& certificate) {
    out.open('{').key("key").text(product.key).key("name").text(product.name).key("producer").text(product.producer);
    out.key("stars").number(certificate.stars).key("certificate").text(certificate.decision);
    out.key("valid_to").text(certificate.valid_to.iso()).close('}');
}

} // namespace

void write_members(job::JsonText& out,
                   const photo::Reading& reading,
                   const verify::Claim& claim,
                   const verify::Verdict& verdict,
                   Lang lang) {
    out.key("verdict").text(verify::name(verdict.word));
    write_symbol(out, reading);
    if (!claim.printed.empty()) {
        std::string words;
        for (const auto& word : claim.printed)
            words += (words.empty() ? "" : " ") + word.text;
        out.key("printed").text(words);
    }
    if (reading.ean13) {
        out.key("ean13").open('{').key("text").text(reading.ean13->text).key("corners");
        write(out, reading.ean13->corners);
        out.close('}');
    }
    if (claim.code && verdict.is_trace_code) {
        out.key("trace");
        write_trace(out, claim, verdict);
    }
    if (verdict.product) {
        out.key("product");
        write_product(out, *verdict.product, *verdict.certificate);
    }
    out.key("findings").open('[');
    for (const auto& finding : verdict.findings)
        job::write(out, finding, lang);
    out.close(']');
}

} // namespace temsao::check
