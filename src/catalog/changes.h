#pragma once
// Two editions of the list -> what differs, product by product and field by field, the weightiest first. Pure; any
// thread.
#include "catalog/product.h"

#include <string>
#include <vector>

namespace temsao::catalog {

// The weightiest first: in this order a second person looks at them.
enum class Weight {
    // A certificate that was revoked or delisted counts again, or is gone, or a newer decision follows it, and the
    // product counts.
    revocation_lifted,
    product_gone,
    stars_raised, // more stars, or a later last day, of a certificate that both editions have; or more by a newer one
    ended,        // a certificate that was valid is revoked, delisted, superseded or unclear
    certificate,  // any other difference in certificates: a new one, one that is gone, fewer stars, an earlier last day
    named,        // name, producer, number, group
    facts,        // address and what is printed besides
    product_new
};

// Fields of a product: name producer group address, shared_number, the label facts by their names, and `number` where
// one product, by its names, has another number than before. Fields of a certificate: stars score issuer valid_to
// status certificate; `decision` says of which one.
struct FieldChange {
    std::string field;
    std::string decision; // empty for a field of the product
    std::string before;   // empty when there was none; days in ISO form, statuses and groups by their names
    std::string after;
    // Of `status` and `certificate`: the certificate before and after, where there is one.
    std::optional<Certificate> was = {}, is = {};
};

struct ProductChange {
    Weight weight = Weight::facts;   // the weightiest of its fields
    std::string key, name;           // as the newer edition has them, where it has them
    std::vector<FieldChange> fields; // empty for a product that is new or gone
};

// Day, decision and issuer are the same, the issuer only where both name one.
bool same_certificate(const Certificate& a, const Certificate& b);
bool same_certificate(const Certificate& a, Date issued, std::string_view decision, std::string_view issuer);

// Both lists by key.
std::vector<ProductChange> changes_between(const std::vector<Product>& before, const std::vector<Product>& after);

// Whether somebody has to say yes before the newer edition takes the place of the older one: `revocation_lifted` and
// `product_gone`.
bool goes_backwards(Weight weight);

std::string_view name(Weight weight); // "revocation_lifted", as in JSON

} // namespace temsao::catalog
