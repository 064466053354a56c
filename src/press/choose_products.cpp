#include "press/choose_products.h"

#include "catalog/find_product.h"
#include "job/read_options.h"
#include "label/badge.h"

#include <algorithm>

namespace temsao::press {
namespace {

using catalog::Product;

// Every product of the list that may carry the badge on `day`; the others with the reason.
ChosenProducts all_allowed(const catalog::ProductList& list, Date day) {
    ChosenProducts chosen;
    for (const auto& product : list.products) {
        if (const auto allowed = may_be_printed(product, day); allowed)
            chosen.products.push_back(&product);
        else
            chosen.skipped.push_back({&product, allowed.error().what});
    }
    return chosen;
}

// The products that were named, each of which must be allowed.
Result<ChosenProducts>
named_products(const catalog::ProductList& list, const std::vector<std::string>& names, Date day) {
    ChosenProducts chosen;
    for (const auto& name : names) {
        const auto* found = TRY(catalog::find_product(list.products, job::key_of(name), name));
        TRY(may_be_printed(*found, day));
        chosen.products.push_back(found);
    }
    return chosen;
}

} // namespace

Outcome may_be_printed(const catalog::Product& product, Date day) {
    const auto& certificate = catalog::certificate_on(product, day);
    const auto refuse = [&](const char* id, std::vector<std::string> facts) {
        facts.insert(facts.begin(), product.name);
        return error(Cause::refused, id, std::move(facts));
    };
    if (certificate.status == catalog::Status::revoked)
        return refuse("print.revoked", {certificate.decision, certificate.ended_by});
    if (certificate.status == catalog::Status::delisted)
        return refuse("print.delisted", {certificate.decision, certificate.ended_by});
    if (day < certificate.issued) return refuse("print.not_yet", {certificate.issued.vietnamese()});
    if (certificate.valid_to < day)
        return refuse("print.expired", {certificate.decision, certificate.valid_to.vietnamese()});
    if (certificate.stars < least_stars) return refuse("print.stars", {std::to_string(certificate.stars)});
    return done;
}

Result<ChosenProducts> choose_products(const ProductsWish& wish, const catalog::ProductList& list, Date day) {
    auto chosen = wish.all ? all_allowed(list, day) : TRY(named_products(list, wish.named, day));
    if (chosen.products.empty()) return error(Cause::refused, "label.none");
    return chosen;
}

Date printable_until(const std::vector<const Product*>& products, Date day) {
    const auto last_day = [&](const Product* product) { return catalog::certificate_on(*product, day).valid_to; };
    const auto first_to_end =
        std::min_element(products.begin(), products.end(), [&](const Product* a, const Product* b) {
            return last_day(a) < last_day(b);
        });
    return last_day(*first_to_end);
}

} // namespace temsao::press
