#pragma once
// Inside `press`: which products of the list get labels.
#include "base/result.h"
#include "catalog/product.h"

namespace temsao::press {

// --all, or the products named.
struct ProductsWish {
    bool all = false;
    std::vector<std::string> named = {}; // GTINs or internal codes, as given
};

// Both point into the list.
struct ChosenProducts {
    struct Skipped {
        const catalog::Product* product;
        Message why;
    };

    std::vector<const catalog::Product*> products; // at least one
    std::vector<Skipped> skipped = {};             // with --all: those that may not be printed
};

// May this product carry the badge on `day`? The certificate decides, never the designer. Errors (Cause::refused):
// print.revoked, print.not_yet, print.expired, print.stars.
Outcome may_be_printed(const catalog::Product& product, Date day);

// Errors: list.no_product {name}, list.number_shared {number, keys}, those of may_be_printed for a product that was
// named, label.none (Cause::refused).
Result<ChosenProducts> choose_products(const ProductsWish& wish, const catalog::ProductList& list, Date day);

// The last day on which all of them may still be printed. `products`: at least one.
Date printable_until(const std::vector<const catalog::Product*>& products, Date day);

} // namespace temsao::press
