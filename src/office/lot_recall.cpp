// The lot book: lot recall.
#include "base/text.h"
#include "job/read_options.h"
#include "lots/codes.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "office/lot_letters.h"
#include "office/lot_lift.h"
#include "sheet/table_writing.h"
#include "store/lot_events.h"
#include "system/file.h"

#include <algorithm>
#include <functional>
#include <set>

namespace temsao::office {
namespace {

using lots::Lot;

struct RecallWish {
    std::string item, lot, reason, store;
    std::vector<std::string> spared; // lots that are not called back, with a reason of their own
    std::string spare_reason;
    std::filesystem::path out;     // the list of receivers; empty: none
    std::filesystem::path letters; // to them; empty: none
    bool only_looks = false;
    bool lifts = false; // what was recalled
};

Result<RecallWish> read_recall_wish(const job::Request& request) {
    RecallWish wish{.item = request.text("item"),
                    .lot = request.text("lot"),
                    .reason = tidy(request.text("reason")),
                    .store = request.text("store"),
                    .spared = job::texts_option(request, "spare"),
                    .spare_reason = tidy(request.text("spare-reason")),
                    .out = request.text("out"),
                    .letters = request.text("letters"),
                    .only_looks = request.has("dry-run"),
                    .lifts = request.has("lift")};
    for (const auto* other : {"spare", "out", "letters"})
        if (wish.lifts && request.has(other)) return error(Cause::usage, "lot.either", {"lift", other});
    if (wish.lifts && wish.reason.empty() && !wish.only_looks) return error(Cause::usage, "lot.lift_reason");
    if (!wish.spared.empty() && wish.spare_reason.empty()) return error(Cause::usage, "lot.spare_reason", {});
    if (!wish.out.empty()) TRY(sheet::table_format(wish.out));
    return wish;
}

// The lot and all that was made of it, without what is spared, and where each went.
Result<std::vector<Whereabouts>> recalled_lots(store::Ledger& ledger, const LotBook& book, const RecallWish& wish) {
    auto all = TRY(ledger.lot_events().whereabouts(TRY(book.find(wish.item, wish.lot))));
    std::set<Lot> spared;
    for (const auto& text : wish.spared) {
        const auto found = TRY(book.find(text));
        if (std::none_of(all.begin(), all.end(), [&](const Whereabouts& where) { return where.lot == found; }))
            return error(Cause::usage, "lot.spare_other", {text, wish.lot});
        spared.insert(found);
    }
    std::erase_if(all, [&](const Whereabouts& where) { return spared.contains(where.lot); });
    return all;
}

// A row for each delivery, so that each receiver can be told.
Result<std::string>
receivers_table(const std::vector<Whereabouts>& all, const LotBook& book, const RecallWish& wish, Lang lang) {
    catalog::TextRows rows{{say({"lot.column_receiver", {}}, lang),
                            say({"lot.column_goods", {}}, lang),
                            say({"lot.column_lot", {}}, lang),
                            say({"lot.column_amount", {}}, lang),
                            say({"lot.column_day", {}}, lang),
                            say({"lot.column_paper", {}}, lang)}};
    for (const auto& where : all)
        for (const auto& [lot, party, paper, at, amount] : where.deliveries)
            rows.push_back({book.name_of(party),
                            book.name_of(lot.product),
                            lot.lot,
                            amount ? lots::shown(*amount, lang) : "",
                            at.day().vietnamese(),
                            paper});
    return sheet::write_table(rows, TRY(sheet::table_format(wish.out)));
}

// Why these lots were called back before; empty: they were not.
Result<std::string> reason_told(store::Ledger& ledger, const std::vector<Whereabouts>& all) {
    if (all.empty()) return std::string();
    for (const auto& event : TRY(ledger.lot_events().of(all.front().lot)))
        if (event.kind == lots::Kind::recall && !event.struck) return event.reason;
    return std::string();
}

std::string spared_words(const RecallWish& wish, Lang lang) {
    std::string which;
    for (const auto& lot : wish.spared)
        which += (which.empty() ? "" : ", ") + lot;
    return say({"lot.spared", {which, wish.spare_reason}}, lang);
}

// Each lot's event, in one step with the log; then what the next signed list says of those that have labels. A second
// recall of a lot writes nothing.
Outcome put_recall_into_force(store::Ledger& ledger,
                              const LotBook& book,
                              const std::vector<Whereabouts>& all,
                              const RecallWish& wish,
                              const job::Surroundings& around) {
    std::vector<lots::Event> events;
    std::vector<trace::Revocation> revocations;
    const auto note = wish.spared.empty() ? "" : spared_words(wish, around.lang);
    for (const auto& where : all) {
        const auto& lot = where.lot;
        if (!lots::is_goods_code(lot.product)) // those without a code of the list's are never on a label
            revocations.push_back({trace::Revoked::lot, lots::in_full(lot), around.today, wish.reason});
        if (where.is_recalled()) continue;
        events.push_back(TRY(book.make_recall(lot, wish.reason, note)));
        if (!where.recalls.empty()) TRY(book.tell_from_struck(events.back())); // it was lifted before
    }
    TRY(KeyFolder(around.home).add_revocations(revocations));
    if (!events.empty()) TRY(ledger.lot_events().note(events, around.today));
    return done;
}

} // namespace

Result<job::Report> recall_lot(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_recall_wish(request));
    auto ledger = TRY(store::Ledger::open(around.home, wish.store));
    auto book = TRY(open_lot_book_to_write(ledger, read_lot_book_wish(request), around));
    if (wish.lifts)
        return lift_recall(ledger,
                           book,
                           {.item = wish.item, .lot = wish.lot, .reason = wish.reason, .only_looks = wish.only_looks},
                           around);
    const auto all = TRY(recalled_lots(ledger, book, wish));
    if (!wish.out.empty()) TRY(write_file(wish.out, TRY(receivers_table(all, book, wish, around.lang))));
    if (!wish.letters.empty()) {
        const auto reason = wish.reason.empty() ? TRY(reason_told(ledger, all)) : wish.reason;
        TRY(write_file(wish.letters, recall_letters(all, book, reason, around.today, around.lang)));
    }
    const auto before = std::count_if(all.begin(), all.end(), std::mem_fn(&Whereabouts::is_recalled));
    if (!wish.only_looks) TRY(put_recall_into_force(ledger, book, all, wish, around));
    job::Report report;
    job::Json rows = job::Json::array();
    std::set<std::string> receivers;
    for (const auto& where : all) {
        auto row = lot_json(where.lot, book);
        row["shipped"] = shipped_json(where, book, around.lang);
        rows.push_back(std::move(row));
        report.words += "   " + title(where.lot, book) + "\n" + shipped_words(where, book, around.lang);
        for (const auto& delivery : where.deliveries)
            receivers.insert(delivery.party);
    }
    report.words += say({wish.only_looks ? "lot.would_recall" : "lot.recalled",
                         {std::to_string(all.size()), std::to_string(receivers.size())}},
                        around.lang) +
                    "\n";
    if (before > 0) report.remarks.push_back(say({"lot.recalled_before", {std::to_string(before)}}, around.lang));
    report.json = {{"recalled", !wish.only_looks},
                   {"recalled_before", before},
                   {"lots", std::move(rows)},
                   {"receivers", receivers.size()},
                   {"file", wish.out.empty() ? job::Json(nullptr) : job::Json(wish.out.string())},
                   {"letters", wish.letters.empty() ? job::Json(nullptr) : job::Json(wish.letters.string())}};
    return report;
}

} // namespace temsao::office
