// The records beside the log, compared with it: serials that ended, runs that were withdrawn, declarations, the lot
// book. The log's entries are hashed and signed; a record that says something else, or that is gone, was altered or
// damaged.
#include "lots/event.h"
#include "store/ledger_step.h"
#include "store/submissions.h"

#include <map>
#include <sstream>

namespace temsao::store {
namespace {

// What one kind of record should be, by the log.
struct ByLog {
    std::map<std::string, SerialState> ended;             // "PRODUCT SERIAL"
    std::map<std::string, std::int64_t> withdrawn;        // runs without serials, by product
    std::map<std::int64_t, std::string> declared, events; // texts of entries, by leaf
    std::map<std::int64_t, std::string> statements;       // digests of entries, by leaf
    std::map<std::string, std::string> struck;            // by event: the one in its place, or -
    std::map<std::string, std::string> taken;             // the newest entry of each log of another machine
};

// The value of a line "name value"; empty when it has another name.
std::string next_value(std::istringstream& lines, std::string_view name) {
    std::string line;
    std::getline(lines, line);
    return line.starts_with(name) ? line.substr(std::min(line.size(), name.size() + 1)) : "";
}

void take_entry(const LogRow& row, ByLog& log) {
    std::istringstream lines(row.text);
    std::string kind;
    std::getline(lines, kind);
    const bool is_voided = kind == "temsao voided 1";
    if (is_voided || kind == "temsao reissued 1") {
        const auto product = next_value(lines, "product"), serial = next_value(lines, "serial");
        if (serial == "-")
            ++log.withdrawn[product];
        else
            log.ended[product + " " + serial] = is_voided ? SerialState::voided : SerialState::reissued;
    } else if (kind == "temsao declared 1") {
        log.declared[row.leaf] = row.text;
    } else if (kind == "temsao list 1" || kind == "temsao permit 1" || kind == "temsao revocation 1") {
        log.statements[row.leaf] = trace::sodium::hex(trace::sodium::sha256(row.text));
    } else if (kind == "temsao event 1") {
        log.events[row.leaf] = row.text;
    } else if (kind == "temsao event-error 1") {
        const auto id = next_value(lines, "id");
        next_value(lines, "day");
        log.struck[id] = next_value(lines, "by");
    } else if (kind == "temsao taken 1") {
        log.taken[next_value(lines, "log")] = row.text;
    }
}

// Takes the record away from what the log says; false when the log says something else.
template <class Key, class Value>
bool is_told(std::map<Key, Value>& told, const Key& key, const Value& value) {
    const auto found = told.find(key);
    if (found == told.end()) return false;
    const bool is_same = found->second == value;
    told.erase(found); // told once, also when it differs
    return is_same;
}

template <class Map>
std::int64_t left_in(const Map& told) {
    return static_cast<std::int64_t>(told.size());
}

std::int64_t events_that_differ(LedgerTables& tables, ByLog& log) {
    std::int64_t inconsistent = 0;
    for (const auto& row : tables.rows("SELECT event.id, event.kind, event.at, event.zone, event.leaf, event.struck_at,"
                                       " event.struck_by, part.product, part.lot FROM lot_event event"
                                       " LEFT JOIN lot_part part ON part.event = event.id AND part.side = 'out'"
                                       " AND part.number = 0",
                                       {})) {
        const lots::Moment at{.seconds = as_number(row[2]), .offset = static_cast<int>(as_number(row[3]))};
        inconsistent += !is_told(log.events, as_number(row[4]), event_entry(row[1], row[7], row[8], at.day(), row[0]));
        if (row[5] != "0") inconsistent += !is_told(log.struck, row[0], row[6].empty() ? std::string("-") : row[6]);
    }
    // Parts of no event.
    for (const auto& row :
         tables.rows("SELECT count(*) FROM lot_part WHERE event NOT IN (SELECT id FROM lot_event)", {}))
        inconsistent += as_number(row[0]);
    return inconsistent + left_in(log.events) + left_in(log.struck);
}

} // namespace

Outcome Ledger::compare_with_log(Audit& audit) {
    ByLog log;
    tables_->each_log(0, audit.size, [&](const LogRow& row) {
        if (row.issue == 0) take_entry(row, log);
    });
    tables_->each_ended_serial([&](const EndedSerial& ended) {
        const auto name = ended.product + " " + std::string(shown_serial(ended.serial));
        if (!is_told(log.ended, name, ended.state) && !ended.is_given_up) ++audit.inconsistent;
    });
    audit.inconsistent += left_in(log.ended);
    for (const auto& row : tables_->rows("SELECT product, count(*) FROM issue WHERE first_leaf IS NOT NULL"
                                         " AND withdrawn > 0 AND NOT has_serials GROUP BY product",
                                         {}))
        audit.inconsistent += !is_told(log.withdrawn, row[0], as_number(row[1]));
    audit.inconsistent += left_in(log.withdrawn);
    for (const auto& d : tables_->declarations())
        audit.declarations_inconsistent +=
            !is_told(log.declared, d.leaf, declared_entry(d.product, d.certificate, d.lot, d.day, d.quantity));
    audit.declarations_inconsistent += left_in(log.declared);
    for (const auto& row : tables_->rows("SELECT leaf, digest FROM log_statement", {}))
        audit.statements_inconsistent += !is_told(log.statements, as_number(row[0]), row[1]);
    audit.statements_inconsistent += left_in(log.statements);
    audit.events_inconsistent = events_that_differ(*tables_, log);
    audit.taken_inconsistent = TRY(submissions().inconsistent(std::move(log.taken)));
    return done;
}

// Runs whose counts are not those of their serials and entries.
std::int64_t Ledger::inconsistent_runs() {
    std::int64_t inconsistent = 0;
    for (const auto* question :
         {// A run with serials has an entry for each label, but for those that never went to its printer; the first one
          // is where it says, and it withdraws none of them.
          "SELECT count(*) FROM issue LEFT JOIN (SELECT issue, count(*) AS labels, min(leaf) AS first FROM log"
          " WHERE issue IS NOT NULL GROUP BY issue) entry ON entry.issue = issue.id LEFT JOIN (SELECT issue AS run,"
          " count(*) AS kept FROM serial WHERE leaf IS NULL GROUP BY issue) unsent ON unsent.run = issue.id"
          " WHERE first_leaf IS NOT NULL"
          " AND (entry.first IS NULL OR entry.first <> first_leaf"
          " OR entry.labels <> CASE WHEN has_serials THEN issue.labels - coalesce(unsent.kept, 0) ELSE 1 END"
          " OR (has_serials AND withdrawn <> 0))",
          // A run that was not printed has no entry; of serials it withdraws as many as ended.
          "SELECT count(*) FROM issue LEFT JOIN (SELECT issue, count(*) AS labels, sum(CASE WHEN state IN (2, 3) THEN 1"
          " ELSE 0 END) AS ended FROM serial GROUP BY issue) kept ON kept.issue = issue.id WHERE first_leaf IS NULL"
          " AND has_serials AND (coalesce(kept.labels, 0) <> issue.labels OR coalesce(kept.ended, 0) <> withdrawn)",
          "SELECT count(*) FROM issue WHERE NOT has_serials AND withdrawn <> 0 AND withdrawn <> labels",
          "SELECT count(*) FROM log WHERE issue IS NOT NULL AND issue NOT IN (SELECT id FROM issue"
          " WHERE first_leaf IS NOT NULL)"})
        for (const auto& row : tables_->rows(question, {}))
            inconsistent += as_number(row[0]);
    return inconsistent;
}

} // namespace temsao::store
