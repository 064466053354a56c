#include "catalog/match.h"

#include "base/text.h"

namespace temsao::catalog {
namespace {

std::string company(const gs1::Gtin& gtin) {
    return gtin.digits().substr(1, 9);
}

struct ShortForm {
    std::string_view full, brief;
};

constexpr ShortForm short_forms[] = {
    {"hợp tác xã", "htx"},
    {"tổ hợp tác", "tht"},
    {"công ty", "cty"},
    {"cổ phần", "cp"},
    {"cơ sở sản xuất", "cssx"},
    {"hộ kinh doanh", "hộ kd"},
    {"trách nhiệm hữu hạn", "tnhh"},
    {"ct tnhh", "cty tnhh"},
};

std::string producer_key(std::string_view producer) {
    auto key = match_key(producer);
    for (const auto& form : short_forms)
        for (auto at = key.find(form.full); at != key.npos; at = key.find(form.full, at))
            key.replace(at, form.full.size(), form.brief);
    return key;
}

template <class Map, class Key>
std::vector<const Product*> all_of(const Map& map, const Key& key) {
    std::vector<const Product*> found;
    const auto [first, last] = map.equal_range(key);
    for (auto at = first; at != last; ++at)
        found.push_back(at->second);
    return found;
}

} // namespace

ListIndex::ListIndex(const ProductList& list) : list_(list) {
    for (const auto& product : list.products) {
        by_key_.emplace(product.key, &product);
        by_name_.emplace(match_key(product.name), &product);
        if (product.gtin) by_company_.emplace(company(*product.gtin), &product);
    }
}

const Product* ListIndex::find(std::string_view key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : found->second;
}

std::vector<const Product*> ListIndex::same_company(const gs1::Gtin& gtin) const {
    return all_of(by_company_, company(gtin));
}

std::vector<const Product*> ListIndex::find_by_name(std::string_view name) const {
    return all_of(by_name_, match_key(name));
}

bool same_producer(std::string_view a, std::string_view b) {
    return producer_key(a) == producer_key(b);
}

} // namespace temsao::catalog
