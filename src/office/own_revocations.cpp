#include "office/own_revocations.h"

#include "catalog/changes.h"
#include "catalog/same_name.h"
#include "job/json.h"

#include <algorithm>

namespace temsao::office {

using catalog::Certificate;
using catalog::Product;
using catalog::Status;
using store::OwnRevocation;

namespace {

std::optional<Status> status_named(std::string_view text) {
    for (const auto status : {Status::valid, Status::revoked, Status::delisted, Status::superseded, Status::unclear})
        if (name(status) == text) return status;
    return {};
}

bool is_of(const OwnRevocation& revocation, const Certificate& certificate) {
    return catalog::same_certificate(certificate, revocation.issued, revocation.decision, revocation.issuer);
}

bool has(const Product& product, const OwnRevocation& revocation) {
    return std::any_of(product.certificates.begin(), product.certificates.end(), [&](const Certificate& one) {
        return is_of(revocation, one);
    });
}

// Whether it may be the revoked certificate with one of its facts corrected, or one that came before it.
bool may_be_of(const OwnRevocation& revocation, const Certificate& certificate) {
    return certificate.issued <= revocation.issued ||
           catalog::product_name_key(certificate.decision) == catalog::product_name_key(revocation.decision);
}

// The list in use had this certificate, and it was not ended by the revocation: nothing new is in question.
bool is_known(const std::vector<Product>& before, const OwnRevocation& revocation, const Certificate& certificate) {
    return std::any_of(before.begin(), before.end(), [&](const Product& product) {
        return is_about(revocation, product) &&
               std::any_of(product.certificates.begin(), product.certificates.end(), [&](const Certificate& one) {
                   return catalog::same_certificate(one, certificate) &&
                          (one.status != Status::revoked || one.ended_by != revocation.ended_by);
               });
    });
}

void revoke(Certificate& certificate, const std::string& decision) {
    certificate.status = Status::revoked;
    certificate.ended_by = decision;
}

OwnRevocation revocation_of(const Product& product, const Certificate& certificate, const std::string& decision) {
    return {product.key,
            product.name,
            product.producer,
            certificate.decision,
            certificate.issuer,
            certificate.issued,
            decision,
            certificate.status};
}

} // namespace

bool is_same(const OwnRevocation& a, const OwnRevocation& b) {
    return a.key == b.key && a.issued == b.issued && a.decision == b.decision;
}

bool is_about(const OwnRevocation& revocation, const Product& product) {
    return product.key == revocation.key || (catalog::same_product_name(product.name, revocation.name) &&
                                             catalog::same_producer(product.producer, revocation.producer));
}

KeptRevocations keep_revoked(std::vector<Product>& products,
                             const std::vector<OwnRevocation>& revocations,
                             const std::vector<Product>& before) {
    KeptRevocations kept;
    for (auto revocation : revocations) {
        bool is_kept = false;
        for (auto& product : products) {
            if (!is_about(revocation, product)) continue;
            for (auto& certificate : product.certificates)
                if (is_of(revocation, certificate) && graver(Status::revoked, certificate.status)) {
                    revocation.was = certificate.status;
                    revoke(certificate, revocation.ended_by);
                    is_kept = true;
                }
        }
        if (is_kept) kept.all.push_back(std::move(revocation));
    }
    for (const auto& revocation : revocations)
        for (auto& product : products) {
            if (!is_about(revocation, product)) continue;
            const bool has_it = has(product, revocation);
            for (auto& certificate : product.certificates) {
                if (!graver(Status::revoked, certificate.status) || is_known(before, revocation, certificate)) continue;
                if (has_it && !may_be_of(revocation, certificate)) continue;
                kept.in_doubt.push_back(revocation_of(product, certificate, revocation.ended_by));
                kept.all.push_back(kept.in_doubt.back());
                revoke(certificate, revocation.ended_by);
            }
        }
    return kept;
}

std::vector<OwnRevocation> merged(const std::vector<OwnRevocation>& ours, const SharedRevocations& shared) {
    const auto has = [](const std::vector<OwnRevocation>& some, const OwnRevocation& one) {
        return std::any_of(some.begin(), some.end(), [&](const OwnRevocation& other) { return is_same(one, other); });
    };
    std::vector<OwnRevocation> all;
    for (const auto& one : shared.theirs)
        if (has(ours, one) || !has(shared.base, one)) all.push_back(one); // else it was lifted here
    for (const auto& one : ours)
        if (!has(all, one) && !has(shared.base, one)) all.push_back(one); // else it was lifted there
    return all;
}

std::string write_revocations(const std::vector<OwnRevocation>& revocations) {
    job::Json all = job::Json::array();
    for (const auto& one : revocations)
        all.push_back({{"key", one.key},
                       {"name", one.name},
                       {"producer", one.producer},
                       {"decision", one.decision},
                       {"issuer", one.issuer},
                       {"issued", one.issued.iso()},
                       {"ended_by", one.ended_by},
                       {"was", catalog::name(one.was)}});
    return job::dump(all);
}

Result<std::vector<OwnRevocation>> read_revocations(std::string_view text) {
    std::vector<OwnRevocation> all;
    const auto json = TRY(job::read_json(text, {.members = 20, .values = 1'000'000}));
    const auto bad = error(Cause::data, "list.revocations_form", {});
    if (!json.is_array()) return bad;
    for (const auto& one : json) {
        const auto said = [&](const char* member) {
            const auto found = one.is_object() ? one.find(member) : one.end();
            return found != one.end() && found->is_string() ? found->get<std::string>() : std::string();
        };
        const auto issued = Date::parse_iso(said("issued"));
        const auto was = status_named(said("was"));
        if (!issued || !was || said("key").empty()) return bad;
        all.push_back({said("key"),
                       said("name"),
                       said("producer"),
                       said("decision"),
                       said("issuer"),
                       *issued,
                       said("ended_by"),
                       *was});
    }
    return all;
}

std::vector<OwnRevocation> revoke_all(Product& product, Date day, const std::string& decision) {
    std::vector<OwnRevocation> made;
    for (auto& certificate : product.certificates) {
        if (certificate.issued > day || !graver(Status::delisted, certificate.status)) continue;
        made.push_back(revocation_of(product, certificate, decision));
        revoke(certificate, decision);
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
