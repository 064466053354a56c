#pragma once
// Finds a product in the list by key, by neighbours of the same company, or by name and producer, so that a verdict can
// give the reason. Points into the list it was made from, which must outlive it. Unchanged once made; any thread.
#include "catalog/product.h"

#include <unordered_map>

namespace temsao::catalog {

class ListIndex {
public:
    explicit ListIndex(const ProductList& list);

    const Product* find(std::string_view key) const; // GTIN of 14 digits, or internal code
    // Listed products whose GTIN starts with the same digits. A company number has 7 to 10 digits of a GTIN-13; nine
    // are compared, which separates small firms and finds most neighbours. A hint for people, never proof.
    std::vector<const Product*> same_company(const gs1::Gtin& gtin) const;
    // Equal after match_key(), producer's legal form spelled out or not (HTX, Hợp tác xã).
    std::vector<const Product*> find_by_name(std::string_view name) const;

    const ListHeader& header() const { return list_.header; }

private:
    const ProductList& list_;
    std::unordered_map<std::string_view, const Product*> by_key_;
    std::unordered_multimap<std::string, const Product*> by_company_, by_name_;
};

// Do these two names mean the same producer? Case, tone placement, dashes and the usual short forms make no difference.
bool same_producer(std::string_view a, std::string_view b);

} // namespace temsao::catalog
