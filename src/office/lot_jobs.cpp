// The lot book: lot add, correct, show, trace, recall.
#include "base/text.h"
#include "job/read_options.h"
#include "lots/codes.h"
#include "office/jobs.h"
#include "office/key_folder.h"
#include "office/lot_words.h"
#include "sheet/table_writing.h"
#include "store/list_store.h"
#include "system/file.h"

#include <algorithm>
#include <set>

namespace temsao::office {
namespace {

using lots::Event;
using lots::Kind;
using lots::Lot;

// Error lot.either {one option, the other}: both were given.
Result<LotEntry> read_lot_add_wish(const job::Request& request) {
    for (const auto& [one, other] : {std::pair("from", "to"), {"passed", "failed"}})
        if (request.has(one) && request.has(other)) return error(Cause::usage, "lot.either", {one, other});
    LotEntry entry{.kind = request.text("kind"),
                   .at = request.text("at"),
                   .item = request.text("item"),
                   .lot = request.text("lot"),
                   .amount = request.text("amount"),
                   .uses = job::texts_option(request, "use"),
                   .place = request.text("place"),
                   .party = request.text(request.has("to") ? "to" : "from"),
                   .process = request.text("process"),
                   .started = request.text("started"),
                   .report = request.text("report"),
                   .paper = request.text("paper"),
                   .run = request.text("run"),
                   .made = request.text("made"),
                   .expires = request.text("expires"),
                   .note = request.text("note")};
    if (request.has("passed")) entry.passed = true;
    if (request.has("failed")) entry.passed = false;
    return entry;
}

struct LotWish {
    std::string item, lot, store;
};

LotWish read_lot_wish(const job::Request& request) {
    return {request.text("item"), request.text("lot"), request.text("store")};
}

struct Delivery {
    std::string party, paper;
    lots::Moment at;
    std::string amount; // as people read it; empty: nobody counted
};

// Where a lot went.
struct Whereabouts {
    Lot lot;
    std::vector<Delivery> deliveries;
};

Result<std::vector<Whereabouts>> whereabouts(store::Ledger& ledger, const std::vector<Lot>& lots, Lang lang) {
    std::vector<Whereabouts> all;
    for (const auto& lot : lots) {
        Whereabouts one{lot, {}};
        for (const auto& event : TRY(ledger.events_of(lot))) {
            if (event.kind != Kind::ship || event.struck) continue;
            for (const auto& part : event.outputs)
                if (part.lot == lot)
                    one.deliveries.push_back(
                        {event.party, event.paper, event.at, part.amount ? lots::shown(*part.amount, lang) : ""});
        }
        all.push_back(std::move(one));
    }
    return all;
}

job::Json shipped_json(const Whereabouts& where, const LotBook& book) {
    job::Json all = job::Json::array();
    for (const auto& [party, paper, at, amount] : where.deliveries)
        all.push_back({{"to", book.name_of(party)},
                       {"code", party},
                       {"at", at.iso()},
                       {"amount", amount.empty() ? job::Json(nullptr) : job::Json(amount)},
                       {"paper", paper}});
    return all;
}

std::string shipped_words(const Whereabouts& where, const LotBook& book, Lang lang) {
    std::string words;
    for (const auto& [party, paper, at, amount] : where.deliveries)
        words += "      " + say({"lot.shipped_line", {at.day().iso(), amount, book.name_of(party)}}, lang) + "\n";
    return words;
}

std::string title(const Lot& lot, const LotBook& book) {
    return book.name_of(lot.product) + ", " + lot.lot;
}

} // namespace

LotBookWish read_lot_book_wish(const job::Request& request) {
    return {request.has("host") ? request.text("host") : job::default_host, request.text("producer")};
}

namespace {

Result<LotBook>
open_book(store::Ledger& ledger, const LotBookWish& wish, std::string secret, const job::Surroundings& around) {
    auto store = TRY(store::ListStore::open_to_read(around.home));
    std::vector<catalog::Product> products;
    if (TRY(store.newest()) > 0) products = TRY(store.load()).products;
    const auto now = TRY(now_of(around));
    return LotBook::open(ledger, std::move(products), {wish.host, wish.producer, now.seconds, std::move(secret)});
}

} // namespace

Result<LotBook> open_lot_book(store::Ledger& ledger, const LotBookWish& wish, const job::Surroundings& around) {
    return open_book(ledger, wish, "", around);
}

Result<LotBook>
open_lot_book_to_write(store::Ledger& ledger, const LotBookWish& wish, const job::Surroundings& around) {
    return open_book(ledger, wish, TRY(ledger.lot_secret()), around);
}

Result<job::Report> add_lot_event(const job::Request& request, const job::Surroundings& around) {
    const auto entry = TRY(read_lot_add_wish(request));
    auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
    auto book = TRY(open_lot_book_to_write(ledger, read_lot_book_wish(request), around));
    const auto made = TRY(book.make(entry));
    TRY(ledger.keep_names(book.new_names()));
    const auto noted = TRY(ledger.note_events({made.event}, around.today));
    job::Report report;
    const auto& lot = made.event.outputs.front().lot;
    report.words = say({noted.added > 0 ? "lot.noted" : "lot.known_already",
                        {"lot_kind." + std::string(name(made.event.kind)), title(lot, book)}},
                       around.lang) +
                   "\n";
    for (const auto& doubt : made.doubts)
        report.remarks.push_back(say(doubt, around.lang));
    report.json = {{"added", noted.added > 0},
                   {"lot", lot_json(lot, book)},
                   {"event", lot_event_json(made.event, book, around.lang)}};
    return report;
}

namespace {

// The event whose id begins so. Errors lot.no_event, lot.several_events {typed}.
Result<std::string> id_of(const std::vector<Event>& events, const std::string& typed) {
    std::string id;
    for (const auto& event : events) {
        if (!lots::matches(event.id, typed)) continue;
        if (!id.empty()) return error(Cause::usage, "lot.several_events", {typed});
        id = event.id;
    }
    if (id.empty()) return error(Cause::missing, "lot.no_event", {typed});
    return id;
}

} // namespace

Result<job::Report> correct_lot_event(const job::Request& request, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
    const auto events = TRY(ledger.all_events());
    const auto id = TRY(id_of(events, request.text("event")));
    lots::Struck struck{.at = TRY(now_of(around)).seconds};
    if (request.has("by")) {
        struck.why = lots::Wrong::incorrect_data;
        struck.by = TRY(id_of(events, request.text("by")));
    }
    TRY(ledger.strike(id, struck, around.today));
    job::Report report;
    report.words = say({"lot.struck", {lots::short_id(id)}}, around.lang) + "\n";
    report.json = {{"event", id},
                   {"reason", name(struck.why)},
                   {"by", struck.by.empty() ? job::Json(nullptr) : job::Json(struck.by)}};
    return report;
}

Result<job::Report> show_lots(const job::Request& request, const job::Surroundings& around) {
    const auto wish = read_lot_wish(request);
    auto ledger = TRY(store::Ledger::open_to_read(around.home, wish.store));
    const auto book = TRY(open_lot_book(ledger, read_lot_book_wish(request), around));
    job::Report report;
    if (wish.item.empty()) {
        job::Json rows = job::Json::array();
        for (const auto& line : TRY(ledger.lots())) {
            auto row = lot_json(line.lot, book);
            row.update({{"first", lots::moment_at(line.first).iso()},
                        {"last", lots::moment_at(line.last).iso()},
                        {"events", line.events},
                        {"recalled", line.is_recalled}});
            report.words += job::padded(line.lot.lot, 18) +
                            job::padded(lots::moment_at(line.first).day().shown(around.lang), 14) +
                            book.name_of(line.lot.product) +
                            (line.is_recalled ? " · " + say({"lot.recalled_mark", {}}, around.lang) : "") + "\n";
            rows.push_back(std::move(row));
        }
        report.words += say({"lot.summary", {std::to_string(rows.size())}}, around.lang) + "\n";
        report.json = {{"lots", std::move(rows)}};
        return report;
    }
    const auto lot = TRY(book.find(wish.item, wish.lot));
    report.words = title(lot, book) + "\n";
    job::Json events = job::Json::array();
    for (const auto& event : TRY(ledger.events_of(lot))) {
        report.words += event_words(event, book, around.lang);
        events.push_back(lot_event_json(event, book, around.lang));
    }
    report.json = {{"lot", lot_json(lot, book)}, {"events", std::move(events)}};
    return report;
}

Result<job::Report> trace_lot(const job::Request& request, const job::Surroundings& around) {
    using Way = store::Ledger::Way;
    const auto wish = read_lot_wish(request);
    auto ledger = TRY(store::Ledger::open_to_read(around.home, wish.store));
    const auto book = TRY(open_lot_book(ledger, read_lot_book_wish(request), around));
    const auto lot = TRY(book.find(wish.item, wish.lot));
    job::Report report;
    report.words = title(lot, book) + "\n";
    report.json = {{"lot", lot_json(lot, book)}};
    for (const auto way : {Way::back, Way::forward}) {
        auto lots = TRY(ledger.lots_along(lot, way));
        report.words +=
            say({way == Way::back ? "lot.made_of" : "lot.became", {std::to_string(lots.size())}}, around.lang) + "\n";
        if (way == Way::forward) lots.insert(lots.begin(), lot);
        job::Json rows = job::Json::array();
        for (const auto& where : TRY(whereabouts(ledger, lots, around.lang))) {
            auto row = lot_json(where.lot, book);
            if (where.lot != lot) report.words += "   " + title(where.lot, book) + "\n";
            if (way == Way::forward) {
                row["shipped"] = shipped_json(where, book);
                report.words += shipped_words(where, book, around.lang);
            }
            rows.push_back(std::move(row));
        }
        report.json[way == Way::back ? "made_of" : "became"] = std::move(rows);
    }
    return report;
}

namespace {

struct RecallWish {
    std::string item, lot, reason, store;
    std::vector<std::string> spared; // lots that are not called back, with a reason of their own
    std::string spare_reason;
    std::filesystem::path out; // the list of receivers; empty: none
    bool only_looks = false;
};

Result<RecallWish> read_recall_wish(const job::Request& request) {
    RecallWish wish{.item = request.text("item"),
                    .lot = request.text("lot"),
                    .reason = tidy(request.text("reason")),
                    .store = request.text("store"),
                    .spared = job::texts_option(request, "spare"),
                    .spare_reason = tidy(request.text("spare-reason")),
                    .out = request.text("out"),
                    .only_looks = request.has("dry-run")};
    if (!wish.spared.empty() && wish.spare_reason.empty()) return error(Cause::usage, "lot.spare_reason", {});
    if (!wish.out.empty()) TRY(sheet::table_format(wish.out));
    return wish;
}

// The lot and all that was made of it, without what is spared.
Result<std::vector<Lot>> recalled_lots(store::Ledger& ledger, const LotBook& book, const RecallWish& wish) {
    const auto lot = TRY(book.find(wish.item, wish.lot));
    auto lots = TRY(ledger.lots_along(lot, store::Ledger::Way::forward));
    lots.insert(lots.begin(), lot);
    std::set<Lot> spared;
    for (const auto& text : wish.spared) {
        const auto found = TRY(book.find(text));
        if (std::find(lots.begin(), lots.end(), found) == lots.end())
            return error(Cause::usage, "lot.spare_other", {text, wish.lot});
        spared.insert(found);
    }
    std::erase_if(lots, [&](const Lot& one) { return spared.contains(one); });
    return lots;
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
        for (const auto& [party, paper, at, amount] : where.deliveries)
            rows.push_back({book.name_of(party),
                            book.name_of(where.lot.product),
                            where.lot.lot,
                            amount,
                            at.day().vietnamese(),
                            paper});
    return sheet::write_table(rows, TRY(sheet::table_format(wish.out)));
}

std::string spared_words(const RecallWish& wish, Lang lang) {
    std::string which;
    for (const auto& lot : wish.spared)
        which += (which.empty() ? "" : ", ") + lot;
    return say({"lot.spared", {which, wish.spare_reason}}, lang);
}

// Each lot's event, in one step with the log; then what the next signed list says of those that have labels.
Outcome put_recall_into_force(store::Ledger& ledger,
                              LotBook& book,
                              const std::vector<Lot>& lots,
                              const RecallWish& wish,
                              const job::Surroundings& around) {
    std::vector<Event> events;
    for (const auto& lot : lots)
        events.push_back(TRY(book.make({.kind = "recall",
                                        .item = lot.product,
                                        .lot = lot.lot,
                                        .reason = wish.reason,
                                        .note = wish.spare_reason.empty() ? "" : spared_words(wish, around.lang)}))
                             .event);
    const KeyFolder folder(around.home);
    std::set<std::string> known;
    for (const auto& revocation : TRY(folder.revocations()))
        if (revocation.kind == trace::Revoked::lot) known.insert(revocation.what);
    for (const auto& lot : lots) {
        const auto what = lot.product + "/" + lot.lot;
        if (lots::is_goods_code(lot.product) || known.contains(what)) continue; // never on a label; said already
        TRY(folder.add_revocation({trace::Revoked::lot, what, around.today, wish.reason}));
    }
    TRY(ledger.note_events(events, around.today));
    return done;
}

} // namespace

Result<job::Report> recall_lot(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_recall_wish(request));
    auto ledger = TRY(store::Ledger::open(around.home, wish.store));
    auto book = TRY(open_lot_book_to_write(ledger, read_lot_book_wish(request), around));
    const auto lots = TRY(recalled_lots(ledger, book, wish));
    const auto all = TRY(whereabouts(ledger, lots, around.lang));
    if (!wish.out.empty()) TRY(write_file(wish.out, TRY(receivers_table(all, book, wish, around.lang))));
    if (!wish.only_looks) TRY(put_recall_into_force(ledger, book, lots, wish, around));
    job::Report report;
    job::Json rows = job::Json::array();
    std::set<std::string> receivers;
    for (const auto& where : all) {
        auto row = lot_json(where.lot, book);
        row["shipped"] = shipped_json(where, book);
        rows.push_back(std::move(row));
        report.words += "   " + title(where.lot, book) + "\n" + shipped_words(where, book, around.lang);
        for (const auto& delivery : where.deliveries)
            receivers.insert(delivery.party);
    }
    report.words += say({wish.only_looks ? "lot.would_recall" : "lot.recalled",
                         {std::to_string(lots.size()), std::to_string(receivers.size())}},
                        around.lang) +
                    "\n";
    report.json = {{"recalled", !wish.only_looks},
                   {"lots", std::move(rows)},
                   {"receivers", receivers.size()},
                   {"file", wish.out.empty() ? job::Json(nullptr) : job::Json(wish.out.string())}};
    return report;
}

} // namespace temsao::office
