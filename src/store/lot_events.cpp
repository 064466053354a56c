#include "store/lot_events.h"

#include "lots/codes.h"
#include "store/ledger_step.h"
#include "store/stored_amount.h"
#include "store/stored_day.h"
#include "trace/sodium.h"

#include <map>

namespace temsao::store {
namespace {

using lots::Event;
using lots::Lot;

constexpr auto event_columns = "id, kind, at, zone, is_day, recorded, place, party, item, process, started, passed, "
                               "report, paper, run, made, expires, reason, note, salt, original, struck_at, "
                               "struck_why, struck_by";

std::string day_text(const std::optional<Date>& day) {
    return day ? day->iso() : "";
}

std::optional<Date> day_of(const std::string& text) {
    if (text.empty()) return {};
    return stored_day(text);
}

Event read_event(const Sql::Row& row) {
    Event event{
        .id = row[0],
        .kind = lots::kind_named(row[1]).value_or(lots::Kind::receive),
        .at = {.seconds = as_number(row[2]), .offset = static_cast<int>(as_number(row[3])), .is_day = row[4] != "0"},
        .recorded = as_number(row[5]),
        .place = row[6],
        .party = row[7],
        .item = row[8],
        .process = row[9],
        .started = day_of(row[10]),
        .report = row[12],
        .paper = row[13],
        .run = row[14],
        .made = day_of(row[15]),
        .expires = day_of(row[16]),
        .reason = row[17],
        .note = row[18],
        .salt = row[19],
        .original = row[20]};
    if (!row[11].empty()) event.passed = row[11] == "yes";
    if (row[21] != "0")
        event.struck = {as_number(row[21]),
                        row[22] == "incorrect_data" ? lots::Wrong::incorrect_data : lots::Wrong::did_not_occur,
                        row[23]};
    return event;
}

void add_parts(LedgerTables& tables, const Event& event, const char* side, const std::vector<lots::Part>& parts) {
    std::size_t number = 0;
    for (const auto& [lot, amount] : parts)
        tables.rows("INSERT INTO lot_part(event, side, number, product, lot, thousandths, unit) VALUES (?,?,?,?,?,?,?)",
                    {event.id,
                     side,
                     std::to_string(number++),
                     lot.product,
                     lot.lot,
                     std::to_string(amount ? amount->thousandths : -1),
                     amount ? amount->unit : ""});
}

// False when it is known.
bool add_event(LedgerTables& tables, const Event& event, std::int64_t leaf) {
    const auto added = tables.rows(std::string("INSERT INTO lot_event(") + event_columns +
                                       ", leaf) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                                       " ON CONFLICT (id) DO NOTHING RETURNING id",
                                   {event.id,
                                    std::string(name(event.kind)),
                                    std::to_string(event.at.seconds),
                                    std::to_string(event.at.offset),
                                    event.at.is_day ? "1" : "0",
                                    std::to_string(event.recorded),
                                    event.place,
                                    event.party,
                                    event.item,
                                    event.process,
                                    day_text(event.started),
                                    event.passed ? (*event.passed ? "yes" : "no") : "",
                                    event.report,
                                    event.paper,
                                    event.run,
                                    day_text(event.made),
                                    day_text(event.expires),
                                    event.reason,
                                    event.note,
                                    event.salt,
                                    event.original,
                                    std::to_string(event.struck ? event.struck->at : 0),
                                    event.struck ? std::string(name(event.struck->why)) : "",
                                    event.struck ? event.struck->by : "",
                                    std::to_string(leaf)});
    if (added.empty()) return false;
    add_parts(tables, event, "in", event.inputs);
    add_parts(tables, event, "out", event.outputs);
    return true;
}

// False when it was struck through before: the first word stays.
bool mark_struck(LedgerTables& tables, const std::string& id, const lots::Struck& struck) {
    return !tables
                .rows("UPDATE lot_event SET struck_at = ?, struck_why = ?, struck_by = ? WHERE id = ? AND struck_at = 0"
                      " RETURNING id",
                      {std::to_string(struck.at), std::string(name(struck.why)), struck.by, id})
                .empty();
}

// The events of `condition` with their parts, in the order of time, those of one moment as they were written. Error
// lot.without_lot {event}: the tables are damaged.
Result<std::vector<Event>>
find_events(LedgerTables& tables, const std::string& condition, const std::vector<std::string>& values) {
    std::vector<Event> events;
    std::map<std::string, std::size_t> places;
    for (const auto& row : tables.rows(std::string("SELECT ") + event_columns + " FROM lot_event WHERE " + condition +
                                           " ORDER BY at, leaf, id",
                                       values)) {
        places[row[0]] = events.size();
        events.push_back(read_event(row));
    }
    for (const auto& row :
         tables.rows("SELECT event, side, product, lot, thousandths, unit FROM lot_part WHERE event IN"
                     " (SELECT id FROM lot_event WHERE " +
                         condition + ") ORDER BY event, side, number",
                     values)) {
        const auto place = places.find(row[0]);
        if (place == places.end()) continue; // of an event that another program added between the two questions
        auto& event = events[place->second];
        (row[1] == "in" ? event.inputs : event.outputs).push_back({{row[2], row[3]}, stored_amount(row[4], row[5])});
    }
    TRY(tables.health());
    for (const auto& event : events)
        if (event.outputs.empty()) return error(Cause::data, "lot.without_lot", {lots::short_id(event.id)});
    return events;
}

} // namespace

Result<LotEvents::Noted> LotEvents::store_events(const std::vector<Event>& events, Date day, Ledger::Entries& entries) {
    Noted noted;
    for (const auto& event : events) {
        ENSURE(!event.id.empty() && !event.outputs.empty());
        if (!add_event(*ledger_->tables_, event, entries.next)) {
            TRY(ledger_->tables_->health());
            ++noted.known;
            // The sender has struck it through since.
            if (event.struck && mark_struck(*ledger_->tables_, event.id, *event.struck))
                entries.add(event_error_entry(event.id, day, event.struck->by));
            continue;
        }
        const auto& [product, lot] = event.outputs.front().lot;
        entries.add(event_entry(name(event.kind), product, lot, event.at.day(), event.id));
        if (event.struck) entries.add(event_error_entry(event.id, day, event.struck->by));
        ++noted.added;
    }
    return noted;
}

Result<LotEvents::Noted> LotEvents::note(const std::vector<Event>& events, Date day) {
    return ledger_->in_a_step([&]() -> Result<LotEvents::Noted> {
        TRY(ledger_->keep_one_log(day));
        Ledger::Entries entries{.next = ledger_->tables_->log_size(), .rows = {}, .hashes = {}};
        const auto noted = TRY(store_events(events, day, entries));
        if (!entries.rows.empty()) TRY(ledger_->append(entries.rows, entries.hashes));
        return noted;
    });
}

// Inside a step. What was packed in a run of one product stands in the log right behind its labels.
Outcome LotEvents::strike_packed(std::int64_t issue, Date day) {
    const auto kept = ledger_->tables_->issue(issue);
    if (!kept || !kept->first_leaf) return ledger_->tables_->health();
    const auto behind = *kept->first_leaf + (kept->has_serials ? kept->labels : 1);
    for (const auto& row :
         ledger_->tables_->rows("SELECT id FROM lot_event WHERE leaf = ? AND kind = 'pack' AND run = ?",
                                {std::to_string(behind), std::to_string(issue)})) {
        const lots::Struck struck{.at = lots::noon_of(day).seconds};
        if (mark_struck(*ledger_->tables_, row[0], struck))
            TRY(ledger_->append(event_error_entry(row[0], day, struck.by)));
    }
    return ledger_->tables_->health();
}

Outcome LotEvents::strike_all(const std::vector<std::string>& ids, const lots::Struck& struck, Date day) {
    return ledger_->in_a_step([&]() -> Outcome {
        TRY(ledger_->keep_one_log(day));
        Ledger::Entries entries{.next = ledger_->tables_->log_size(), .rows = {}, .hashes = {}};
        for (const auto& id : ids)
            if (mark_struck(*ledger_->tables_, id, struck)) entries.add(event_error_entry(id, day, struck.by));
        if (!entries.rows.empty()) TRY(ledger_->append(entries.rows, entries.hashes));
        return done;
    });
}

Outcome LotEvents::strike(const std::string& id, const lots::Struck& struck, Date day) {
    return ledger_->in_a_step([&]() -> Outcome {
        TRY(ledger_->keep_one_log(day));
        const auto known = ledger_->tables_->rows("SELECT struck_at FROM lot_event WHERE id = ?", {id});
        TRY(ledger_->tables_->health());
        if (known.empty()) return error(Cause::missing, "lot.no_event", {id});
        if (!mark_struck(*ledger_->tables_, id, struck)) return error(Cause::refused, "lot.struck_already", {id});
        TRY(ledger_->append(event_error_entry(id, day, struck.by)));
        return done;
    });
}

Result<std::optional<LotEvents::Requested>> LotEvents::find_request(const std::string& name) {
    const auto rows = ledger_->tables_->rows("SELECT said, event FROM lot_request WHERE request = ?", {name});
    TRY(ledger_->tables_->health());
    if (rows.empty()) return std::optional<Requested>();
    return std::optional(Requested{rows.front()[0], rows.front()[1]});
}

Result<std::optional<Event>> LotEvents::find(const std::string& id) {
    auto found = TRY(find_events(*ledger_->tables_, "id = ?", {id}));
    if (found.empty()) return std::optional<Event>();
    return std::optional(std::move(found.front()));
}

Result<LotEvents::Noted> LotEvents::note_request(const Event& event, const Request& request, Date day) {
    return ledger_->in_a_step([&]() -> Result<LotEvents::Noted> {
        TRY(ledger_->keep_one_log(day));
        // Two of the same at once: the second one finds the first.
        const auto before = request.name.empty() ? std::nullopt : TRY(find_request(request.name));
        if (before && before->said != request.said) return error(Cause::refused, "lot.request_used", {request.name});
        if (before) return Noted{.added = 0, .known = 1};
        Ledger::Entries entries{.next = ledger_->tables_->log_size(), .rows = {}, .hashes = {}};
        const auto noted = TRY(store_events({event}, day, entries));
        if (!request.instead_of.empty()) {
            const lots::Struck struck{request.struck_at, lots::Wrong::incorrect_data, event.id};
            if (!TRY(find(request.instead_of))) return error(Cause::missing, "lot.no_event", {request.instead_of});
            if (!mark_struck(*ledger_->tables_, request.instead_of, struck))
                return error(Cause::refused, "lot.struck_already", {lots::short_id(request.instead_of)});
            entries.add(event_error_entry(request.instead_of, day, event.id));
        }
        if (!request.name.empty())
            ledger_->tables_->rows("INSERT INTO lot_request(request, said, event) VALUES (?,?,?)",
                                   {request.name, request.said, event.id});
        if (!entries.rows.empty()) TRY(ledger_->append(entries.rows, entries.hashes));
        return noted;
    });
}

Result<std::vector<Event>> LotEvents::of(const Lot& lot) {
    return find_events(
        *ledger_->tables_, "id IN (SELECT event FROM lot_part WHERE product = ? AND lot = ?)", {lot.product, lot.lot});
}

Result<std::vector<Event>> LotEvents::all() {
    return find_events(*ledger_->tables_, "1 = 1", {});
}

Outcome LotEvents::keep_names(const std::map<std::string, std::string>& names) {
    return ledger_->in_a_step([&]() -> Outcome {
        for (const auto& [code, name] : names)
            ledger_->tables_->rows(
                "INSERT INTO lot_name(code, name) VALUES (?,?) ON CONFLICT (code) DO UPDATE SET name = excluded.name",
                {code, name});
        return done;
    });
}

Result<std::map<std::string, std::string>> LotEvents::names_of(const std::set<std::string>& codes) {
    std::map<std::string, std::string> found;
    for (const auto& code : codes)
        for (const auto& row : ledger_->tables_->rows("SELECT name FROM lot_name WHERE code = ?", {code}))
            found.emplace(code, row[0]);
    return sound(*ledger_->tables_, std::move(found));
}

Result<std::map<std::string, std::string>> LotEvents::names() {
    std::map<std::string, std::string> all;
    for (const auto& row : ledger_->tables_->rows("SELECT code, name FROM lot_name", {}))
        all[row[0]] = row[1];
    return sound(*ledger_->tables_, std::move(all));
}

Result<std::string> LotEvents::lot_secret() {
    return ledger_->in_a_step([&]() -> Result<std::string> {
        std::string fresh(lots::secret_size, '\0');
        trace::sodium::random_bytes(fresh.data(), fresh.size());
        ledger_->tables_->rows("INSERT INTO lot_secret(id, secret) VALUES (1, ?) ON CONFLICT (id) DO NOTHING",
                               {trace::sodium::hex(fresh)});
        const auto kept = ledger_->tables_->rows("SELECT secret FROM lot_secret WHERE id = 1", {});
        if (kept.empty()) return error(Cause::internal, "lot.no_event", {"secret"});
        return kept.front()[0];
    });
}

} // namespace temsao::store
