#include "catalog/combine.h"

#include "base/text.h"
#include "catalog/commune.h"
#include "catalog/one_history.h"
#include "catalog/print_remarks.h"
#include "catalog/same_name.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

namespace temsao::catalog {
namespace {

// The rows of one product: the same number (which may be none), name and producer.
struct SameCode {
    std::string number, identity;
    std::string commune;                // where the producer of that name is one of two
    std::vector<ListRow*> rows;         // its own
    std::vector<DatedRow> certificates; // its own and those that joined it
    bool is_shared = false;             // its number belongs to other products too
    bool counts_elsewhere = false;      // for products of other groups, and makes none of its own
    std::string kept_code;              // where it has no number: the one of the list before
};

class Combiner {
public:
    Combiner(std::vector<ListRow> rows, const std::vector<Product>& before) : rows_(std::move(rows)) {
        for (const auto& product : before) {
            if (product.gtin || !product.shared_number.empty()) continue;
            const auto names = identity(product_name_key(product.name), product.producer);
            const auto place = commune_of(product.address);
            for (const auto& key : {names, place.is_named ? names + "\n" + place.key : names}) {
                const auto [known, is_new] = codes_before_.try_emplace(key, product.key);
                if (!is_new) known->second = std::min(known->second, product.key);
            }
        }
    }

    Combined run() {
        group_rows();
        find_shared_numbers();
        join_rows_without_number();
        keep_codes();
        std::vector<OneHistory> histories; // before any row gives away its texts
        for (const auto& group : groups_)
            histories.push_back(one_history(newest(group).name, group.certificates));
        for (std::size_t i = 0; i < groups_.size(); ++i)
            if (!groups_[i].counts_elsewhere) make_product(groups_[i], std::move(histories[i]));
        sort_products();
        const auto what = [](const RowRemark& one) { return std::tie(one.row, one.finding.code, one.finding.facts); };
        std::sort(result_.remarks.begin(), result_.remarks.end(), [&](const auto& a, const auto& b) {
            return what(a) < what(b);
        });
        // A row that counts for several products is told once.
        result_.remarks.erase(std::unique(result_.remarks.begin(),
                                          result_.remarks.end(),
                                          [&](const auto& a, const auto& b) { return what(a) == what(b); }),
                              result_.remarks.end());
        return std::move(result_);
    }

private:
    void remark(std::size_t row, const char* code, Severity severity, std::vector<std::string> facts) {
        result_.remarks.push_back({row, {Axis::list, code, severity, std::move(facts), ""}});
    }

    std::string identity(const std::string& name_key, const std::string& producer) {
        return name_key + "\n" + producers_.of(producer);
    }

    struct Placed {
        std::string identity, commune;
        ListRow* row;
    };

    using PlacedRows = std::vector<Placed>::iterator;

    // In an order of their own, not of the rows.
    void group_rows() {
        std::vector<Placed> sorted;
        sorted.reserve(rows_.size());
        for (auto& row : rows_)
            sorted.push_back({identity(row.name_key, row.product.producer), "", &row});
        const auto sort = [](PlacedRows first, PlacedRows last) {
            std::stable_sort(first, last, [](const Placed& a, const Placed& b) {
                return std::tie(a.identity, a.row->product.key, a.commune) <
                       std::tie(b.identity, b.row->product.key, b.commune);
            });
        };
        sort(sorted.begin(), sorted.end());
        for (auto first = sorted.begin(); first != sorted.end();) {
            const auto last =
                std::find_if(first, sorted.end(), [&](const Placed& one) { return one.identity != first->identity; });
            if (last - first > 1 && part_by_commune(first, last)) sort(first, last);
            first = last;
        }
        for (auto& [name, commune, row] : sorted) {
            const auto& number = row->product.key;
            if (groups_.empty() || groups_.back().identity != name || groups_.back().number != number ||
                groups_.back().commune != commune)
                groups_.push_back({number, std::move(name), std::move(commune), {}, {}, false, false, ""});
            groups_.back().rows.push_back(row);
            groups_.back().certificates.push_back({row->row, &row->product.certificates.front(), &row->product});
        }
    }

    // Rows of one name and producer, without numbers, that name two communes. Where one decision has both, they are two
    // producers. Else one may have moved, or its commune have a new name: they stay together, and a person is asked.
    bool part_by_commune(PlacedRows first, PlacedRows last) {
        std::map<std::string, std::string> all;                   // as typed, by key
        std::map<std::string, std::set<std::string>> by_decision; // keys
        const ListRow* latest = nullptr;
        for (auto one = first; one != last; ++one) {
            const auto& product = one->row->product;
            const auto place = commune_of(product.address);
            if (!product.key.empty() || !place.is_named) continue;
            const auto& certificate = product.certificates.front();
            by_decision[certificate.issued.iso() + product_name_key(certificate.decision)].insert(place.key);
            const auto [shown, is_new] = all.try_emplace(place.key, place.shown);
            if (!is_new) shown->second = std::min(shown->second, place.shown);
            if (!latest || latest->row < one->row->row) latest = one->row;
        }
        if (all.size() < 2) return false;
        const bool are_two =
            std::any_of(by_decision.begin(), by_decision.end(), [](const auto& one) { return one.second.size() > 1; });
        std::string places;
        for (const auto& [key, shown] : all)
            places += (places.empty() ? "" : "; ") + shown;
        remark(latest->row,
               are_two ? "SAME_NAME_PARTED" : "SAME_NAME_TWO_PLACES",
               Severity::check,
               {latest->product.name, latest->product.producer, places});
        for (auto one = first; are_two && one != last; ++one)
            if (const auto place = commune_of(one->row->product.address);
                one->row->product.key.empty() && place.is_named)
                one->commune = place.key;
        return are_two;
    }

    // Their places are sorted, which moves each product once.
    void sort_products() {
        auto unsorted = std::move(result_.products);
        std::vector<std::size_t> places(unsorted.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        std::sort(places.begin(), places.end(), [&](auto a, auto b) { return unsorted[a].key < unsorted[b].key; });
        result_.products.clear();
        result_.products.reserve(unsorted.size());
        for (const auto place : places)
            result_.products.push_back(std::move(unsorted[place]));
    }

    void find_shared_numbers() {
        std::map<std::string, std::vector<SameCode*>> by_number;
        for (auto& group : groups_)
            if (!group.number.empty()) by_number[group.number].push_back(&group);
        for (const auto& [number, sharing] : by_number) {
            if (sharing.size() < 2) continue;
            std::vector<const Product*> products;
            std::size_t last = 0;
            for (auto* group : sharing) {
                group->is_shared = true;
                products.push_back(&group->rows.front()->product);
                for (const auto* row : group->rows)
                    last = std::max(last, row->row);
            }
            result_.remarks.push_back({last, number_shared(number, products)});
        }
    }

    // Whether rows without a number, `bare`, may be about the product of the other group, which has its number or its
    // commune.
    static bool may_join(const SameCode& bare, const SameCode& other) {
        if (bare.commune.empty()) return true;
        if (other.number.empty()) return false;
        const auto place = commune_of(other.rows.front()->product.address);
        return !place.is_named || place.key == bare.commune;
    }

    // Groups stand by identity, the one without a number and a commune first.
    void join_rows_without_number() {
        for (std::size_t first = 0; first < groups_.size(); ++first) {
            auto& bare = groups_[first];
            if (!bare.number.empty()) continue;
            const auto own = bare.certificates;
            std::string numbers;
            for (auto next = first + 1; next < groups_.size() && groups_[next].identity == bare.identity; ++next) {
                auto& other = groups_[next];
                if (!may_join(bare, other)) continue;
                bare.counts_elsewhere = bare.counts_elsewhere || other.number.empty();
                if (!other.number.empty()) {
                    numbers += (numbers.empty() ? "" : ", ") + other.number;
                    bare.certificates.insert(
                        bare.certificates.end(), other.certificates.begin(), other.certificates.end());
                }
                other.certificates.insert(other.certificates.end(), own.begin(), own.end());
            }
            for (const auto* row : bare.rows) {
                if (!numbers.empty()) remark(row->row, "ROW_JOINED", Severity::info, {row->product.name, numbers});
                if (bare.counts_elsewhere)
                    remark(row->row, "ROW_OF_EACH_PLACE", Severity::check, {row->product.name, row->product.producer});
            }
        }
    }

    void keep_codes() {
        for (const auto& group : groups_)
            taken_.insert(group.number); // before any code is made
        for (auto& group : groups_) {
            if (!group.number.empty()) continue;
            const auto place = commune_of(group.rows.back()->product.address);
            auto known = codes_before_.end();
            if (place.is_named) known = codes_before_.find(group.identity + "\n" + place.key);
            if (known == codes_before_.end() && group.commune.empty()) known = codes_before_.find(group.identity);
            if (known != codes_before_.end() && taken_.insert(known->second).second) group.kept_code = known->second;
        }
    }

    // Oldest decision first; rows of one day in an order of their own.
    static bool older(const ListRow* a, const ListRow* b) {
        const auto words = [](const ListRow* row) {
            const auto& p = row->product;
            return std::tie(p.certificates.front().issued, p.name, p.producer, p.address, p.facts);
        };
        return words(a) < words(b);
    }

    static const Product& newest(const SameCode& group) {
        return (*std::max_element(group.rows.begin(), group.rows.end(), older))->product;
    }

    void make_product(SameCode& group, OneHistory history) {
        std::sort(group.rows.begin(), group.rows.end(), older);
        const auto& oldest = group.rows.front()->product;
        const auto& newest = group.rows.back()->product;
        auto key = !group.kept_code.empty() ? group.kept_code
                   : group.number.empty()
                       ? free_code(oldest.name, oldest.producer + (group.commune.empty() ? "" : "\n" + group.commune))
                   : group.is_shared ? free_code(newest.name, newest.producer + "\n" + group.number)
                                     : group.number;
        Product product;
        for (auto* row : group.rows) { // whose certificates may count for other groups too
            auto& said = row->product;
            product.gtin = said.gtin;
            product.name = std::move(said.name);
            product.producer = std::move(said.producer);
            if (!said.address.empty()) product.address = std::move(said.address);
            if (said.group != catalog::Group::unknown) product.group = said.group;
            said.facts.merge(product.facts); // the newer row's count
            product.facts = std::move(said.facts);
        }
        product.key = std::move(key);
        if (group.is_shared) product.shared_number = group.number;
        taken_.insert(product.key);
        result_.row_of[product.key] = group.rows.back()->row;
        product.certificates = std::move(history.certificates);
        std::move(history.remarks.begin(), history.remarks.end(), std::back_inserter(result_.remarks));
        result_.products.push_back(std::move(product));
    }

    std::string free_code(const std::string& name, const std::string& producer) const {
        auto code = internal_code(name, producer);
        for (int again = 2; taken_.contains(code); ++again) // by chance, 40 bits, or a row gives that very code
            code = internal_code(name, producer + "\n" + std::to_string(again));
        return code;
    }

    std::vector<ListRow> rows_;
    ProducerKeys producers_;
    std::vector<SameCode> groups_;
    std::map<std::string, std::string> codes_before_; // by identity, and by identity and commune
    std::set<std::string> taken_;
    Combined result_;
};

} // namespace

Combined combine(std::vector<ListRow> rows, const std::vector<Product>& before) {
    return Combiner(std::move(rows), before).run();
}

} // namespace temsao::catalog
