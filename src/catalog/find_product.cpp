#include "catalog/find_product.h"

#include "base/text.h"

#include <algorithm>

namespace temsao::catalog {
namespace {

constexpr std::size_t most_named = 5;

using Found = std::vector<const Product*>;

template <class Fits>
Found all_that(const std::vector<Product>& products, Fits fits) {
    Found found;
    for (const auto& product : products)
        if (fits(product)) found.push_back(&product);
    return found;
}

std::string named(const Found& found) {
    std::string all;
    for (std::size_t i = 0; i < found.size() && i < most_named; ++i)
        all += (all.empty() ? "" : "; ") + found[i]->key + " " + found[i]->name;
    return all + (found.size() > most_named ? "; …" : "");
}

} // namespace

Result<const Product*>
find_product(const std::vector<Product>& products, std::string_view key, std::string_view typed) {
    const std::string text(typed);
    if (const auto by_key = all_that(products, [&](const Product& one) { return one.key == key; }); !by_key.empty())
        return by_key.front();
    const auto sharing = all_that(products, [&](const Product& one) { return one.shared_number == key; });
    if (!key.empty() && !sharing.empty()) {
        std::string codes;
        for (const auto* product : sharing)
            codes += (codes.empty() ? "" : ", ") + product->key;
        return error(Cause::missing, "list.number_shared", {std::string(key), codes});
    }
    const auto words = bare_key(typed);
    if (words.empty()) return error(Cause::missing, "list.no_product", {text});
    auto by_name = all_that(products, [&](const Product& one) { return bare_key(one.name) == words; });
    if (by_name.empty())
        by_name = all_that(products, [&](const Product& one) {
            return (" " + bare_key(one.name) + " ").find(" " + words + " ") != std::string::npos;
        });
    if (by_name.empty()) return error(Cause::missing, "list.no_product", {text});
    if (by_name.size() > 1)
        return error(Cause::missing, "list.several", {text, std::to_string(by_name.size()), named(by_name)});
    return by_name.front();
}

} // namespace temsao::catalog
