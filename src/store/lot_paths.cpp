// The lot book: which lot became which, how much there was of each, and where they went. One statement answers each
// question, however many events the book has.
#include "store/ledger_step.h"
#include "store/lot_events.h"
#include "store/stored_amount.h"

#include <algorithm>
#include <map>

namespace temsao::store {
namespace {

using lots::Lot;

// As lots::begins_lots() says.
constexpr auto begins = "part.side = 'out' AND event.kind IN ('harvest', 'receive', 'transform', 'pack')";
constexpr auto of_events_that_hold = " FROM lot_part part JOIN lot_event event ON event.id = part.event"
                                     " AND event.struck_at = 0";

// Product, lot, the side to stand on and the side to go to. UNION, not UNION ALL: a circle of lots ends.
constexpr auto reached_from = "WITH RECURSIVE reached(product, lot) AS (SELECT CAST(? AS text), CAST(? AS text) UNION"
                              " SELECT next.product, next.lot FROM reached"
                              " JOIN lot_part here ON here.product = reached.product AND here.lot = reached.lot"
                              " AND here.side = ? JOIN lot_event event ON event.id = here.event AND event.struck_at = 0"
                              " JOIN lot_part next ON next.event = event.id AND next.side = ?"
                              " WHERE event.kind IN ('transform', 'pack'))";

} // namespace

Result<std::vector<Lot>> LotEvents::lots_along(const Lot& lot, Way way) {
    const bool is_back = way == Way::back;
    std::vector<Lot> found;
    for (const auto& row :
         ledger_->tables_->rows(std::string(reached_from) + " SELECT product, lot FROM reached",
                                {lot.product, lot.lot, is_back ? "out" : "in", is_back ? "in" : "out"})) {
        Lot one{row[0], row[1]};
        if (one != lot) found.push_back(std::move(one));
    }
    std::sort(found.begin(), found.end());
    return sound(*ledger_->tables_, std::move(found));
}

Result<std::vector<LotEvents::LotLine>> LotEvents::lots() {
    std::vector<LotLine> all;
    for (const auto& row : ledger_->tables_->rows("SELECT part.product, part.lot, min(event.at), max(event.at),"
                                                  " count(DISTINCT event.id),"
                                                  " max(CASE event.kind WHEN 'recall' THEN 1 ELSE 0 END)"
                                                  " FROM lot_part part JOIN lot_event event ON event.id = part.event"
                                                  " WHERE event.struck_at = 0 GROUP BY part.product, part.lot",
                                                  {}))
        all.push_back({{row[0], row[1]}, as_number(row[2]), as_number(row[3]), as_number(row[4]), row[5] == "1"});
    std::sort(all.begin(), all.end(), [](const LotLine& a, const LotLine& b) { return a.lot < b.lot; });
    return sound(*ledger_->tables_, std::move(all));
}

Result<std::optional<LotEvents::LotFacts>> LotEvents::facts_of(const Lot& lot) {
    const std::string counted = std::string(begins) + " AND part.thousandths >= 0";
    const auto rows =
        ledger_->tables_->rows("SELECT min(CASE WHEN " + std::string(begins) + " THEN event.at END), count(CASE WHEN " +
                                   counted + " THEN 1 END), coalesce(sum(CASE WHEN " + counted +
                                   " THEN part.thousandths END), 0), coalesce(sum(CASE WHEN part.thousandths >= 0 AND"
                                   " (part.side = 'in' OR event.kind = 'ship') THEN part.thousandths END), 0)" +
                                   of_events_that_hold + " WHERE part.product = ? AND part.lot = ?",
                               {lot.product, lot.lot});
    TRY(ledger_->tables_->health());
    if (rows.empty() || rows.front()[0].empty()) return std::optional<LotFacts>();
    LotFacts facts{.first = as_number(rows.front()[0]),
                   .unit = {},
                   .made = as_number(rows.front()[2]),
                   .used = as_number(rows.front()[3]),
                   .is_counted = rows.front()[1] != "0"};
    if (!facts.is_counted) return std::optional(facts);
    const auto unit = ledger_->tables_->rows(std::string("SELECT part.unit") + of_events_that_hold +
                                                 " WHERE part.product = ? AND part.lot = ? AND " + counted +
                                                 " ORDER BY event.at DESC, event.id DESC LIMIT 1",
                                             {lot.product, lot.lot});
    if (!unit.empty()) facts.unit = unit.front()[0];
    return sound(*ledger_->tables_, std::optional(facts));
}

Result<std::vector<Lot>> LotEvents::lots_named(const std::string& lot) {
    std::vector<Lot> found;
    for (const auto& row : ledger_->tables_->rows(std::string("SELECT DISTINCT part.product") + of_events_that_hold +
                                                      " WHERE part.lot = ? AND " + begins,
                                                  {lot}))
        found.push_back({row[0], lot});
    std::sort(found.begin(), found.end());
    return sound(*ledger_->tables_, std::move(found));
}

Result<bool> LotEvents::is_packed(const std::string& product) {
    const auto rows =
        ledger_->tables_->rows(std::string("SELECT 1") + of_events_that_hold +
                                   " WHERE part.product = ? AND part.side = 'out' AND event.kind = 'pack' LIMIT 1",
                               {product});
    return sound(*ledger_->tables_, !rows.empty());
}

bool LotEvents::Whereabouts::is_recalled() const {
    return std::any_of(recalls.begin(), recalls.end(), [](const Recall& one) { return one.holds; });
}

// A row for each part of each lot; those of other entries have no event.
Result<std::vector<LotEvents::Whereabouts>> LotEvents::whereabouts(const Lot& lot) {
    std::map<Lot, Whereabouts> found;
    for (auto& row : ledger_->tables_->rows(
             std::string(reached_from) +
                 " SELECT reached.product, reached.lot, event.kind, event.id, event.reason, event.struck_at, "
                 "event.party,"
                 " event.paper, event.at, event.zone, event.is_day, part.thousandths, part.unit"
                 " FROM reached LEFT JOIN lot_part part"
                 " ON part.product = reached.product AND part.lot = reached.lot AND part.side = 'out'"
                 " LEFT JOIN lot_event event ON event.id = part.event"
                 " AND (event.kind = 'recall' OR (event.kind = 'ship' AND event.struck_at = 0))"
                 " ORDER BY event.at, event.id, part.number",
             {lot.product, lot.lot, "in", "out"})) {
        const Lot reached{std::move(row[0]), std::move(row[1])};
        auto& where = found.try_emplace(reached, Whereabouts{reached}).first->second;
        if (row[2] == "recall")
            where.recalls.push_back({.event = std::move(row[3]), .reason = std::move(row[4]), .holds = row[5] == "0"});
        if (row[2] == "ship")
            where.deliveries.push_back({.lot = reached,
                                        .party = std::move(row[6]),
                                        .paper = std::move(row[7]),
                                        .at = {.seconds = as_number(row[8]),
                                               .offset = static_cast<int>(as_number(row[9])),
                                               .is_day = row[10] != "0"},
                                        .amount = stored_amount(row[11], row[12])});
    }
    TRY(ledger_->tables_->health());
    auto first = found.extract(lot);
    std::vector<Whereabouts> all{first.empty() ? Whereabouts{lot} : std::move(first.mapped())};
    for (auto& [one, where] : found)
        all.push_back(std::move(where));
    return all;
}

Result<std::vector<std::string>> LotEvents::ids(const std::string& typed) {
    constexpr std::size_t shortest = 8;
    const std::string hash_starts =
        typed.size() < shortest ? "0 = 1" : "substr(id, 15, " + std::to_string(typed.size()) + ") = CAST(? AS text)";
    std::vector<std::string> values{typed};
    if (typed.size() >= shortest) values.push_back(typed);
    std::vector<std::string> ids;
    for (const auto& row : ledger_->tables_->rows(
             "SELECT id FROM lot_event WHERE id = ? OR " + hash_starts + " ORDER BY id LIMIT 2", values))
        ids.push_back(row[0]);
    return sound(*ledger_->tables_, std::move(ids));
}

} // namespace temsao::store
