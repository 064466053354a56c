#include "office/own_revocations.h"

#include "catalog/changes.h"
#include "catalog/same_name.h"

namespace temsao::office {

using catalog::Certificate;
using catalog::Product;
using catalog::Status;
using store::OwnRevocation;

namespace {

bool is_of(const OwnRevocation& revocation, const Certificate& certificate) {
    return catalog::same_certificate(certificate, revocation.issued, revocation.decision, revocation.issuer);
}

} // namespace

bool is_about(const OwnRevocation& revocation, const Product& product) {
    return product.key == revocation.key || (catalog::same_product_name(product.name, revocation.name) &&
                                             catalog::same_producer(product.producer, revocation.producer));
}

std::vector<OwnRevocation> keep_revoked(std::vector<Product>& products, const std::vector<OwnRevocation>& revocations) {
    std::vector<OwnRevocation> kept;
    for (auto revocation : revocations) {
        bool is_kept = false;
        for (auto& product : products) {
            if (!is_about(revocation, product)) continue;
            for (auto& certificate : product.certificates) {
                if (!is_of(revocation, certificate) || !graver(Status::revoked, certificate.status)) continue;
                revocation.was = certificate.status;
                certificate.status = Status::revoked;
                certificate.ended_by = revocation.ended_by;
                is_kept = true;
            }
        }
        if (is_kept) kept.push_back(std::move(revocation));
    }
    return kept;
}

std::vector<OwnRevocation> revoke_all(Product& product, Date day, const std::string& decision) {
    std::vector<OwnRevocation> made;
    for (auto& certificate : product.certificates) {
        if (certificate.issued > day || !graver(Status::delisted, certificate.status)) continue;
        made.push_back({product.key,
                        product.name,
                        product.producer,
                        certificate.decision,
                        certificate.issuer,
                        certificate.issued,
                        decision,
                        certificate.status});
        certificate.status = Status::revoked;
        certificate.ended_by = decision;
    }
    return made;
}

bool lift(const OwnRevocation& revocation, Product& product) {
    bool is_lifted = false;
    for (auto& certificate : product.certificates) {
        if (!is_of(revocation, certificate) || certificate.status != Status::revoked ||
            certificate.ended_by != revocation.ended_by)
            continue;
        certificate.status = revocation.was;
        certificate.ended_by.clear();
        is_lifted = true;
    }
    return is_lifted;
}

} // namespace temsao::office
