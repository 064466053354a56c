#pragma once
// Finds a product in the list by its number, by neighbours of the same company, or by name, so that a verdict can give
// the reason. Points into the list it was made from, which must outlive it. Unchanged once made; any thread.
#include "catalog/product.h"
#include "catalog/same_name.h"

#include <unordered_map>

namespace temsao::catalog {

class ListIndex {
public:
    explicit ListIndex(const ProductList& list);

    // The products that codes with this number (GTIN of 14 digits, or internal code) may mean: none, one, or several
    // when the list gives one number to several products.
    std::vector<const Product*> find(std::string_view number) const;

    // Listed products whose GTIN begins with the same digits, those with most digits in common only. A company number
    // has 7 to 10 digits of a GTIN-13, and nothing in a number says how many: a hint for people, never proof.
    std::vector<const Product*> neighbours(const gs1::Gtin& gtin) const;

    std::vector<const Product*> find_by_name(std::string_view name) const; // same_product_name

    // Does the list know several decisions with this number, of other days or issuers?
    bool is_shared_decision(std::string_view decision) const;

    const ListHeader& header() const { return list_.header; }

private:
    const ProductList& list_;
    std::unordered_multimap<std::string, const Product*> by_number_, by_company_, by_name_;
    std::unordered_map<std::string_view, const Certificate*> decisions_;
    std::unordered_map<std::string_view, bool> shared_decisions_;
};

} // namespace temsao::catalog
