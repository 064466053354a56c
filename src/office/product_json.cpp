#include "office/product_json.h"

namespace temsao::office {

job::Json to_json(const catalog::Product& product, Date day) {
    const auto& certificate = catalog::certificate_on(product, day);
    return {{"key", product.key},
            {"gtin", product.gtin ? job::Json(product.gtin->digits()) : job::Json(nullptr)},
            {"name", product.name},
            {"producer", product.producer},
            {"address", product.address},
            {"group", name(product.group)},
            {"stars", certificate.stars},
            {"certificate", certificate.decision},
            {"issuer", certificate.issuer},
            {"issued", certificate.issued.iso()},
            {"valid_to", certificate.valid_to.iso()},
            {"status", name(certificate.status)}};
}

job::Json to_json(const catalog::RefusedRow& refused, Lang lang) {
    return {{"row", refused.row},
            {"column", refused.column},
            {"value", refused.value},
            {"reason", say(refused.reason, lang)},
            {"remedy", say(refused.remedy, lang)}};
}

} // namespace temsao::office
