// What was printed, for the signed list and for checks: declarations, and serials with the lots that have them.
#include "store/ledger_step.h"

namespace temsao::store {

Result<std::vector<Declaration>> Ledger::declarations() {
    return sound(*tables_, tables_->declarations());
}

Outcome Ledger::each_printed_serial(const std::function<void(std::int64_t, const std::string&)>& take) {
    constexpr std::size_t at_once = 50'000;
    std::string last;
    for (;;) {
        const auto rows = tables_->rows("SELECT serial, issue FROM serial WHERE serial > ? AND leaf IS NOT NULL"
                                        " ORDER BY serial LIMIT " +
                                            std::to_string(at_once),
                                        {last});
        TRY(tables_->health());
        for (const auto& row : rows)
            take(as_number(row[1]), row[0]);
        if (rows.size() < at_once) return done;
        last = rows.back()[0];
    }
}

Result<bool> Ledger::prints_serials_of(const std::string& product, const std::string& lot) {
    const auto rows = tables_->rows("SELECT id FROM issue WHERE product = ? AND lot = ? AND has_serials AND first_leaf"
                                    " IS NOT NULL LIMIT 1",
                                    {product, lot});
    return sound(*tables_, !rows.empty());
}

Result<std::vector<std::string>> Ledger::run_options() {
    std::vector<std::string> all;
    for (const auto& row : tables_->rows("SELECT DISTINCT options FROM issue WHERE options <> ''", {}))
        all.push_back(row[0]);
    return sound(*tables_, std::move(all));
}

} // namespace temsao::store
