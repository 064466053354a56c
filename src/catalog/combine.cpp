#include "catalog/combine.h"

#include "base/text.h"
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
    std::vector<ListRow*> rows;         // its own
    std::vector<DatedRow> certificates; // its own and those that joined it
    bool is_shared = false;             // its number belongs to other products too
    std::string kept_code;              // where it has no number: the one of the list before
};

class Combiner {
public:
    Combiner(std::vector<ListRow> rows, const std::vector<Product>& before) : rows_(std::move(rows)) {
        for (const auto& product : before) {
            if (product.gtin || !product.shared_number.empty()) continue;
            const auto [known, is_new] =
                codes_before_.try_emplace(identity(product_name_key(product.name), product.producer), product.key);
            if (!is_new) known->second = std::min(known->second, product.key);
        }
    }

    Combined run() {
        group_rows();
        find_shared_numbers();
        join_rows_without_number();
        keep_codes();
        for (auto& group : groups_)
            make_product(group);
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

    // In an order of their own, not of the rows.
    void group_rows() {
        std::vector<std::pair<std::string, ListRow*>> sorted;
        sorted.reserve(rows_.size());
        for (auto& row : rows_)
            sorted.emplace_back(identity(row.name_key, row.product.producer), &row);
        std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
            return std::tie(a.first, a.second->product.key) < std::tie(b.first, b.second->product.key);
        });
        for (auto& [name, row] : sorted) {
            const auto& number = row->product.key;
            if (groups_.empty() || groups_.back().identity != name || groups_.back().number != number)
                groups_.push_back({number, std::move(name), {}, {}, false, ""});
            groups_.back().rows.push_back(row);
            groups_.back().certificates.push_back({row->row, &row->product.certificates.front()});
        }
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

    // Groups stand by identity, the one without a number first.
    void join_rows_without_number() {
        for (std::size_t first = 0; first < groups_.size(); ++first) {
            auto& bare = groups_[first];
            if (!bare.number.empty()) continue;
            const auto own = bare.certificates;
            std::string numbers;
            for (auto next = first + 1; next < groups_.size() && groups_[next].identity == bare.identity; ++next) {
                auto& numbered = groups_[next];
                numbers += (numbers.empty() ? "" : ", ") + numbered.number;
                bare.certificates.insert(
                    bare.certificates.end(), numbered.certificates.begin(), numbered.certificates.end());
                numbered.certificates.insert(numbered.certificates.end(), own.begin(), own.end());
            }
            if (numbers.empty()) continue;
            for (const auto* row : bare.rows)
                remark(row->row, "ROW_JOINED", Severity::info, {row->product.name, numbers});
        }
    }

    void keep_codes() {
        for (const auto& group : groups_)
            taken_.insert(group.number); // before any code is made
        for (auto& group : groups_) {
            if (!group.number.empty()) continue;
            const auto known = codes_before_.find(group.identity);
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

    void make_product(SameCode& group) {
        std::sort(group.rows.begin(), group.rows.end(), older);
        const auto& oldest = group.rows.front()->product;
        const auto& newest = group.rows.back()->product;
        auto key = !group.kept_code.empty() ? group.kept_code
                   : group.number.empty()   ? free_code(oldest.name, oldest.producer)
                   : group.is_shared        ? free_code(newest.name, newest.producer + "\n" + group.number)
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
        auto history = one_history(product.name, group.certificates);
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
    std::map<std::string, std::string> codes_before_; // by identity
    std::set<std::string> taken_;
    Combined result_;
};

} // namespace

Combined combine(std::vector<ListRow> rows, const std::vector<Product>& before) {
    return Combiner(std::move(rows), before).run();
}

} // namespace temsao::catalog
