#pragma once
// What a shop's check will ask about labels of this product, because of what the list says: told before they are
// printed.
#include "base/finding.h"
#include "catalog/product.h"

#include <map>

namespace temsao::catalog {

// Looks the list through once, for as many of its products as are asked for; the list must outlive it. Any thread.
class PrintRemarks {
public:
    PrintRemarks(const ProductList& list, Date day);

    // All of severity check: GTIN_RESTRICTED of a number that is not the product's own; NAME_TWICE {name, code,
    // other's code} and NAME_LIKE_REVOKED {name, code, other's code, other's name} of one producer's products;
    // ISSUER_IMPLAUSIBLE and STATUS_UNCLEAR of the certificate that counts on the day, NUMBER_SHARED, and the
    // contradictions in the product's history that catalog/combine.h names.
    std::vector<Finding> of(const Product& product) const;

private:
    std::vector<Finding> likenesses(const Product& product) const;

    Date day_;
    std::map<std::string, std::vector<const Product*>> of_producer_; // by producer_key
    std::map<std::string, std::vector<const Product*>> sharing_;     // by their shared number
};

// NAME_TWICE and NAME_LIKE_REVOKED of a whole list, each pair once.
std::vector<Finding> list_likenesses(const ProductList& list, Date day);

std::string names_of(const std::vector<const Product*>& products); // "Trà (HTX Mẫu); Gạo (HTX Mẫu)"

// NUMBER_SHARED {number, names_of(products)} for products that the list gives the same number.
Finding number_shared(const std::string& number, const std::vector<const Product*>& products);

} // namespace temsao::catalog
