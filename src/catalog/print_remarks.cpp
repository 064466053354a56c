#include "catalog/print_remarks.h"

#include "catalog/one_history.h"
#include "catalog/rules.h"
#include "catalog/standing.h"

namespace temsao::catalog {

std::string names_of(const std::vector<const Product*>& products) {
    std::string names;
    for (const auto* product : products)
        names += (names.empty() ? "" : "; ") + product->name + " (" + product->producer + ")";
    return names;
}

Finding number_shared(const std::string& number, const std::vector<const Product*>& products) {
    return {Axis::list, "NUMBER_SHARED", Severity::check, {number, names_of(products)}, ""};
}

std::vector<Finding> print_remarks(const Product& product, const ProductList& list, Date day) {
    std::vector<Finding> remarks;
    if (!product.shared_number.empty()) {
        std::vector<const Product*> sharing;
        for (const auto& other : list.products)
            if (other.shared_number == product.shared_number) sharing.push_back(&other);
        remarks.push_back(number_shared(product.shared_number, sharing));
    }
    if (product.gtin && product.gtin->is_restricted())
        remarks.push_back({Axis::list, "GTIN_RESTRICTED", Severity::check, {product.gtin->digits(), product.name}, ""});
    const auto standing = standing_on(product, day);
    if (standing.status == Status::unclear)
        remarks.push_back(
            {Axis::list, "STATUS_UNCLEAR", Severity::check, {product.name, standing.certificate->ended_by}, ""});
    if (auto odd = check_issuer(*standing.certificate)) remarks.push_back(std::move(*odd));
    std::vector<DatedRow> rows;
    for (const auto& certificate : product.certificates)
        rows.push_back({rows.size(), &certificate});
    for (auto& remark : one_history(product.name, rows).remarks)
        if (remark.finding.severity == Severity::check) remarks.push_back(std::move(remark.finding));
    return remarks;
}

} // namespace temsao::catalog
