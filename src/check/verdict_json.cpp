#include "check/verdict_json.h"

namespace temsao::check {

job::Json object_with_room(std::size_t members) {
    auto json = job::Json::object();
    json.get_ref<job::Json::object_t&>().reserve(members);
    return json;
}

job::Json to_json(const std::array<photo::Point, 4>& corners) {
    job::Json json = job::Json::array();
    for (const auto& corner : corners)
        json.push_back({corner.x, corner.y});
    return json;
}

job::Json to_json(const photo::Ean13& ean13) {
    return {{"text", ean13.text}, {"corners", to_json(ean13.corners)}};
}

job::Json
to_json(const photo::Reading& reading, const verify::Claim& claim, const verify::Verdict& verdict, Lang lang) {
    constexpr std::size_t members = 15; // with the badge, which comes after them
    auto json = object_with_room(members);
    json["verdict"] = verify::name(verdict.word);
    json["text"] = reading.text;
    json["kind"] = reading.kind;
    json["corners"] = to_json(reading.corners);
    json["version"] = reading.version;
    json["ec_level"] = reading.ec_level;
    json["mask"] = reading.mask ? job::Json(*reading.mask) : job::Json(nullptr);
    json["uec"] = reading.unused_error_correction ? job::Json(*reading.unused_error_correction) : job::Json(nullptr);
    json["step"] = reading.step;
    if (!claim.printed.empty()) {
        std::string words;
        for (const auto& word : claim.printed)
            words += (words.empty() ? "" : " ") + word.text;
        json["printed"] = words;
    }
    if (reading.ean13) json["ean13"] = to_json(*reading.ean13);
    if (claim.code && verdict.is_trace_code) {
        const auto& code = *claim.code;
        const auto day = [](const std::optional<Date>& date) {
            return date ? job::Json(date->iso()) : job::Json(nullptr);
        };
        const auto text = [](const std::string& value) {
            return value.empty() ? job::Json(nullptr) : job::Json(value);
        };
        json["trace"] = {{"gtin", code.gtin ? job::Json(code.gtin->digits()) : job::Json(nullptr)},
                         {"code", text(code.internal_code)},
                         {"lot", text(code.lot)},
                         {"serial", text(code.serial)},
                         {"made", day(claim.made())},
                         {"expires", day(claim.expires())},
                         {"host", code.host},
                         {"signature", trace::name(verdict.signature.value_or(trace::SignatureState::key_unknown))}};
        if (verdict.lot_state) json["trace"]["lot_state"] = verify::name(*verdict.lot_state);
    }
    if (verdict.product)
        json["product"] = {{"key", verdict.product->key},
                           {"name", verdict.product->name},
                           {"producer", verdict.product->producer},
                           {"stars", verdict.certificate->stars},
                           {"certificate", verdict.certificate->decision},
                           {"valid_to", verdict.certificate->valid_to.iso()}};
    auto findings = job::Json::array();
    for (const auto& finding : verdict.findings)
        findings.push_back(job::to_json(finding, lang));
    json["findings"] = std::move(findings);
    return json;
}

} // namespace temsao::check
