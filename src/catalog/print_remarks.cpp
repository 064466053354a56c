#include "catalog/print_remarks.h"

#include "base/text.h"
#include "catalog/one_history.h"
#include "catalog/rules.h"
#include "catalog/same_name.h"
#include "catalog/standing.h"

#include <algorithm>
#include <map>
#include <set>

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

namespace {

bool is_ended_on(const Product& product, Date day) {
    const auto status = certificate_on(product, day).status;
    return status == Status::revoked || status == Status::delisted;
}

Finding name_twice(const Product& product, const Product& other) {
    return {Axis::list, "NAME_TWICE", Severity::check, {product.name, product.key, other.key}, ""};
}

Finding name_like_revoked(const Product& product, const Product& revoked) {
    return {
        Axis::list, "NAME_LIKE_REVOKED", Severity::check, {product.name, product.key, revoked.key, revoked.name}, ""};
}

struct Named {
    std::string name; // its key
    const Product* product;
};

// Names by their letters but one, and without signs: two that differ little have a hash in common, wherever that is.
class NamesByMostLetters {
public:
    explicit NamesByMostLetters(const std::vector<Named>& names) : names_(names) {
        for (std::size_t i = 0; i < names.size(); ++i)
            for (const auto hash : hashes_of(names[i].name))
                places_.emplace_back(hash, i);
        std::sort(places_.begin(), places_.end());
    }

    // Those that differ from it in one letter, in the order in which they were given.
    std::vector<const Product*> like(const std::string& name) const {
        std::set<std::size_t> near;
        for (const auto hash : hashes_of(name))
            for (auto at = std::lower_bound(places_.begin(), places_.end(), Place{hash, 0});
                 at != places_.end() && at->first == hash;
                 ++at)
                near.insert(at->second);
        std::vector<const Product*> found;
        for (const auto i : near)
            if (differs_in_one_letter(names_[i].name, name)) found.push_back(names_[i].product);
        return found;
    }

private:
    using Place = std::pair<std::size_t, std::size_t>; // hash; number of the name

    // Of the whole name, of its letters alone, and of what is left without each of its letters.
    static std::vector<std::size_t> hashes_of(const std::string& name) {
        const auto letters = to_utf16(name);
        const std::hash<std::u16string> hash;
        std::vector<std::size_t> hashes{hash(letters), hash(to_utf16(only_letters(name)))};
        for (std::size_t i = 0; i < letters.size(); ++i)
            hashes.push_back(hash(letters.substr(0, i) + letters.substr(i + 1)));
        return hashes;
    }

    const std::vector<Named>& names_;
    std::vector<Place> places_; // ascending
};

} // namespace

std::vector<Finding> list_likenesses(const ProductList& list, Date day) {
    struct OfProducer {
        std::map<std::string, const Product*> first; // by name
        std::vector<Named> valid, ended;
    };

    std::map<std::string, OfProducer> producers;
    std::vector<Finding> found;
    ProducerKeys keys;
    for (const auto& product : list.products) {
        auto& here = producers[keys.of(product.producer)];
        auto name = product_name_key(product.name);
        if (product.gtin) { // a row without a number may belong to either
            const auto [first, is_new] = here.first.try_emplace(name, &product);
            if (!is_new) found.push_back(name_twice(*first->second, product));
        }
        (is_ended_on(product, day) ? here.ended : here.valid).push_back({std::move(name), &product});
    }
    for (const auto& [producer, here] : producers) {
        if (here.ended.empty()) continue;
        const NamesByMostLetters valid(here.valid);
        for (const auto& ended : here.ended)
            for (const auto* product : valid.like(ended.name))
                found.push_back(name_like_revoked(*product, *ended.product));
    }
    return found;
}

PrintRemarks::PrintRemarks(const ProductList& list, Date day) : day_(day) {
    std::map<std::string_view, std::vector<const Product*>> as_written; // far fewer than products
    for (const auto& product : list.products) {
        as_written[product.producer].push_back(&product);
        if (!product.shared_number.empty()) sharing_[product.shared_number].push_back(&product);
    }
    for (const auto& [producer, products] : as_written) {
        auto& all = of_producer_[producer_key(producer)];
        all.insert(all.end(), products.begin(), products.end());
    }
}

// Another product of the same producer whose name is the same, or differs in one letter or in signs and was revoked.
std::vector<Finding> PrintRemarks::likenesses(const Product& product) const {
    std::vector<Finding> found;
    const auto name = product_name_key(product.name);
    const bool is_ended = is_ended_on(product, day_);
    const auto others = of_producer_.find(producer_key(product.producer));
    if (others == of_producer_.end()) return found;
    for (const auto* other : others->second) {
        if (other->key == product.key) continue;
        const auto other_name = product_name_key(other->name);
        if (other_name == name) {
            if (product.gtin && other->gtin) // a row without a number may belong to either
                found.push_back(name_twice(product, *other));
        } else if (!is_ended && differs_in_one_letter(name, other_name) && is_ended_on(*other, day_)) {
            found.push_back(name_like_revoked(product, *other));
        }
    }
    return found;
}

std::vector<Finding> PrintRemarks::of(const Product& product) const {
    std::vector<Finding> remarks;
    if (const auto sharing = sharing_.find(product.shared_number); sharing != sharing_.end())
        remarks.push_back(number_shared(product.shared_number, sharing->second));
    if (product.gtin && product.gtin->is_restricted())
        remarks.push_back({Axis::list, "GTIN_RESTRICTED", Severity::check, {product.gtin->digits(), product.name}, ""});
    for (auto& likeness : likenesses(product))
        remarks.push_back(std::move(likeness));
    const auto standing = standing_on(product, day_);
    if (standing.status == Status::unclear)
        remarks.push_back(
            {Axis::list, "STATUS_UNCLEAR", Severity::check, {product.name, standing.certificate->ended_by}, ""});
    if (auto odd = check_issuer(*standing.certificate)) remarks.push_back(std::move(*odd));
    std::vector<DatedRow> rows;
    for (const auto& certificate : product.certificates)
        rows.push_back({rows.size(), &certificate, nullptr});
    for (auto& remark : one_history(product.name, rows).remarks)
        if (remark.finding.severity == Severity::check) remarks.push_back(std::move(remark.finding));
    return remarks;
}

} // namespace temsao::catalog
