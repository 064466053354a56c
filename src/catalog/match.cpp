#include "catalog/match.h"

#include "base/text.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

constexpr std::size_t shortest_company = 7, longest_company = 10; // digits of a GTIN-13; GS1 Việt Nam: 893 and 4 to 7

std::string company(const gs1::Gtin& gtin, std::size_t digits) {
    return gtin.digits().substr(1, digits);
}

// By key, since a list's order decides nothing.
template <class Map>
std::vector<const Product*> all_of(const Map& map, const std::string& key) {
    std::vector<const Product*> found;
    const auto [first, last] = map.equal_range(key);
    for (auto at = first; at != last; ++at)
        found.push_back(at->second);
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->key < b->key; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

ListIndex::ListIndex(const ProductList& list) : list_(list) {
    for (const auto& product : list.products) {
        by_number_.emplace(product.key, &product);
        if (!product.shared_number.empty()) by_number_.emplace(product.shared_number, &product);
        by_name_.emplace(product_name_key(product.name), &product);
        if (product.gtin) by_company_.emplace(company(*product.gtin, shortest_company), &product);
        for (const auto& certificate : product.certificates) {
            const auto [known, is_new] = decisions_.try_emplace(certificate.decision, &certificate);
            if (is_new || (known->second->issued == certificate.issued && known->second->issuer == certificate.issuer))
                continue;
            if (known->second->issued != certificate.issued ||
                bare_key(known->second->issuer) != bare_key(certificate.issuer))
                shared_decisions_[certificate.decision] = true;
        }
    }
}

std::vector<const Product*> ListIndex::find(std::string_view number) const {
    return all_of(by_number_, std::string(number));
}

std::vector<const Product*> ListIndex::neighbours(const gs1::Gtin& gtin) const {
    auto found = all_of(by_company_, company(gtin, shortest_company));
    for (auto digits = longest_company; digits > shortest_company; --digits) {
        std::vector<const Product*> nearer;
        for (const auto* product : found)
            if (company(*product->gtin, digits) == company(gtin, digits)) nearer.push_back(product);
        if (!nearer.empty()) return nearer;
    }
    return found;
}

std::vector<const Product*> ListIndex::find_by_name(std::string_view name) const {
    return all_of(by_name_, product_name_key(name));
}

bool ListIndex::is_shared_decision(std::string_view decision) const {
    return shared_decisions_.count(decision) > 0;
}

} // namespace temsao::catalog
