#include "office/lot_list.h"

#include "base/text.h"

namespace temsao::office {
namespace {

// Accents and capitals make no difference, as people type on phones.
bool is_wanted(const lots::Lot& lot, const std::string& key, const LotBook& book) {
    if (key.empty()) return true;
    for (const auto& text : {lot.lot, lot.product, book.name_of(lot.product), book.listed_producer_of(lot)})
        if (bare_key(text).find(key) != std::string::npos) return true;
    return false;
}

// What was made and not used yet, where the entries count it.
Result<job::Json> left_of(store::Ledger& ledger, const lots::Lot& lot, Lang lang) {
    const auto facts = TRY(ledger.facts_of(lot));
    if (!facts || !facts->is_counted) return job::Json(nullptr);
    return job::Json(lots::shown({std::max<std::int64_t>(facts->made - facts->used, 0), facts->unit}, lang));
}

} // namespace

Result<LotsFound> find_lots(store::Ledger& ledger, const LotBook& book, const LotsAsked& asked, Lang lang) {
    LotsFound found;
    const auto key = bare_key(asked.query);
    for (const auto& line : TRY(ledger.lots())) {
        if (asked.after && line.lot <= *asked.after) continue;
        if (!book.is_there_for_asker(line.lot) || !is_wanted(line.lot, key, book)) continue;
        if (asked.most > 0 && found.rows.size() == asked.most) {
            found.has_more = true;
            break;
        }
        auto row = lot_json(line.lot, book);
        row.update({{"first", lots::moment_at(line.first).iso()},
                    {"last", lots::moment_at(line.last).iso()},
                    {"events", line.events},
                    {"recalled", line.is_recalled}});
        if (asked.most > 0) {
            const auto producer = book.producer_of(line.lot);
            row["producer"] = producer.empty() ? job::Json(nullptr) : job::Json(producer);
            row["left"] = TRY(left_of(ledger, line.lot, lang));
        }
        found.rows.push_back(std::move(row));
    }
    return found;
}

Result<LotsFound> find_lots(const LotsAsked& asked, const std::string& store, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open_to_read(around.home, store));
    const auto book = TRY(open_lot_book(ledger, {}, around));
    return find_lots(ledger, book, asked, around.lang);
}

} // namespace temsao::office
