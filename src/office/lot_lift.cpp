#include "office/lot_lift.h"

#include "office/key_folder.h"

#include <algorithm>

namespace temsao::office {
namespace {

using lots::Lot;

std::string revoked_name(const Lot& lot) {
    return lot.product + "/" + lot.lot;
}

// Why the lot is recalled: its own entry says so, or the list that is signed next, where lifting was interrupted.
Result<std::string> reason_of_recall(const Whereabouts& where, const KeyFolder& folder, const LotBook& book) {
    for (const auto& recall : where.recalls)
        if (recall.holds) return recall.reason;
    for (const auto& one : TRY(folder.revocations()))
        if (one.kind == trace::Revoked::lot && one.what == revoked_name(where.lot)) return one.reason;
    return error(Cause::refused, "lot.not_recalled", {title(where.lot, book)});
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
    for (const auto& line : TRY(ledger.lots()))
        if (line.is_recalled && !reached.contains(line.lot)) causes.insert(line.lot);
    for (const auto& cause : causes)
        for (const auto& lot : TRY(ledger.lots_along(cause, store::Ledger::Way::forward)))
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
                              const KeyFolder& folder) {
    std::set<std::string> revoked;
    for (const auto& one : TRY(folder.revocations()))
        if (one.kind == trace::Revoked::lot && one.reason == reason) revoked.insert(one.what);
    const auto stay = TRY(recalled_otherwise(ledger, all, reason));
    Lifted lifted;
    for (const auto& where : all) {
        const auto name = revoked_name(where.lot);
        if (!where.is_recalled() && !revoked.contains(name)) continue; // spared, or made since
        if (stay.contains(where.lot)) {
            lifted.stay.push_back(where.lot);
            continue;
        }
        lifted.lots.push_back(where.lot);
        lifted.revocations.insert(name);
        for (const auto& recall : where.recalls)
            if (recall.holds) lifted.events.push_back(recall.event);
    }
    return lifted;
}

} // namespace

Result<job::Report>
lift_recall(store::Ledger& ledger, const LotBook& book, const LiftWish& wish, const job::Surroundings& around) {
    const KeyFolder folder(around.home);
    const auto all = TRY(ledger.whereabouts(TRY(book.find(wish.item, wish.lot))));
    const auto reason = TRY(reason_of_recall(all.front(), folder, book));
    const auto lifted = TRY(what_is_lifted(ledger, all, reason, folder));
    if (!wish.only_looks) {
        const lots::Struck struck{.at = TRY(now_of(around)).seconds};
        TRY(ledger.strike_all(lifted.events, struck, around.today));
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
