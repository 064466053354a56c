#include "catalog/changes.h"

#include "catalog/same_name.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace temsao::catalog {
namespace {

std::string in_words(const std::optional<double>& score) {
    if (!score) return {};
    char text[32];
    std::snprintf(text, sizeof text, "%g", *score);
    return text;
}

bool is_ended(const Certificate& one) {
    return one.status == Status::revoked || one.status == Status::delisted;
}

Date newest_day(const Product& product) {
    auto day = product.certificates.front().issued;
    for (const auto& one : product.certificates)
        day = std::max(day, one.issued);
    return day;
}

// Whether a certificate of the newest day is revoked or delisted, so that the product does not count.
bool ends_ended(const Product& product) {
    const auto day = newest_day(product);
    return std::any_of(product.certificates.begin(), product.certificates.end(), [&](const Certificate& one) {
        return one.issued == day && is_ended(one);
    });
}

std::string status_words(const Certificate& one) {
    return std::string(name(one.status)) + (one.ended_by.empty() ? "" : ": " + one.ended_by);
}

// What is looked over as one: "4★ 2027-10-15 valid".
std::string certificate_words(const Certificate& one) {
    return std::to_string(one.stars) + "★ " + one.valid_to.iso() + " " + status_words(one);
}

class Comparison {
public:
    Comparison(const Product& before, const Product& after) : before_(before), after_(after) {
        change_.key = after.key;
        change_.name = after.name;
    }

    std::optional<ProductChange> run() {
        change_.weight = Weight::product_new;
        field(Weight::named, "name", before_.name, after_.name);
        field(Weight::named, "producer", before_.producer, after_.producer);
        field(Weight::named, "shared_number", before_.shared_number, after_.shared_number);
        field(Weight::named, "group", std::string(name(before_.group)), std::string(name(after_.group)));
        field(Weight::facts, "address", before_.address, after_.address);
        compare_facts();
        compare_certificates();
        if (change_.fields.empty()) return {};
        return std::move(change_);
    }

private:
    void field(Weight weight,
               const std::string& name,
               const std::string& before,
               const std::string& after,
               const std::string& decision = {}) {
        if (before == after) return;
        change_.weight = std::min(change_.weight, weight);
        change_.fields.push_back({name, decision, before, after});
    }

    // A certificate that is new or gone, or another status: told with the certificates themselves.
    void certificate_field(Weight weight,
                           const std::string& name,
                           std::string (*words)(const Certificate&),
                           const Certificate* was,
                           const Certificate* is) {
        const auto before = was ? words(*was) : std::string(), after = is ? words(*is) : std::string();
        if (before == after) return;
        field(weight, name, before, after, (is ? is : was)->decision);
        auto& change = change_.fields.back();
        if (was) change.was = *was;
        if (is) change.is = *is;
    }

    void compare_facts() {
        const auto value = [](const LabelFacts& facts, const std::string& name) {
            const auto found = facts.find(name);
            return found == facts.end() ? std::string() : found->second;
        };
        auto names = before_.facts;
        names.insert(after_.facts.begin(), after_.facts.end());
        for (const auto& [name, any] : names)
            field(Weight::facts, name, value(before_.facts, name), value(after_.facts, name));
    }

    // A list may give one certificate with two last days or star counts; then equal ones are taken first.
    void compare_certificates() {
        std::vector<const Certificate*> old;
        for (const auto& one : before_.certificates)
            old.push_back(&one);
        std::vector<const Certificate*> left;
        for (const auto& one : after_.certificates) {
            const auto same = std::find_if(old.begin(), old.end(), [&](const auto* other) { return *other == one; });
            if (same != old.end())
                old.erase(same);
            else
                left.push_back(&one);
        }
        for (const auto* one : left) {
            const auto same =
                std::find_if(old.begin(), old.end(), [&](const auto* other) { return same_certificate(*other, *one); });
            if (same == old.end()) {
                certificate_field(weight_of_new(*one), "certificate", certificate_words, nullptr, one);
                continue;
            }
            compare_certificate(**same, *one);
            old.erase(same);
        }
        for (const auto* one : old)
            certificate_field(is_ended(*one) && !ends_ended(after_) ? Weight::revocation_lifted : Weight::certificate,
                              "certificate",
                              certificate_words,
                              one,
                              nullptr);
    }

    // What was ended counts again by a newer decision, or has more stars by it.
    Weight weight_of_new(const Certificate& one) const {
        const auto day = newest_day(before_);
        if (is_ended(one) || one.issued < day) return Weight::certificate;
        if (ends_ended(before_)) return Weight::revocation_lifted;
        const bool has_as_many =
            std::any_of(before_.certificates.begin(), before_.certificates.end(), [&](const Certificate& other) {
                return other.issued == day && other.stars >= one.stars;
            });
        return has_as_many ? Weight::certificate : Weight::stars_raised;
    }

    void compare_certificate(const Certificate& before, const Certificate& after) {
        const auto& decision = after.decision;
        const auto weight = is_ended(before) && !is_ended(after) ? Weight::revocation_lifted
                            : before.status == Status::valid && after.status != Status::valid ? Weight::ended
                                                                                              : Weight::certificate;
        certificate_field(weight, "status", status_words, &before, &after);
        field(after.stars > before.stars ? Weight::stars_raised : Weight::certificate,
              "stars",
              std::to_string(before.stars),
              std::to_string(after.stars),
              decision);
        field(after.valid_to > before.valid_to ? Weight::stars_raised : Weight::certificate,
              "valid_to",
              before.valid_to.iso(),
              after.valid_to.iso(),
              decision);
        field(Weight::certificate, "score", in_words(before.score), in_words(after.score), decision);
        field(Weight::certificate, "issuer", before.issuer, after.issuer, decision);
    }

    const Product& before_;
    const Product& after_;
    ProductChange change_;
};

// Where one product is gone and one is new with its name and producer, its number has changed: one change, as weighty
// as a product that is gone, since labels with the former number are no longer listed.
void join_renumbered(std::vector<ProductChange>& changes,
                     const std::vector<Product>& before,
                     const std::vector<Product>& after) {
    using Names = std::pair<std::string, std::string>;
    std::map<std::string, const Product*> products;
    for (const auto* list : {&before, &after})
        for (const auto& product : *list)
            products[product.key] = &product;
    const auto names_of = [&](const ProductChange& change) {
        const auto& product = *products.at(change.key);
        return Names(product_name_key(product.name), producer_key(product.producer));
    };
    std::map<Names, std::vector<std::size_t>> gone, fresh;
    for (std::size_t i = 0; i < changes.size(); ++i)
        if (changes[i].weight == Weight::product_gone || changes[i].weight == Weight::product_new)
            (changes[i].weight == Weight::product_gone ? gone : fresh)[names_of(changes[i])].push_back(i);
    std::vector<ProductChange> joined;
    std::set<std::size_t> replaced;
    for (const auto& [names, old] : gone) {
        const auto found = fresh.find(names);
        if (old.size() != 1 || found == fresh.end() || found->second.size() != 1) continue;
        const auto &was = changes[old.front()], &is = changes[found->second.front()];
        auto change = Comparison(*products.at(was.key), *products.at(is.key)).run().value_or(ProductChange{});
        change.weight = std::min(change.weight, Weight::product_gone);
        change.key = is.key;
        change.name = is.name;
        change.fields.insert(change.fields.begin(), {"number", "", was.key, is.key});
        joined.push_back(std::move(change));
        replaced.insert({old.front(), found->second.front()});
    }
    std::vector<ProductChange> kept;
    for (std::size_t i = 0; i < changes.size(); ++i)
        if (!replaced.contains(i)) kept.push_back(std::move(changes[i]));
    std::move(joined.begin(), joined.end(), std::back_inserter(kept));
    changes = std::move(kept);
}

} // namespace

bool same_certificate(const Certificate& a, Date issued, std::string_view decision, std::string_view issuer) {
    return a.issued == issued && product_name_key(a.decision) == product_name_key(decision) &&
           (a.issuer.empty() || issuer.empty() || issuer_key(a.issuer) == issuer_key(issuer));
}

bool same_certificate(const Certificate& a, const Certificate& b) {
    return same_certificate(a, b.issued, b.decision, b.issuer);
}

std::vector<ProductChange> changes_between(const std::vector<Product>& before, const std::vector<Product>& after) {
    std::vector<ProductChange> all;
    auto old = before.begin();
    const auto gone_until = [&](const std::string* key) {
        for (; old != before.end() && (!key || old->key < *key); ++old)
            all.push_back({Weight::product_gone, old->key, old->name, {}});
    };
    for (const auto& product : after) {
        gone_until(&product.key);
        if (old == before.end() || old->key != product.key)
            all.push_back({Weight::product_new, product.key, product.name, {}});
        else if (auto change = Comparison(*old++, product).run())
            all.push_back(*std::move(change));
    }
    gone_until(nullptr);
    join_renumbered(all, before, after);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.weight < b.weight; });
    return all;
}

bool goes_backwards(Weight weight) {
    return weight == Weight::revocation_lifted || weight == Weight::product_gone;
}

std::string_view name(Weight weight) {
    switch (weight) {
    case Weight::revocation_lifted: return "revocation_lifted";
    case Weight::product_gone: return "product_gone";
    case Weight::stars_raised: return "stars_raised";
    case Weight::ended: return "ended";
    case Weight::certificate: return "certificate";
    case Weight::named: return "named";
    case Weight::facts: return "facts";
    case Weight::product_new: return "product_new";
    }
    check_failed("weight", __FILE__, __LINE__);
}

} // namespace temsao::catalog
