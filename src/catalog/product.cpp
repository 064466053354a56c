#include "catalog/product.h"

namespace temsao::catalog {

bool graver(Status a, Status b) {
    const auto weight = [](Status status) {
        switch (status) {
        case Status::valid: return 0;
        case Status::superseded: return 1;
        case Status::unclear: return 2;
        case Status::delisted: return 3;
        case Status::revoked: return 4;
        }
        check_failed("status", __FILE__, __LINE__);
    };
    return weight(a) > weight(b);
}

std::string_view name(Status status) {
    switch (status) {
    case Status::valid: return "valid";
    case Status::revoked: return "revoked";
    case Status::delisted: return "delisted";
    case Status::superseded: return "superseded";
    case Status::unclear: return "unclear";
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
