#include "office/lot_lift.h"

#include "office/key_folder.h"
#include "store/lot_events.h"

#include <algorithm>
#include <map>
#include <set>

namespace temsao::office {
namespace {

using lots::Lot;

// The lots that the list that is signed next calls back, and why.
class RevokedLots {
public:
    explicit RevokedLots(const std::vector<trace::Revocation>& all) {
        for (const auto& one : all)
            if (one.kind == trace::Revoked::lot) reasons_[one.what].insert(one.reason);
    }

    const std::set<std::string>& reasons(const Lot& lot) const {
        static const std::set<std::string> none;
        const auto found = reasons_.find(lots::in_full(lot));
        return found == reasons_.end() ? none : found->second;
    }

private:
    std::map<std::string, std::set<std::string>> reasons_; // by lots::in_full
};

// Why the first of `all` is recalled, which the others are made of. Its own entry says so; else the list that is signed
// next, where lifting was interrupted. Goods without a code of the list are never in that list: there the packs made of
// them tell that the struck entry was not lifted to its end.
Result<std::string>
reason_of_recall(const std::vector<Whereabouts>& all, const RevokedLots& revoked, const LotBook& book) {
    const auto& first = all.front();
    for (const auto& recall : first.recalls)
        if (recall.holds) return recall.reason;
    if (const auto& reasons = revoked.reasons(first.lot); !reasons.empty()) return *reasons.begin();
    for (const auto& recall : first.recalls)
        for (const auto& where : all)
            if (!where.is_recalled() && revoked.reasons(where.lot).contains(recall.reason)) return recall.reason;
    return error(Cause::refused, "lot.not_recalled", {title(first.lot, book)});
}

// Those of `all` that stay recalled: for another reason, or because they are made of a lot that stays recalled.
Result<std::set<Lot>>
recalled_otherwise(store::Ledger& ledger, const std::vector<Whereabouts>& all, const std::string& reason) {
    std::set<Lot> reached, stay, causes;
    for (const auto& where : all) {
        reached.insert(where.lot);
        const auto is_another = [&](const auto& recall) { return recall.holds && recall.reason != reason; };
        if (std::any_of(where.recalls.begin(), where.recalls.end(), is_another)) causes.insert(where.lot);
    }
    stay = causes;
    for (const auto& line : TRY(ledger.lot_events().lots()))
        if (line.is_recalled && !reached.contains(line.lot)) causes.insert(line.lot);
    for (const auto& cause : causes)
        for (const auto& lot : TRY(ledger.lot_events().lots_along(cause, store::LotEvents::Way::forward)))
            if (reached.contains(lot)) stay.insert(lot);
    return stay;
}

struct Lifted {
    std::vector<Lot> lots, stay;
    std::vector<std::string> events;   // the recalls of these lots
    std::set<std::string> revocations; // the lots that these are about
};

Result<Lifted> what_is_lifted(store::Ledger& ledger,
                              const std::vector<Whereabouts>& all,
                              const std::string& reason,
                              const RevokedLots& revoked) {
    const auto stay = TRY(recalled_otherwise(ledger, all, reason));
    Lifted lifted;
    for (const auto& where : all) {
        const bool is_revoked = revoked.reasons(where.lot).contains(reason);
        if (!where.is_recalled() && !is_revoked) continue; // spared, or made since
        if (stay.contains(where.lot)) {
            lifted.stay.push_back(where.lot);
            continue;
        }
        lifted.lots.push_back(where.lot);
        lifted.revocations.insert(lots::in_full(where.lot));
        for (const auto& recall : where.recalls)
            if (recall.holds) lifted.events.push_back(recall.event);
    }
    return lifted;
}

} // namespace

Result<job::Report>
lift_recall(store::Ledger& ledger, const LotBook& book, const LiftWish& wish, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto all = TRY(ledger.lot_events().whereabouts(TRY(book.find(wish.item, wish.lot))));
    const RevokedLots revoked(TRY(folder.revocations()));
    const auto reason = TRY(reason_of_recall(all, revoked, book));
    const auto lifted = TRY(what_is_lifted(ledger, all, reason, revoked));
    if (!wish.only_looks) {
        const lots::Struck struck{.at = TRY(now_of(around)).seconds};
        TRY(ledger.lot_events().strike_all(lifted.events, struck, around.today));
        TRY(folder.lift_lots(lifted.revocations, reason, wish.reason));
    }
    job::Report report;
    job::Json rows = job::Json::array(), stay = job::Json::array();
    for (const auto& lot : lifted.lots) {
        rows.push_back(lot_json(lot, book));
        report.words += "   " + title(lot, book) + "\n";
    }
    for (const auto& lot : lifted.stay) {
        stay.push_back(lot_json(lot, book));
        report.remarks.push_back(say({"lot.stays_recalled", {title(lot, book)}}, around.lang));
    }
    report.words +=
        say({wish.only_looks ? "lot.would_lift" : "lot.lifted", {std::to_string(lifted.lots.size())}}, around.lang) +
        "\n";
    report.json = {{"lifted", !wish.only_looks}, {"lots", std::move(rows)}, {"stay", std::move(stay)}};
    return report;
}

} // namespace temsao::office
