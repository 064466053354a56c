#include "catalog/one_history.h"

#include "base/text.h"
#include "catalog/fact_columns.h"
#include "catalog/same_name.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace temsao::catalog {
namespace {

using DatedRows = std::vector<DatedRow>;

auto order(const Certificate& one) {
    return std::tie(one.issued, one.decision, one.issuer, one.valid_to, one.stars);
}

class Historian {
public:
    Historian(const std::string& product, const DatedRows& rows) : product_(product), rows_(rows) {}

    OneHistory run() {
        std::map<std::pair<Date, std::string>, std::map<std::string, DatedRows>> decisions; // rows by issuer
        for (const auto& row : rows_)
            decisions[{row.certificate->issued, product_name_key(row.certificate->decision)}]
                     [issuer_key(row.certificate->issuer)]
                         .push_back(row);
        for (auto& [decision, by_issuer] : decisions) {
            if (const auto unnamed = by_issuer.find(""); unnamed != by_issuer.end() && by_issuer.size() > 1) {
                for (auto& [issuer, rows] : by_issuer)
                    if (!issuer.empty()) rows.insert(rows.end(), unnamed->second.begin(), unnamed->second.end());
                by_issuer.erase(unnamed);
            }
            for (const auto& [issuer, rows] : by_issuer)
                one_certificate(rows);
        }
        std::sort(history_.certificates.begin(), history_.certificates.end(), [](const auto& a, const auto& b) {
            return order(a) < order(b);
        });
        look_at_days();
        look_for_successors();
        look_for_own_endings();
        return std::move(history_);
    }

private:
    void remark(std::size_t row, const char* code, Severity severity, std::vector<std::string> facts) {
        facts.insert(facts.begin(), product_);
        history_.remarks.push_back({row, {Axis::list, code, severity, std::move(facts), ""}});
    }

    static std::size_t last_row(const DatedRows& rows) {
        return std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.row < b.row; })
            ->row;
    }

    // What all rows of the certificate have together: the gravest status, issuer and score where any row names them.
    static Certificate together(const DatedRows& rows) {
        auto one = *rows.front().certificate;
        for (const auto& row : rows) {
            const auto& said = *row.certificate;
            const bool same = said.status == one.status;
            if (graver(said.status, one.status) ||
                (same && (one.ended_by.empty() || (!said.ended_by.empty() && said.ended_by < one.ended_by)))) {
                one.status = said.status;
                one.ended_by = said.ended_by;
            }
            if (one.issuer.empty() || (!said.issuer.empty() && said.issuer < one.issuer)) one.issuer = said.issuer;
            if (!one.score || (said.score && *said.score < *one.score)) one.score = said.score;
            one.decision = std::min(one.decision, said.decision);
        }
        return one;
    }

    void one_certificate(const DatedRows& rows) {
        auto one = together(rows);
        std::set<Date> ends; // that the list gives; they take precedence over 36 months
        for (const auto& row : rows)
            if (!row.certificate->valid_to_computed) ends.insert(row.certificate->valid_to);
        std::map<std::pair<int, Date>, bool> kinds; // stars and last day, and whether it was computed
        bool same_status = true;
        for (const auto& row : rows) {
            const auto& said = *row.certificate;
            same_status &= said.status == one.status;
            const auto end = said.valid_to_computed && !ends.empty() ? *ends.begin() : said.valid_to;
            kinds[{said.stars, end}] = said.valid_to_computed && ends.empty();
        }
        for (const auto& [kind, computed] : kinds) {
            std::tie(one.stars, one.valid_to) = kind;
            one.valid_to_computed = computed;
            history_.certificates.push_back(one);
        }
        if (rows.size() > 1) compare(rows, one, ends, same_status);
    }

    void compare(const DatedRows& rows, const Certificate& one, const std::set<Date>& ends, bool same_status) {
        const auto last = last_row(rows);
        std::set<int> stars;
        for (const auto& row : rows)
            stars.insert(row.certificate->stars);
        if (stars.size() > 1)
            remark(last,
                   "STARS_DIFFER",
                   Severity::check,
                   {one.decision, std::to_string(*stars.begin()), std::to_string(*stars.rbegin())});
        if (ends.size() > 1)
            remark(last,
                   "ENDS_DIFFER",
                   Severity::check,
                   {one.decision, ends.begin()->vietnamese(), ends.rbegin()->vietnamese()});
        if (!same_status) remark(last, "STATUS_DIFFERS", Severity::check, {one.decision});
        if (stars.size() > 1 || ends.size() > 1 || !same_status) return;
        auto facts = first_difference(rows);
        if (facts.empty()) return remark(last, "ROW_TWICE", Severity::info, {});
        facts.insert(facts.begin(), one.decision);
        remark(last, "ROWS_DIFFER", Severity::check, std::move(facts));
    }

    // A column's heading and two texts that rows of one decision have in it; empty when no rows differ.
    static std::vector<std::string> first_difference(const DatedRows& rows) {
        const auto texts_of = [&](const auto& text) -> std::vector<std::string> {
            std::map<std::string, std::string> texts; // by key
            for (const auto& row : rows)
                if (const auto one = row.product ? text(*row.product) : ""; !one.empty())
                    texts.emplace(match_key(one), one);
            if (texts.size() < 2) return {};
            return {texts.begin()->second, texts.rbegin()->second};
        };
        const auto named = [](std::string_view heading, std::vector<std::string> two) {
            if (!two.empty()) two.insert(two.begin(), std::string(heading));
            return two;
        };
        if (auto two = texts_of([](const Product& one) { return one.address; }); !two.empty())
            return named("Địa chỉ", std::move(two));
        for (const auto& column : fact_columns) {
            auto two = texts_of([&](const Product& one) {
                const auto found = one.facts.find(std::string(column.name));
                return found == one.facts.end() ? std::string() : found->second;
            });
            if (!two.empty()) return named(column.heading, std::move(two));
        }
        return {};
    }

    std::size_t last_row_of(Date issued) const {
        DatedRows found;
        std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(found), [&](const DatedRow& row) {
            return row.certificate->issued == issued;
        });
        return last_row(found);
    }

    void look_at_days() {
        const auto& all = history_.certificates;
        for (std::size_t i = 1; i < all.size(); ++i)
            if (all[i].issued == all[i - 1].issued && all[i].decision != all[i - 1].decision)
                remark(last_row_of(all[i].issued),
                       "DECISIONS_OF_ONE_DAY",
                       Severity::check,
                       {all[i - 1].decision, all[i].decision, all[i].issued.vietnamese()});
    }

    // A row that gives a decision of its own, later than one that still runs, and says that it has ended: perhaps it is
    // the decision that ended the other one.
    void look_for_own_endings() {
        const auto& all = history_.certificates;
        for (const auto& one : all) {
            if ((one.status != Status::revoked && one.status != Status::delisted) || !one.ended_by.empty()) continue;
            const auto running = std::find_if(all.begin(), all.end(), [&](const Certificate& other) {
                return other.status == Status::valid && other.issued < one.issued && one.issued <= other.valid_to;
            });
            if (running != all.end())
                remark(last_row_of(one.issued), "ENDED_BY_ITSELF", Severity::check, {one.decision, running->decision});
        }
    }

    void look_for_successors() {
        const auto& all = history_.certificates;
        for (const auto& one : all) {
            const bool has_successor = std::any_of(all.begin(), all.end(), [&](const Certificate& other) {
                return &other != &one && other.status != Status::superseded && other.issued >= one.issued;
            });
            if (one.status == Status::superseded && !has_successor)
                remark(last_row_of(one.issued), "SUCCESSOR_MISSING", Severity::check, {one.decision});
        }
    }

    const std::string& product_;
    const DatedRows& rows_;
    OneHistory history_;
};

} // namespace

OneHistory one_history(const std::string& product, const std::vector<DatedRow>& rows) {
    return Historian(product, rows).run();
}

} // namespace temsao::catalog
