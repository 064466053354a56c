#include "catalog/product.h"

namespace temsao::catalog {

const Certificate& certificate_on(const Product& product, Date day) {
    ENSURE(!product.certificates.empty());
    const Certificate* counting = &product.certificates.front();
    for (const auto& certificate : product.certificates)
        if (certificate.issued <= day) counting = &certificate;
    return *counting;
}

std::string_view name(Status status) {
    switch (status) {
    case Status::valid: return "valid";
    case Status::revoked: return "revoked";
    case Status::delisted: return "delisted";
    case Status::superseded: return "superseded";
    }
    check_failed("status", __FILE__, __LINE__);
}

std::string_view name(Group group) {
    switch (group) {
    case Group::food: return "food";
    case Group::beverage: return "beverage";
    case Group::medicinal: return "medicinal";
    case Group::handicraft: return "handicraft";
    case Group::ornamental: return "ornamental";
    case Group::tourism: return "tourism";
    case Group::unknown: return "unknown";
    }
    check_failed("group", __FILE__, __LINE__);
}

} // namespace temsao::catalog
