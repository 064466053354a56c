// The lot book: lot add, correct, show, trace.
#include "job/read_options.h"
#include "office/jobs.h"
#include "office/lot_list.h"
#include "store/list_store.h"
#include "store/lot_events.h"
#include "trace/sodium.h"

namespace temsao::office {
namespace {

using lots::Lot;

struct LotAddWish {
    LotEntry entry;
    std::string store;
    std::string name;       // of the request; empty: none
    std::string said;       // the hash of all that it says
    std::string instead_of; // the beginning of an event's id; empty: none
};

// All options that say something of the entry, none of how it is sent.
std::string hash_of(const std::map<std::string, std::vector<std::string>>& options) {
    std::string all;
    for (const auto& [option, values] : options) {
        if (option == "request" || option == "store" || option == "host") continue;
        for (const auto& value : values)
            all.append(option).append("=").append(std::to_string(value.size())).append(":").append(value).append("\n");
    }
    return trace::sodium::hex(trace::sodium::sha256(all));
}

// Error lot.either {one option, the other}: both were given.
Result<LotAddWish> read_lot_add_wish(const job::Request& request) {
    for (const auto& [one, other] : {std::pair("from", "to"), {"passed", "failed"}})
        if (request.has(one) && request.has(other)) return error(Cause::usage, "lot.either", {one, other});
    LotEntry entry{.kind = request.text("kind"),
                   .at = request.text("at"),
                   .item = request.text("item"),
                   .lot = request.text("lot"),
                   .amount = request.text("amount"),
                   .uses = separate_uses(job::texts_option(request, "use")),
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
    return LotAddWish{.entry = std::move(entry),
                      .store = request.text("store"),
                      .name = request.text("request"),
                      .said = hash_of(request.options),
                      .instead_of = request.text("instead-of")};
}

struct LotWish {
    std::string item, lot, store;
};

LotWish read_lot_wish(const job::Request& request) {
    return {request.text("item"), request.text("lot"), request.text("store")};
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
    // Whose account asks, where a producer's does on a server.
    const auto& asker = around.printers_of;
    return LotBook::open(ledger,
                         std::move(products),
                         {.host = wish.host,
                          .producer = asker.empty() ? wish.producer : asker,
                          .now = now.seconds,
                          .secret = std::move(secret),
                          .only_of = asker});
}

} // namespace

Result<LotBook> open_lot_book(store::Ledger& ledger, const LotBookWish& wish, const job::Surroundings& around) {
    return open_book(ledger, wish, "", around);
}

Result<LotBook>
open_lot_book_to_write(store::Ledger& ledger, const LotBookWish& wish, const job::Surroundings& around) {
    return open_book(ledger, wish, TRY(ledger.lot_events().lot_secret()), around);
}

namespace {

// The event whose id begins so. Errors lot.no_event, lot.several_events {typed}.
Result<std::string> id_of(store::Ledger& ledger, const std::string& typed) {
    auto ids = TRY(ledger.lot_events().ids(typed));
    if (ids.empty()) return error(Cause::missing, "lot.no_event", {typed});
    if (ids.size() > 1) return error(Cause::usage, "lot.several_events", {typed});
    return std::move(ids.front());
}

// An event that who asks may strike through: of its own lots, and no recall, which is lifted instead. Errors as of
// id_of(); lot.recall_stays, lot.lift_instead {id}.
Result<lots::Event> event_to_strike(store::Ledger& ledger, const LotBook& book, const std::string& typed) {
    auto event = TRY(ledger.lot_events().find(TRY(id_of(ledger, typed))));
    if (!event || !book.is_there_for_asker(event->outputs.front().lot))
        return error(Cause::missing, "lot.no_event", {typed});
    if (event->kind == lots::Kind::recall)
        return error(Cause::refused,
                     book.is_asked_by_producer() ? "lot.recall_stays" : "lot.lift_instead",
                     {lots::short_id(event->id)});
    return *std::move(event);
}

job::Report added_report(const LotEvent& made, bool is_new, const LotBook& book, Lang lang) {
    job::Report report;
    const auto& lot = made.event.outputs.front().lot;
    report.words = say({is_new ? "lot.noted" : "lot.known_already",
                        {"lot_kind." + std::string(name(made.event.kind)), title(lot, book)}},
                       lang) +
                   "\n";
    for (const auto& doubt : made.doubts)
        report.remarks.push_back(say(doubt, lang));
    report.json = {{"added", is_new},
                   {"lot", lot_json(lot, book)},
                   {"event", lot_event_json(made.event, book, lang)},
                   {"doubts", report.remarks}};
    return report;
}

// Where a request of this name is known, the answer that it had, with the doubts that it had; the first one may have
// been lost on the way. Error lot.request_used {name}.
Result<std::optional<job::Report>>
report_of_request(store::Ledger& ledger, LotBook& book, const LotAddWish& wish, Lang lang) {
    std::optional<job::Report> none;
    if (wish.name.empty()) return none;
    const auto before = TRY(ledger.lot_events().find_request(wish.name));
    if (!before) return none;
    if (before->said != wish.said) return error(Cause::refused, "lot.request_used", {wish.name});
    const auto event = TRY(ledger.lot_events().find(before->event));
    if (!event) return none;
    LotEvent known{*event, {}};
    TRY(book.set_aside(*event));
    if (auto again = book.make(wish.entry))
        known.doubts = std::move(again->doubts); // it is in the book, whatever it says
    return std::optional(added_report(known, false, book, lang));
}

} // namespace

Result<job::Report> add_lot_event(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_lot_add_wish(request));
    auto ledger = TRY(store::Ledger::open(around.home, wish.store));
    auto book = TRY(open_lot_book_to_write(ledger, read_lot_book_wish(request), around));
    if (auto before = TRY(report_of_request(ledger, book, wish, around.lang))) return *std::move(before);
    std::string wrong; // the id of the one that is replaced
    if (!wish.instead_of.empty()) {
        const auto event = TRY(event_to_strike(ledger, book, wish.instead_of));
        TRY(book.set_aside(event));
        wrong = event.id;
    }
    auto made = TRY(book.make(wish.entry));
    if (made.event.id == wrong) return error(Cause::refused, "lot.same_again", {lots::short_id(wrong)});
    TRY(book.tell_from_struck(made.event));
    TRY(ledger.lot_events().keep_names(book.new_names()));
    const auto now = TRY(now_of(around)).seconds;
    const auto noted = TRY(ledger.lot_events().note_request(
        made.event,
        {.name = wish.name, .said = wish.said, .instead_of = wrong, .struck_at = wrong.empty() ? 0 : now},
        around.today));
    if (noted.known > 0) // sent twice at once: the other one was first
        if (auto before = TRY(report_of_request(ledger, book, wish, around.lang))) return *std::move(before);
    return added_report(made, noted.added > 0, book, around.lang);
}

Result<job::Report> correct_lot_event(const job::Request& request, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
    const auto book = TRY(open_lot_book(ledger, read_lot_book_wish(request), around));
    const auto id = TRY(event_to_strike(ledger, book, request.text("event"))).id;
    lots::Struck struck{.at = TRY(now_of(around)).seconds};
    if (request.has("by")) {
        struck.why = lots::Wrong::incorrect_data;
        struck.by = TRY(event_to_strike(ledger, book, request.text("by"))).id;
    }
    TRY(ledger.lot_events().strike(id, struck, around.today));
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
        const auto found = TRY(find_lots(ledger, book, {}));
        job::Json rows = job::Json::array();
        for (const auto& lot : found.lots) {
            const auto& [about, first, last, events, is_recalled] = lot.line;
            report.words += job::padded(about.lot, 18) +
                            job::padded(lots::moment_at(first).day().shown(around.lang), 14) + lot.goods +
                            (is_recalled ? " · " + say({"lot.recalled_mark", {}}, around.lang) : "") + "\n";
            rows.push_back(to_json(lot));
        }
        report.words += say({"lot.summary", {std::to_string(rows.size())}}, around.lang) + "\n";
        report.json = {{"lots", std::move(rows)}};
        return report;
    }
    const auto lot = TRY(book.find(wish.item, wish.lot));
    report.words = title(lot, book) + "\n";
    job::Json events = job::Json::array();
    for (const auto& event : TRY(ledger.lot_events().of(lot))) {
        if (!book.is_there_for_asker(event.outputs.front().lot)) continue; // what another made of it
        report.words += event_words(event, book, around.lang);
        events.push_back(lot_event_json(event, book, around.lang));
    }
    report.json = {{"lot", lot_json(lot, book)}, {"events", std::move(events)}};
    return report;
}

namespace {

std::string lines_of(const std::vector<Lot>& lots, const LotBook& book) {
    std::string words;
    for (const auto& lot : lots)
        words += "   " + title(lot, book) + "\n";
    return words;
}

// How many there are, with a line for each below it; else that there is nothing.
std::string counted(const char* some, const char* none, std::size_t count, const std::string& lines, Lang lang) {
    if (count == 0) return say({none, {}}, lang) + "\n";
    return say({some, {std::to_string(count)}}, lang) + "\n" + lines;
}

} // namespace

Result<job::Report> trace_lot(const job::Request& request, const job::Surroundings& around) {
    const auto wish = read_lot_wish(request);
    auto ledger = TRY(store::Ledger::open_to_read(around.home, wish.store));
    const auto book = TRY(open_lot_book(ledger, read_lot_book_wish(request), around));
    const auto lot = TRY(book.find(wish.item, wish.lot));
    const auto lang = around.lang;
    auto back = TRY(ledger.lot_events().lots_along(lot, store::LotEvents::Way::back));
    auto forward = TRY(ledger.lot_events().whereabouts(lot));
    std::erase_if(back, [&](const Lot& one) { return !book.is_there_for_asker(one); });
    std::erase_if(forward, [&](const Whereabouts& one) { return !book.is_there_for_asker(one.lot); });
    job::Report report;
    report.words = title(lot, book) + "\n" +
                   counted("lot.made_of", "lot.made_of_nothing", back.size(), lines_of(back, book), lang);
    std::string lines;
    std::size_t deliveries = 0;
    job::Json rows = job::Json::array();
    for (const auto& where : forward) {
        auto row = lot_json(where.lot, book);
        row["shipped"] = shipped_json(where, book, lang);
        rows.push_back(std::move(row));
        deliveries += where.deliveries.size();
        if (where.lot != lot) lines += "   " + title(where.lot, book) + "\n" + shipped_words(where, book, lang);
    }
    report.words += counted("lot.became", "lot.became_nothing", forward.size() - 1, lines, lang);
    const auto& own = forward.front();
    if (!own.deliveries.empty() || deliveries == 0)
        report.words +=
            counted("lot.delivered", "lot.not_delivered", own.deliveries.size(), shipped_words(own, book, lang), lang);
    job::Json made_of = job::Json::array();
    for (const auto& one : back)
        made_of.push_back(lot_json(one, book));
    report.json = {{"lot", lot_json(lot, book)}, {"made_of", std::move(made_of)}, {"became", std::move(rows)}};
    return report;
}

} // namespace temsao::office
